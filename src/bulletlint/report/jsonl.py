"""The report as JSON lines: one object a bullet, so that a run over thousands of files can be read as a stream."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bulletlint.finding import Report
from bulletlint.report.json import SCHEMA_VERSION, build_bullet, build_finding, build_report


def render_jsonl(report: Report) -> str:
    """Return a line a bullet, a finding about a whole file, or a file that could not be read; the summary last."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in iterate_rows(report))


def iterate_rows(report: Report) -> Iterator[dict[str, Any]]:
    """Yield the lines as plain values; `type` tells them apart."""
    for file in report.files:
        head = {"path": file.path, "format": file.format}
        if file.error is not None:
            yield {"type": "error", **head, "error": file.error}
        for bullet in file.bullets:
            yield {"type": "bullet", **head, **build_bullet(bullet)}
        for finding in file.findings:
            yield {"type": "finding", **head, **build_finding(finding)}
    whole = build_report(report)
    yield {"type": "summary", "schema": SCHEMA_VERSION, "tool": whole["tool"], **whole["summary"]}
