"""`check --show-files`: which files would be read, and why the others are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from bulletlint.core.errors import ReadError
from bulletlint.core.visible import show_line
from bulletlint.core.wording import count
from bulletlint.lint.named_bullets import split_places
from bulletlint.read import find_format
from bulletlint.read.discovery import EXCLUDED, NO_FORMAT, Excluded, find_sources, survey_folder


def show_files(paths: Sequence[str], excluded: Excluded, *, verbose: bool = False) -> int:
    """Print a line for each file, and return the exit code: 2 if a path is missing.

    Files in no format that is read are counted by suffix, and listed when verbose.
    """
    names, _ = split_places([path for path in paths if path != "-"])
    sources = find_sources(names, excluded=excluded)
    read = [source for source in sources if isinstance(source, Path)]
    errors = [source for source in sources if isinstance(source, ReadError)]
    if "-" in paths:
        click.echo("-  read: standard input")
    for path in read:
        click.echo(f"{show_line(str(path))}  read: {find_format(path.name) or 'by its content'}")
    unread = list(explain_unread(names, read, excluded))
    others: Counter[str] = Counter()
    for path, reason in unread:
        if reason == NO_FORMAT and not verbose:
            others[path.suffix.lower() or "no suffix"] += 1
        else:
            click.echo(f"{show_line(str(path))}  not read: {reason}")
    if others:
        counted = sorted(others.items(), key=lambda item: (-item[1], item[0]))
        said = ", ".join(f"{show_line(suffix)} {number:,}" for suffix, number in counted)
        click.echo(f"{count(others.total(), 'file')} in no format that is read: {said} (-v lists them)")
    for error in errors:
        click.echo(f"error: {error}", err=True)
    return 2 if errors else 0


def explain_unread(
    names: Sequence[str], read: Sequence[Path], excluded: Excluded
) -> Iterator[tuple[Path, str]]:
    """Yield the files and folders that are not read, each with the reason."""
    known = {path.absolute() for path in read}
    for name in names:
        path = Path(name)
        if excluded.covers(path, folder=path.is_dir()):
            yield path, EXCLUDED
        elif path.is_dir():
            for seen in sorted(survey_folder(path, excluded)):
                if seen.reason:
                    yield seen
                elif seen.path.absolute() not in known:
                    yield seen.path, "read with the file that includes it"
