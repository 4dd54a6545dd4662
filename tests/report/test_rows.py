"""Findings as a flat list."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from builders import make_report
from bulletlint.core.document import Place
from bulletlint.report.rows import describe_finding, describe_located, iterate_rows, number_rows


def test_rows_number_findings_of_one_fingerprint() -> None:
    """Bullets first, then what is about the whole file; moving a bullet changes no fingerprint."""
    file = make_report().files[0]
    bullet, finding = file.bullets[0], file.bullets[0].findings[0]
    moved = replace(bullet, place=Place(9, 1, 9, 5), findings=(finding,))
    rows = iterate_rows(replace(file, bullets=(bullet, moved), findings=(finding,)))
    numbered = list(number_rows(rows, Counter()))
    assert [(row.finding.code, number, row.bullet is None) for row, _, number in numbered] == [
        ("BL101", 0, False), ("BL301", 0, False), ("BL101", 1, False), ("BL101", 0, True),
    ]  # fmt: skip
    assert numbered[0][1] == numbered[2][1] != numbered[3][1]


def test_a_finding_in_one_line() -> None:
    """Message, suggestions, question."""
    first, second = make_report().files[0].bullets[0].findings
    assert describe_finding(first).endswith("not what changed (try Cut, Reduced)")
    assert describe_finding(second) == "Nothing says what this cost – What does one query cost?"


@pytest.mark.parametrize(
    ("place", "spot"),
    [
        (Place(1, 2, 1, 3), ""),
        (Place(page=2), "page 2: "),
        (Place(paragraph=3), "paragraph 3: "),
        (Place(pointer="/a"), "/a: "),
        (Place(), ""),
    ],
)
def test_a_spot_is_said_where_there_is_no_line(place: Place, spot: str) -> None:
    """So that formats which only know lines still tell where."""
    finding = make_report().files[0].bullets[0].findings[0]
    assert describe_located(replace(finding, place=place)) == spot + describe_finding(finding)
