"""JSON lines."""

from __future__ import annotations

import json
from dataclasses import replace

from builders import make_report
from bulletlint.report.json import build_bullet
from bulletlint.report.jsonl import render_jsonl


def test_a_line_a_bullet_and_the_summary_last() -> None:
    """Each line stands for itself; errors and findings about a whole file have their own."""
    report = make_report()
    finding = report.files[0].bullets[0].findings[0]
    report = replace(report, files=(*report.files[:2], replace(report.files[2], findings=(finding,))))
    rows = [json.loads(line) for line in render_jsonl(report).splitlines()]
    assert [row["type"] for row in rows] == ["bullet", "bullet", "error", "finding", "summary"]
    assert rows[0] == {
        "type": "bullet",
        "path": "resume.md",
        "format": "markdown",
        "profile": "ai-pm",
        **build_bullet(report.files[0].bullets[0]),
    }
    assert (rows[4]["schema"], rows[4]["findings"], rows[4]["tool"]["profile"]) == (1, 3, "ai-pm")
