"""What an edit changed."""

from __future__ import annotations

from dataclasses import replace

from builders import make_report
from bulletlint.cli.repl.revision import Revision, compare_findings


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
