"""What a run says about a file on standard error: that it is unreadable, has no bullets, and what was left out."""

from __future__ import annotations

import sys

from bulletlint.core.finding import FileReport
from bulletlint.core.visible import show_line

#: Characters of a line that are shown.
_SHOWN = 60


def write_notes(file: FileReport, *, verbose: bool = False, quiet: bool = False, empty: bool = True) -> None:
    """Write to standard error what is not a finding: that a file is unreadable, or has no bullets (if `empty`)."""
    for line in list_notes(file, verbose=verbose, quiet=quiet, empty=empty):
        print(show_line(line), file=sys.stderr)  # noqa: T201


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
    if verbose and file.left_out:
        lines += list_account(file)
    return lines


def list_account(file: FileReport) -> list[str]:
    """Return a line for every line of text of a file, in its order: a bullet, a heading, or why it is neither."""
    said = [(bullet.place, f"bullet: {bullet.text[:_SHOWN]}") for bullet in file.bullets]
    for line in file.left_out:
        kind = "heading" if line.reason == "heading" else f"not a bullet ({line.reason})"
        said.append((line.place, f"{kind}: {line.text[:_SHOWN]}"))
    said.sort(key=lambda one: (one[0].page or 0, one[0].line or 0, one[0].paragraph or 0, one[0].column or 0))
    lines = [
        f"note: {file.path}:{place.line}: {what}" if place.line else f"note: {file.path}: {what}"
        for place, what in said
    ]
    headings = sum(line.reason == "heading" for line in file.left_out)
    counts = ((len(file.bullets), "bullet"), (headings, "heading"), (len(file.left_out) - headings, "line"))
    counted = ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)
    return [*lines, f"note: {file.path}: {counted} left out"]
