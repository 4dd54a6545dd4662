"""Where reports go: the renderer of each format, and writing to a stream or a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bulletlint.errors import ConfigError
from bulletlint.finding import FileReport, Report
from bulletlint.report.summary import count_at_or_above
from bulletlint.settings import FailOn

FORMATS = ("text", "json")
STANDARD_OUTPUT = "-"


def pair_outputs(formats: Sequence[str], outputs: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return each format with the file that it is written to, "-" for standard output.

    Raises ConfigError where it is not plain which output belongs to which format.
    """
    chosen = tuple(formats) or ("text",)
    if not outputs and len(chosen) == 1:
        return ((chosen[0], STANDARD_OUTPUT),)
    if len(chosen) != len(outputs):
        raise ConfigError(
            f"{len(chosen)} --format and {len(outputs)} --output; give one --output (or -) for each --format"
        )
    if len(set(outputs)) != len(outputs):
        raise ConfigError("two formats go to one --output; give each its own")
    return tuple(zip(chosen, outputs, strict=True))


def write_report(
    report: Report,
    format: str,
    output: str,
    *,
    colour: str = "auto",
    verbose: bool = False,
    quiet: bool = False,
) -> None:
    """Render a report and write it to a file, or to standard output for "-"; raises ConfigError if it cannot."""
    if output == STANDARD_OUTPUT:
        text = render_report(report, format, colour=colour, verbose=verbose, quiet=quiet)
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="backslashreplace")
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    text = render_report(report, format, colour="never", verbose=verbose, quiet=quiet, to_terminal=False)
    try:
        Path(output).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise ConfigError(
            f"cannot write the report ({error.strerror}); check --output", path=output
        ) from None


def render_report(
    report: Report,
    format: str,
    *,
    colour: str = "never",
    verbose: bool = False,
    quiet: bool = False,
    to_terminal: bool | None = None,
) -> str:
    """Return a report in one of the FORMATS."""
    if format == "json":
        from bulletlint.report.json import render_json

        return render_json(report)
    from bulletlint.report.text import TextStyle, render_text

    terminal = sys.stdout.isatty() if to_terminal is None else to_terminal
    style = TextStyle(
        width=find_width(terminal=terminal),
        colour=wants_colour(colour, terminal=terminal),
        unicode=(sys.stdout.encoding or "ascii").lower().startswith("utf") or to_terminal is False,
        verbose=verbose,
        quiet=quiet,
        bars=terminal,
    )
    return render_text(report, style)


def wants_colour(choice: str, *, terminal: bool) -> bool:
    """Tell whether to print colour: as asked, else on a terminal unless NO_COLOR or a dumb terminal says no."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return terminal or bool(os.environ.get("FORCE_COLOR"))


def find_width(*, terminal: bool) -> int:
    """Return the columns to fill: the terminal's, 100 at most, and 100 in a pipe unless COLUMNS says otherwise."""
    from shutil import get_terminal_size

    if not terminal and not os.environ.get("COLUMNS"):
        return 100
    return max(20, min(100, get_terminal_size((100, 24)).columns))


def write_notes(report: Report, *, verbose: bool = False, quiet: bool = False) -> None:
    """Write to standard error what is not a finding: unreadable files, files without bullets, readers' remarks."""
    for file in report.files:
        for line in list_notes(file, verbose=verbose, quiet=quiet):
            print(line, file=sys.stderr)  # noqa: T201


def list_notes(file: FileReport, *, verbose: bool = False, quiet: bool = False) -> list[str]:
    """Return the lines for standard error that a file gives rise to; only its error when quiet."""
    if file.error is not None:
        return [f"error: {file.error}"]
    if quiet:
        return []
    lines = [f"note: {file.path}: {note}" for note in file.notes]
    if not file.bullets:
        lines.append(f"note: {file.path}: no bullets found")
    if verbose:
        for line in file.left_out:
            where = f"{file.path}:{line.place.line}" if line.place.line else file.path
            lines.append(f"note: {where}: not a bullet ({line.reason}): {line.text[:60]}")
    return lines


def decide_exit_code(report: Report, *, fail_on: FailOn, max_warnings: int | None = None) -> int:
    """Return 2 if a file could not be read, 1 if findings are bad or many enough, else 0."""
    if any(file.error is not None for file in report.files):
        return 2
    if fail_on != "never" and count_at_or_above(report, fail_on):
        return 1
    if max_warnings is not None:
        warnings = count_at_or_above(report, "warning") - count_at_or_above(report, "error")
        return int(warnings > max_warnings)
    return 0
