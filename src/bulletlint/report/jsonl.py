"""The report as JSON lines: one object per bullet, so that a run over thousands of files can be read as a stream."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bulletlint.core.finding import FileReport, Report, Tool
from bulletlint.report.json import SCHEMA_VERSION, build_bullet, build_finding, build_summary, build_tool
from bulletlint.report.json_list import write_line
from bulletlint.report.stream import Write, render_stream
from bulletlint.report.summary import Tally


class JsonlStream:
    """A line a bullet, a finding about a whole file, or a file that could not be read; the summary last."""

    def __init__(self, write: Write, tool: Tool) -> None:
        self._write = write
        self._tool = tool
        self._tally = Tally()

    def add(self, file: FileReport) -> None:
        """Write the lines of the next file."""
        self._tally.add(file)
        self._write("".join(render_line(row) for row in build_rows(file)))

    def close(self) -> None:
        """Write the summary."""
        summary = build_summary(self._tally.summarise())
        row = {"type": "summary", "schema": SCHEMA_VERSION, "tool": build_tool(self._tool), **summary}
        self._write(render_line(row))


def render_jsonl(report: Report) -> str:
    """Return the report as JSON lines."""
    return render_stream(lambda write: JsonlStream(write, report.tool), report.files)


def render_line(row: dict[str, Any]) -> str:
    """Return plain values as a line."""
    return write_line(row) + "\n"


def build_rows(file: FileReport) -> Iterator[dict[str, Any]]:
    """Yield a file's lines as plain values; `type` tells them apart."""
    head = {"path": file.path, "format": file.format, "profile": file.profile or None}
    if file.error is not None:
        yield {"type": "error", **head, "error": file.error}
    for bullet in file.bullets:
        yield {"type": "bullet", **head, **build_bullet(bullet)}
    for finding in file.findings:
        yield {"type": "finding", **head, **build_finding(finding)}
