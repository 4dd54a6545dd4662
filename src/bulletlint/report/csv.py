"""The report as a table, one line per finding, for a spreadsheet: for sorting and counting over many files."""

from __future__ import annotations

import csv
import io
from typing import Any

from bulletlint.core.finding import FileReport, Report
from bulletlint.core.visible import show_line
from bulletlint.report.rows import Row, iterate_rows
from bulletlint.report.stream import Write, render_stream

COLUMNS = (
    "path", "format", "line", "column", "end_line", "end_column", "page", "paragraph", "pointer", "kind", "score",
    "code", "rule", "severity", "action", "error", "profile", "grouped", "message", "text", "rewrite",
)  # fmt: skip


#: What a spreadsheet takes for the beginning of a formula.
_FORMULA = frozenset("=+-@|%\t\r")


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
            writer.writerow({"path": write_path(file.path), "error": "unreadable"})
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


def write_path(path: str) -> str:
    """Return a path as a cell that no spreadsheet takes for a formula, and no terminal for more than a name."""
    return show_line(f"./{path}" if path[:1] in _FORMULA else path)


def build_line(row: Row) -> dict[str, Any]:
    """Return the values of a finding's line by their columns."""
    finding, place, bullet = row.finding, row.finding.place, row.bullet
    return {
        "path": write_path(row.file.path),
        "format": row.file.format,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "page": place.page,
        "paragraph": place.paragraph,
        "pointer": show_line(place.pointer) if place.pointer else None,
        "kind": bullet.kind if bullet else None,
        "score": bullet.score if bullet else None,
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "action": finding.action,
        "profile": row.file.profile,
        "grouped": "yes" if finding.grouped else "no",
        "message": shield_cell(finding.message),
        "text": shield_cell(bullet.text) if bullet else None,
        "rewrite": shield_cell(bullet.rewrite.text) if bullet and bullet.rewrite else None,
    }


def shield_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: one that begins like one gets a space in front."""
    text = show_line(text)
    return f" {text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
