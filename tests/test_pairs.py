"""Pairs of a weak and a strong bullet about the same work: the weak one has its findings, the strong one none that is loud."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bulletlint import Linter, Settings
from bulletlint.core.finding import BulletReport

FILE = Path(__file__).parent / "gold" / "pairs.tsv"
ROWS = [tuple(line.split("\t")) for line in FILE.read_text(encoding="utf-8").splitlines()[1:]]
START = "## Experience\n\n### Somebody, Somewhere, 2019 to 2022\n\n"
#: Points by which a strong bullet is clearly ahead of its weak one.
AHEAD = 25


@cache
def report_all() -> dict[str, BulletReport]:
    """Lint all bullets as those of one page for AI product roles."""
    page = START + "".join(f"- {text}\n" for _, weak, strong in ROWS for text in (weak, strong))
    linter = Linter(Settings(profile="ai-pm", rewrites=False))
    return {bullet.text: bullet for bullet in linter.lint_text(page, format="markdown").files[0].bullets}


@pytest.mark.parametrize(("codes", "weak", "strong"), ROWS)
def test_the_weak_one_has_its_findings(codes: str, weak: str, strong: str) -> None:
    """Each code that the pair names is found in the weak bullet."""
    found = {code for finding in report_all()[weak].findings for code in finding.codes}
    assert set(codes.split(",")) - found == set()


@pytest.mark.parametrize(("codes", "weak", "strong"), ROWS)
def test_the_strong_one_has_no_error(codes: str, weak: str, strong: str) -> None:
    """It says what improved, at what cost, and what contains the risk, or it shows a decision."""
    assert [finding.codes for finding in report_all()[strong].findings if finding.severity == "error"] == []


@pytest.mark.parametrize(("codes", "weak", "strong"), ROWS)
def test_the_strong_one_scores_clearly_higher(codes: str, weak: str, strong: str) -> None:
    """Whatever kind the two are of, both have a score."""
    before, after = report_all()[weak].score, report_all()[strong].score
    assert before is not None
    assert after is not None
    assert after - before >= AHEAD
