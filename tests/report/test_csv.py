"""CSV without resume text."""

from __future__ import annotations

import csv
import io

from builders import make_report
from bulletlint.report.csv import COLUMNS, render_csv


def test_a_line_a_finding_without_words_of_the_resume() -> None:
    """Places, codes and figures only; an unreadable file has its own line."""
    text = render_csv(make_report())
    rows = list(csv.DictReader(io.StringIO(text)))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["path"], row["code"], row["line"], row["score"], row["error"]) for row in rows] == [
        ("resume.md", "BL101", "3", "55", ""),
        ("resume.md", "BL301", "3", "55", ""),
        ("notes.bin", "", "", "", "unreadable"),
    ]
    assert "Implemented" not in text
    assert "Redis" not in text
