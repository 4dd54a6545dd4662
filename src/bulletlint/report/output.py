"""Where reports go: the renderer of each format, and writing to a stream or a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from bulletlint.core.errors import ConfigError
from bulletlint.core.finding import FileReport, Report, Tool
from bulletlint.core.settings import FailOn
from bulletlint.report.summary import Summary, count_at_or_above

if TYPE_CHECKING:
    from bulletlint.core.rule import Rule
    from bulletlint.report.stream import ReportStream, Write
    from bulletlint.report.text import TextStyle

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


class Outlet:
    """One format on its way to a file, or to standard output for "-".

    Raises ConfigError where it cannot be written, but BrokenPipeError where nobody reads on.
    """

    def __init__(self, format: str, output: str, tool: Tool, view: View) -> None:
        self._path = None if output == STANDARD_OUTPUT else Path(output)
        if self._path is None:
            if hasattr(sys.stdout, "reconfigure"):
                sys.stdout.reconfigure(errors="backslashreplace")
            self._target: TextIO = sys.stdout
            terminal: bool | None = sys.stdout.isatty()
        else:
            try:
                self._target = self._path.open("w", encoding="utf-8", newline="")
            except OSError as error:
                raise self._refuse(error) from None
            view, terminal = replace(view, colour="never"), None
        self.begun = False  # something was written
        self._stream = open_stream(format, self._write, tool, view, terminal=terminal)

    def add(self, file: FileReport) -> None:
        """Write what the format says of the next file."""
        self._stream.add(file)
        self._flush()

    def close(self, *, broken: bool = False) -> None:
        """Write what stands last; where the run broke before anything was written, leave the output empty."""
        if self.begun or not broken:
            self._stream.close()
        self._flush()
        if self._path is not None:
            self._target.close()

    def _write(self, text: str) -> None:
        self.begun = self.begun or bool(text)
        try:
            self._target.write(text)
        except OSError as error:
            raise self._refuse(error) from None

    def _flush(self) -> None:
        try:
            self._target.flush()
        except OSError as error:
            raise self._refuse(error) from None

    def _refuse(self, error: OSError) -> OSError | ConfigError:
        if isinstance(error, BrokenPipeError):
            return error
        if self._path is None:
            discard_output()
            return ConfigError(f"cannot write to standard output ({error.strerror}); check where it goes")
        with suppress(OSError, AttributeError):  # what could not be written, or was never opened
            self._target.close()
        return ConfigError(
            f"cannot write the report ({error.strerror}); check --output", path=str(self._path)
        )


def discard_output() -> None:
    """Send what is left for standard output to nowhere, so that the end of the process does not stumble over it."""
    with suppress(OSError, ValueError):  # where standard output is no file of the system's, as in a test
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def open_stream(
    format: str, write: Write, tool: Tool, view: View, *, terminal: bool | None = None
) -> ReportStream:
    """Return the stream of one of the FORMATS; `terminal` is None where it goes to a file."""
    if format == "text":
        from bulletlint.report.text import TextStream

        return TextStream(write, make_style(view, terminal=terminal))
    module = import_module(f"bulletlint.report.{format}")
    open_format = getattr(module, f"{format.capitalize()}Stream")
    stream: ReportStream
    if format == "sarif":
        stream = open_format(write, tool, view.rules)
    elif format in ("json", "jsonl"):
        stream = open_format(write, tool)
    else:
        stream = open_format(write)
    return stream


def render_report(report: Report, format: str, view: View, *, terminal: bool | None = None) -> str:
    """Return a whole report in one of the FORMATS; `terminal` is None where it goes to a file."""
    from bulletlint.report.stream import render_stream

    return render_stream(
        lambda write: open_stream(format, write, report.tool, view, terminal=terminal), report.files
    )


def make_style(view: View, *, terminal: bool | None) -> TextStyle:
    """Return how to print text; `terminal` is None where it goes to a file."""
    from bulletlint.report.text import TextStyle

    return TextStyle(
        width=find_width(terminal=bool(terminal)),
        colour=wants_colour(view.colour, terminal=bool(terminal)),
        unicode=terminal is None or (sys.stdout.encoding or "ascii").lower().startswith("utf"),
        verbose=view.verbose,
        quiet=view.quiet,
        bars=bool(terminal),
    )


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


def list_summaries(rules: Sequence[Rule]) -> dict[str, str]:
    """Return by its code the summary of each rule, and of each finding about a directive."""
    from bulletlint.lint.directives import NOTICES

    return {rule.code: rule.summary for rule in rules} | {notice.code: notice.summary for notice in NOTICES}


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
    if not file.bullets and empty:
        lines.append(f"note: {file.path}: no bullets found")
    if verbose:
        for line in file.left_out:
            where = f"{file.path}:{line.place.line}" if line.place.line else file.path
            lines.append(f"note: {where}: not a bullet ({line.reason}): {line.text[:60]}")
    return lines


def decide_exit_code(summary: Summary, *, fail_on: FailOn, max_warnings: int | None = None) -> int:
    """Return 2 if a file could not be read, 1 if findings are bad or many enough, else 0."""
    if summary.unreadable:
        return 2
    if fail_on != "never" and count_at_or_above(summary, fail_on):
        return 1
    if max_warnings is not None:
        return int(dict(summary.by_severity)["warning"] > max_warnings)
    return 0
