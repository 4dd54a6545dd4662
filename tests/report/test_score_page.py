"""The page of the score, and what a bullet would gain by each part."""

from __future__ import annotations

from dataclasses import replace

from bulletlint.check.score_weights import load_score_weights
from bulletlint.core.document import Place
from bulletlint.core.finding import BulletReport, FileReport, ScorePart
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.report.score_page import render_bullet_scores, render_score_page

WEIGHTS = load_score_weights([find_rules_folder()])
PRIZE = BulletReport("Won a prize.", Place(), None, "other", None, (), ())
PARTS = (
    ScorePart("outcome", 14, 30, True),
    ScorePart("price", 0, 15, True),
    ScorePart("monitoring", 0, 8, False),
    ScorePart("decision", 0, 15, False),
    ScorePart("ownership", 15, 15, True),
)


def test_the_page_says_what_each_part_is_worth() -> None:
    """The figures are those that compute it."""
    page = render_score_page(WEIGHTS)
    for name, worth in WEIGHTS.parts.items():
        assert f"  {name:<12}{worth.most:>4}  {worth.meaning}\n" in page
    assert (
        "(14 for a reach, 14 for the score of a model, 7 for an effort, 3 for a figure that names a thing)"
        in page
    )
    assert "(5 for the result in front, 5 up to 240 characters)" in page


def test_a_bullet_shows_its_parts_and_what_they_would_add() -> None:
    """What is not asked adds nothing, but for a decision."""
    bullet = replace(PRIZE, text="Cut it.", place=Place(line=5), score=48, parts=PARTS)
    assert render_bullet_scores(
        [FileReport("a.md", "markdown", None, (bullet,), profile="ai-pm")], WEIGHTS
    ) == [
        "a.md:5 (profile ai-pm)\n"
        "  Cut it.\n"
        "  score 48\n"
        "    outcome      14 of 30  +27 if it had a result that somebody felt\n"
        "    price         0 of 15  +25 if it had a price, a limit that was kept, people and time, or a saving\n"
        "    monitoring    0 of  8, not asked\n"
        "    decision      0 of 15, not asked  +25 if it had what was cut, capped, delayed or decided against, and why\n"
        "    ownership    15 of 15\n"
    ]


def test_a_bullet_without_a_score_says_why() -> None:
    """It is foreign, or none of the rubric's business."""
    report = FileReport(
        "a.json", "json-resume", None, (PRIZE, replace(PRIZE, foreign=True)), profile="general"
    )
    assert [page.splitlines()[-1] for page in render_bullet_scores([report], WEIGHTS)] == [
        "  no score: the rubric has nothing to say of it",
        "  no score: it is not in English",
    ]
