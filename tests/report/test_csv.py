"""CSV: a line a finding."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from builders import make_report
from bulletlint.core.finding import Group
from bulletlint.report.csv import COLUMNS, render_csv, shield_cell
from bulletlint.report.redaction import mask_text, redact_file


def read_rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_line_a_finding_with_message_bullet_and_rewrite() -> None:
    """An unreadable file has its own line."""
    report = make_report()
    rows = read_rows(render_csv(report))
    bullet = report.files[0].bullets[0]
    assert bullet.rewrite is not None
    assert tuple(rows[0]) == COLUMNS
    assert [(row["path"], row["code"], row["line"], row["score"], row["error"]) for row in rows] == [
        ("resume.md", "BL101", "3", "55", ""),
        ("resume.md", "BL301", "3", "55", ""),
        ("notes.bin", "", "", "", "unreadable"),
    ]
    assert [(row["profile"], row["message"], row["text"], row["rewrite"]) for row in rows[1:]] == [
        ("ai-pm", "Nothing says what this cost", bullet.text, bullet.rewrite.text),
        ("", "", "", ""),
    ]


def test_what_is_grouped_in_text_is_a_line_here_and_says_so() -> None:
    """So that no finding is missing from a count."""
    report = make_report()
    bullet = report.files[0].bullets[0]
    cost = replace(bullet.findings[1], severity="info", grouped=True)
    file = replace(
        report.files[0],
        bullets=(replace(bullet, findings=(bullet.findings[0], cost)),),
        groups=(Group("BL301", "missing-cost", "{stated} of {asked}: {lines}", 9, 8),),
    )
    assert [row["grouped"] for row in read_rows(render_csv(replace(report, files=(file,))))] == ["no", "yes"]


def test_a_redacted_table_has_no_words_of_the_resume() -> None:
    """The bullet is masked as in every format, the rewrite is empty."""
    report = make_report()
    table = render_csv(replace(report, files=tuple(redact_file(file, {}) for file in report.files)))
    said = [(row["text"], row["rewrite"], row["message"]) for row in read_rows(table) if not row["error"]]
    assert said == [
        (mask_text(bullet.text), "", finding.rule)
        for file in report.files
        for bullet in file.bullets
        for finding in bullet.findings
    ]


@pytest.mark.parametrize(
    ("text", "cell"),
    [("=1+1", " =1+1"), ("+40 %", " +40 %"), ("@SUM", " @SUM"), ("- a", " - a"), ("Cut 40 %", "Cut 40 %")],
)
def test_no_cell_is_taken_for_a_formula(text: str, cell: str) -> None:
    """A spreadsheet runs what begins with an equals sign."""
    assert shield_cell(text) == cell
