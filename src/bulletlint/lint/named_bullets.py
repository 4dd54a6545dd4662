"""Bullets that are named by their place: `resume.md:27`."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bulletlint.core.finding import BulletReport, FileReport

#: The named lines of each file, by its normal path; paragraphs where a format has no lines.
Places = Mapping[str, frozenset[int]]
_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::\d+)?")


def split_places(paths: Sequence[str]) -> tuple[tuple[str, ...], Places]:
    """Return paths without lines, and the lines that were named; a file that is also named whole is meant whole.

    "resume.md:27" is the bullet on line 27 unless a file has that very name; a column behind it, as reports write it,
    says nothing more.
    """
    files: list[str] = []
    lines: dict[str, set[int]] = {}
    whole: set[str] = set()
    for name in paths:
        match = _PLACE.fullmatch(name)
        if match is None or os.path.lexists(name) or not Path(match["path"]).is_file():
            files.append(name)
            whole.add(os.path.normpath(name))
            continue
        key = os.path.normpath(match["path"])
        if key not in lines:
            files.append(match["path"])
        lines.setdefault(key, set()).add(int(match["line"]))
    return tuple(files), {key: frozenset(found) for key, found in lines.items() if key not in whole}


def keep_named(file: FileReport, places: Places) -> FileReport:
    """Return the report of the bullets that are named of a file, the whole report if none is.

    What is said once of the whole page is said of these bullets again.

    A line without a bullet is an error of the file, which names the lines of the nearest.
    """
    lines = places.get(os.path.normpath(file.path))
    if lines is None or file.error is not None:
        return file
    kept = tuple(bullet for bullet in file.bullets if any(covers(bullet, line) for line in lines))
    empty = [line for line in sorted(lines) if not any(covers(bullet, line) for bullet in kept)]
    if empty:
        first = [_number(bullet) for bullet in file.bullets]
        return FileReport(
            file.path, file.format, f"{file.path}:{empty[0]}: {_explain_empty(empty[0], first)}"
        )
    return replace(file, bullets=kept, findings=(), left_out=(), groups=())


def report_named(file: FileReport, places: Places) -> FileReport:
    """Return the report of the bullets that are named, with nothing left unsaid: whoever names one wants to hear it."""
    kept = keep_named(file, places)
    if kept is file or kept.error is not None:
        return kept
    bullets = [
        replace(bullet, findings=tuple(replace(finding, unsaid=False) for finding in bullet.findings))
        for bullet in kept.bullets
    ]
    return replace(kept, bullets=tuple(bullets))


def covers(bullet: BulletReport, line: int) -> bool:
    """Tell whether a bullet stands on a line, or is the paragraph of this number in a format without lines."""
    place = bullet.place
    if place.line is None:
        return place.paragraph == line
    last = place.end_line or place.line
    if last > place.line and place.end_column == 1:
        last -= 1
    return place.line <= line <= last


def _number(bullet: BulletReport) -> int | None:
    return bullet.place.line if bullet.place.line is not None else bullet.place.paragraph


def _explain_empty(line: int, firsts: Collection[int | None]) -> str:
    known = [number for number in firsts if number is not None]
    if not known:
        return "no bullet stands here; the file has none with a line"
    above = max((number for number in known if number < line), default=None)
    below = min((number for number in known if number > line), default=None)
    near = [str(number) for number in (above, below) if number is not None]
    return (
        f"no bullet stands here; the nearest {'is' if len(near) == 1 else 'are'} on line {' and '.join(near)}"
    )
