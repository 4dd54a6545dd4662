"""Where reports go: the renderer of each format, and writing to a stream or a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from bulletlint.errors import ConfigError
from bulletlint.finding import FileReport, Report
from bulletlint.report.summary import count_at_or_above
from bulletlint.settings import FailOn

if TYPE_CHECKING:
    from bulletlint.rule import Rule

FORMATS = ("text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "csv")
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


@dataclass(frozen=True, slots=True)
class View:
    """How a report is shown: colour (auto, always, never), how much, and the rules that formats describe."""

    colour: str = "auto"
    verbose: bool = False
    quiet: bool = False
    rules: Sequence[Rule] = ()


def write_report(report: Report, format: str, output: str, view: View) -> None:
    """Render a report and write it to a file, or to standard output for "-"; raises ConfigError if it cannot."""
    if output == STANDARD_OUTPUT:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="backslashreplace")
        sys.stdout.write(render_report(report, format, view, terminal=sys.stdout.isatty()))
        sys.stdout.flush()
        return
    text = render_report(report, format, replace(view, colour="never"))
    try:
        Path(output).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise ConfigError(
            f"cannot write the report ({error.strerror}); check --output", path=output
        ) from None


def render_report(report: Report, format: str, view: View, *, terminal: bool | None = None) -> str:
    """Return a report in one of the FORMATS; `terminal` is None where it goes to a file."""
    if format == "text":
        return _render_text(report, view, terminal=terminal)
    module = import_module(f"bulletlint.report.{format}")
    render = getattr(module, f"render_{format}")
    text: str = render(report, view.rules) if format == "sarif" else render(report)
    return text


def _render_text(report: Report, view: View, *, terminal: bool | None) -> str:
    from bulletlint.report.text import TextStyle, render_text

    style = TextStyle(
        width=find_width(terminal=bool(terminal)),
        colour=wants_colour(view.colour, terminal=bool(terminal)),
        unicode=terminal is None or (sys.stdout.encoding or "ascii").lower().startswith("utf"),
        verbose=view.verbose,
        quiet=view.quiet,
        bars=bool(terminal),
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


def redact(report: Report, rules: Sequence[Rule]) -> Report:
    """Return the report without words of the resume, each message the summary of its rule."""
    from bulletlint.report.redaction import redact_report
    from bulletlint.suppress import NOTICES

    summaries = {rule.code: rule.summary for rule in rules} | {
        notice.code: notice.summary for notice in NOTICES
    }
    return redact_report(report, summaries)


def write_notes(
    report: Report, remarks: Sequence[str] = (), *, verbose: bool = False, quiet: bool = False
) -> None:
    """Write to standard error what is not a finding: remarks, unreadable files, files without bullets."""
    for line in remarks:
        print(line, file=sys.stderr)  # noqa: T201
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
