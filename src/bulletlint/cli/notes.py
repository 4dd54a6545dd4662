"""What a run says about a file on standard error: that it is unreadable, has no bullets, and what was left out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bulletlint.core.finding import FileReport

if TYPE_CHECKING:
    pass


def write_notes(file: FileReport, *, verbose: bool = False, quiet: bool = False, empty: bool = True) -> None:
    """Write to standard error what is not a finding: that a file is unreadable, or has no bullets (if `empty`)."""
    for line in list_notes(file, verbose=verbose, quiet=quiet, empty=empty):
        print(line, file=sys.stderr)  # noqa: T201


def list_notes(
    file: FileReport, *, verbose: bool = False, quiet: bool = False, empty: bool = True
) -> list[str]:
    """Return the lines for standard error that a file gives rise to; only its error when quiet."""
    if file.error is not None:
        return [f"error: {file.error}"]
    if quiet:
        return []
    lines = [f"note: {file.path}: {note}" for note in file.notes]
    if not file.bullets and empty and not file.doubt:
        lines.append(f"note: {file.path}: no bullets found")
    if verbose:
        for line in file.left_out:
            where = f"{file.path}:{line.place.line}" if line.place.line else file.path
            lines.append(f"note: {where}: not a bullet ({line.reason}): {line.text[:60]}")
    return lines
