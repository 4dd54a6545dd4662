"""The centre's own list: a CSV that gives a resume its id and its groups, and never a name."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bulletlint.cohort.errors import CohortError
from bulletlint.core.regular_file import read_regular
from bulletlint.core.visible import show_line

COLUMNS = ("path", "id", "programme", "year", "advisor")
NEEDED = ("path", "id")
#: A list of a million people has some 100 MB.
MOST_BYTES = 500_000_000
_SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Person:
    """What the centre's list says of a resume; a cell that is empty is None."""

    id: str | None = None
    programme: str | None = None
    year: str | None = None
    advisor: str | None = None


NOBODY = Person()


@dataclass(frozen=True, slots=True)
class People:
    """The people of a list by the absolute path of their resume; `left_out` are columns that are not read.

    `lines` are the lines of the list (from 1) by those paths.
    """

    by_path: Mapping[str, Person]
    lines: Mapping[str, int]
    left_out: tuple[str, ...] = ()

    def find(self, path: str) -> Person:
        """Return the person of a resume, NOBODY if the list has none."""
        return self.by_path.get(os.path.abspath(path), NOBODY)

    def list_unmatched(self, paths: Iterable[str]) -> list[int]:
        """Return the lines of the list whose file is not among paths."""
        found = {os.path.abspath(path) for path in paths}
        return sorted(line for path, line in self.lines.items() if path not in found)


NO_PEOPLE = People({}, {})


def read_people(path: Path) -> People:
    """Read a list with the columns path, id and, as far as they are known, programme, year, advisor.

    A path counts from the folder of the list, or from the working folder where no such file is there. Separators are
    commas, semicolons or tabs. Raises CohortError for a list that lacks a column, has a row without path or id, or
    names a file twice.
    """
    rows = split_rows(read_list(path), path)
    if not rows:
        raise CohortError(
            f"is empty; its first line must name the columns {', '.join(COLUMNS)}", path=str(path)
        )
    head = [name.strip().lower() for name in rows[0][1]]
    for name in NEEDED:
        if name not in head:
            known = f"the columns are {', '.join(COLUMNS)}"
            raise CohortError(f"has no column `{name}`; {known}", path=str(path), line=rows[0][0])
    for name in COLUMNS:
        if head.count(name) > 1:
            raise CohortError(f"has the column `{name}` twice; keep one", path=str(path), line=rows[0][0])
    by_path: dict[str, Person] = {}
    lines: dict[str, int] = {}
    for line, cells in rows[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        values = {name: cell.strip() for name, cell in zip(head, cells, strict=False) if name in COLUMNS}
        for name in NEEDED:
            if not values.get(name):
                raise CohortError(f"has no {name} in this row; fill it in", path=str(path), line=line)
        place = locate(values.pop("path"), path)
        if place in by_path:
            raise CohortError(
                f"names a file that line {lines[place]} names already; keep one of the two",
                path=str(path),
                line=line,
            )
        by_path[place] = Person(**{name: value or None for name, value in values.items()})
        lines[place] = line
    left_out = tuple(show_line(name) for name in head if name and name not in COLUMNS)
    return People(by_path, lines, left_out)


def read_list(path: Path) -> str:
    """Return the text of a list; raises CohortError for one that cannot be read."""
    try:
        content = read_regular(path, MOST_BYTES)
    except OSError as error:
        raise CohortError(f"cannot be read ({error.strerror}); check --id-csv", path=str(path)) from None
    if len(content) > MOST_BYTES:
        raise CohortError("is too large for a list of people; check --id-csv", path=str(path))
    try:
        return content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise CohortError("is not UTF-8; save it as CSV UTF-8", path=str(path)) from None


def split_rows(text: str, path: Path) -> list[tuple[int, list[str]]]:
    """Return the rows of a CSV, each with the line (from 1) that it ends in."""
    head = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return [(reader.line_num, cells) for cells in reader if cells]
    except csv.Error as error:
        raise CohortError(
            f"is no CSV ({error}); save it again", path=str(path), line=reader.line_num
        ) from None


def locate(name: str, listed_in: Path) -> str:
    """Return the absolute path of a file that a list names."""
    beside = os.path.abspath(listed_in.parent / name)
    return beside if os.path.exists(beside) or not os.path.exists(name) else os.path.abspath(name)
