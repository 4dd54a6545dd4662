"""The report as a table, one line per finding, without any text of the resume: for counting over many files."""

from __future__ import annotations

import csv
import io
from typing import Any

from bulletlint.core.finding import FileReport, Report
from bulletlint.report.rows import Row, iterate_rows
from bulletlint.report.stream import Write, render_stream

COLUMNS = (
    "path", "format", "line", "column", "end_line", "end_column", "page", "paragraph", "pointer", "kind", "score",
    "code", "rule", "severity", "action", "error",
)  # fmt: skip


class CsvStream:
    """A line a finding below the names of the columns; a file that could not be read is a line with `error` set."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._begun = False

    def add(self, file: FileReport) -> None:
        """Write the lines of the next file."""
        target = self._open_target()
        writer = csv.DictWriter(target, COLUMNS, restval="", lineterminator="\r\n")
        if file.error is not None:
            writer.writerow({"path": file.path, "error": "unreadable"})
        writer.writerows(build_line(row) for row in iterate_rows(file))
        self._write(target.getvalue())

    def close(self) -> None:
        """Write the names of the columns, where no file came before."""
        self._write(self._open_target().getvalue())

    def _open_target(self) -> io.StringIO:
        target = io.StringIO()
        if not self._begun:
            csv.DictWriter(target, COLUMNS, lineterminator="\r\n").writeheader()
            self._begun = True
        return target


def render_csv(report: Report) -> str:
    """Return the table with its head."""
    return render_stream(CsvStream, report.files)


def build_line(row: Row) -> dict[str, Any]:
    """Return the values of a finding's line by their columns."""
    finding, place, bullet = row.finding, row.finding.place, row.bullet
    return {
        "path": row.file.path,
        "format": row.file.format,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "page": place.page,
        "paragraph": place.paragraph,
        "pointer": place.pointer,
        "kind": bullet.kind if bullet else None,
        "score": bullet.score if bullet else None,
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "action": finding.action,
    }
