"""The report as workflow commands, which GitHub shows as annotations beside the lines of a pull request."""

from __future__ import annotations

from bulletlint.core.finding import FileReport, Report, Severity
from bulletlint.report.rows import Row, describe_finding, describe_spot, iterate_rows
from bulletlint.report.stream import Write, render_stream

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


class GithubStream:
    """One command per finding, and one for each file that could not be read."""

    def __init__(self, write: Write) -> None:
        self._write = write

    def add(self, file: FileReport) -> None:
        """Write the commands of the next file."""
        if file.error is not None:
            path, message = escape_property(file.path), escape_message(file.error)
            self._write(f"::error file={path},title=bulletlint::{message}\n")
        self._write("".join(f"{_render_row(row)}\n" for row in iterate_rows(file)))

    def close(self) -> None:
        """Write nothing: commands have no end."""


def render_github(report: Report) -> str:
    """Return the commands of a report."""
    return render_stream(GithubStream, report.files)


def _render_row(row: Row) -> str:
    finding, place = row.finding, row.finding.place
    properties = {"file": row.file.path}
    if place.line is not None:
        properties |= {"line": str(place.line), "endLine": str(place.end_line)}
        if place.line == place.end_line:
            properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties["title"] = f"{finding.code} {finding.rule}"
    said = ",".join(f"{name}={escape_property(value)}" for name, value in properties.items())
    spot = describe_spot(finding)
    message = f"{spot}: {describe_finding(finding)}" if spot else describe_finding(finding)
    return f"::{_COMMANDS[finding.severity]} {said}::{escape_message(message)}"


def escape_message(text: str) -> str:
    """Return a text that cannot end a command or begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Return a text that cannot end a property either."""
    return escape_message(text).replace(":", "%3A").replace(",", "%2C")
