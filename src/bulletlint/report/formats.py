"""The formats of a report, and the renderer of each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from bulletlint.core.errors import ConfigError
from bulletlint.core.finding import Report, Tool
from bulletlint.report.style import View, make_style

if TYPE_CHECKING:
    from bulletlint.report.stream import ReportStream, Write

STANDARD_OUTPUT = "-"
#: The formats that show rewrites.
SHOWING_REWRITES = frozenset({"text", "json", "jsonl", "html", "csv"})


def pair_outputs(formats: Sequence[str], outputs: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return each format with the file that it is written to, "-" for standard output.

    Raises ConfigError if it is not clear which output belongs to which format.
    """
    chosen = tuple(formats) or ("text",)
    if not outputs and len(chosen) == 1:
        return ((chosen[0], STANDARD_OUTPUT),)
    if len(chosen) != len(outputs):
        raise ConfigError(
            f"{len(chosen)} --format but {len(outputs)} --output; give one --output (or -) for each --format"
        )
    if len({output if output == STANDARD_OUTPUT else os.path.abspath(output) for output in outputs}) != len(
        outputs
    ):
        raise ConfigError("two formats have the same --output; give each its own")
    return tuple(zip(chosen, outputs, strict=True))


def show_rewrites(formats: Iterable[str], view: View) -> bool:
    """Tell whether anybody will see a rewrite: what nobody sees is not made."""
    shown = SHOWING_REWRITES.intersection(formats)
    return bool(shown if not view.quiet else shown - {"text"})


def open_stream(
    format: str, write: Write, tool: Tool, view: View, *, terminal: bool | None = None
) -> ReportStream:
    """Return the stream of one of FORMATS; `terminal` is None if it goes to a file."""
    if format == "text":
        from bulletlint.report.text import TextStream

        return TextStream(write, make_style(view, terminal=terminal))
    if format == "github":
        from bulletlint.report.github import open_github

        return open_github(write, view)
    module = import_module(f"bulletlint.report.{format}")
    open_format = getattr(module, f"{format.capitalize()}Stream")
    stream: ReportStream
    if format == "sarif":
        stream = open_format(write, tool, view.rules)
    elif format in ("json", "jsonl", "html"):
        stream = open_format(write, tool)
    elif format in ("concise", "junit"):
        stream = open_format(write, view)
    else:
        stream = open_format(write)
    return stream


def render_report(report: Report, format: str, view: View, *, terminal: bool | None = None) -> str:
    """Return a whole report in one of FORMATS; `terminal` is None if it goes to a file."""
    from bulletlint.report.stream import render_stream

    return render_stream(
        lambda write: open_stream(format, write, report.tool, view, terminal=terminal), report.files
    )
