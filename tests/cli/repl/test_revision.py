"""Which bullet a text is a new version of, and what changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import make_report
from bulletlint.cli.repl.revision import Revision, compare_findings, find_earlier

TEXTS = {
    1: "Built a cache for the search API.",
    2: "Led a team of five engineers.",
    4: "Built a cache for the shop.",
}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Built a cache for the search API, cutting p95 by 40 %.", 1),
        ("Led a team of six engineers.", 2),
        ("built a cache for the shop", 4),
        ("Cut warehouse costs by a third.", None),
        ("", None),
    ],
)
def test_the_nearest_bullet_is_found_by_its_words(text: str, number: int | None) -> None:
    """Small changes keep the number; another statement is a new bullet."""
    assert find_earlier(text, TEXTS) == number


def test_an_edit_says_what_went_came_and_stayed() -> None:
    """Findings are counted by rule, so that one of two equal ones may go."""
    before = make_report().files[0].bullets[0]
    weak, cost = before.findings
    other = replace(cost, code="BL401", rule="missing-fallback")
    after = replace(before, findings=(cost, other), score=70)
    assert compare_findings(replace(before, findings=(weak, weak, cost)), after) == Revision(
        gone=("BL101 weak-verb", "BL101 weak-verb"),
        came=("BL401 missing-fallback",),
        stayed=("BL301 missing-cost",),
        score_before=55,
        score_after=70,
    )
