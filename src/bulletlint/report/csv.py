"""The report as a table, a line a finding, without any text of the resume: for counting over many files."""

from __future__ import annotations

import csv
import io

from bulletlint.finding import Report
from bulletlint.report.rows import iterate_rows

COLUMNS = (
    "path", "format", "line", "column", "end_line", "end_column", "page", "paragraph", "pointer", "kind", "score",
    "code", "rule", "severity", "action", "error",
)  # fmt: skip


def render_csv(report: Report) -> str:
    """Return the table with its head; a file that could not be read is a line with `error` set."""
    target = io.StringIO()
    writer = csv.DictWriter(target, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for file in report.files:
        if file.error is not None:
            writer.writerow({"path": file.path, "error": "unreadable"})
    for row in iterate_rows(report):
        finding, place, bullet = row.finding, row.finding.place, row.bullet
        writer.writerow(
            {
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
        )
    return target.getvalue()
