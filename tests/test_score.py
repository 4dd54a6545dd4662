"""The score: only ever adds, and weighs as the rubric does."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from builders import make_facts, make_lead
from bulletlint.facts import FACT_VALUES, Facts
from bulletlint.score import is_outcome_first, score_bullet, score_resume

STRONG = make_facts(
    "Cut costs by 40 %.", lead=make_lead("Cut", "outcome"), metric="outcome", cost="paid", fallback=True
)


@st.composite
def any_facts(draw: st.DrawFn) -> Facts:
    """Return the facts of any delivery bullet."""
    values = {
        fact: draw(st.sampled_from(FACT_VALUES[fact]))
        for fact in FACT_VALUES
        if fact not in ("lead_class", "kind")
    }
    lead = make_lead("Did", draw(st.sampled_from(FACT_VALUES["lead_class"])))  # type: ignore[arg-type]
    return make_facts("x" * draw(st.integers(1, 400)), lead=lead, **values)


def test_a_bullet_with_everything_has_100_and_with_nothing_next_to_none() -> None:
    """The scale is used from end to end."""
    assert score_bullet(STRONG) == 100
    assert score_bullet(make_facts("Dashboards.")) == 5
    assert score_bullet(replace(STRONG, kind="people")) is None


@given(any_facts())
def test_a_missing_element_that_is_added_never_lowers_the_score(facts: Facts) -> None:
    """Metric, cost, fallback and a stronger lead each only add."""
    before = score_bullet(facts)
    assert before is not None
    for stronger in (
        replace(facts, metric="outcome"),
        replace(facts, cost="paid"),
        replace(facts, fallback=True),
        replace(facts, technique_first=False),
        replace(facts, hedged=False, duty=False),
        replace(facts, lead=make_lead("Cut", "outcome")),
    ):
        after = score_bullet(stronger)
        assert after is not None
        assert before <= after <= 100


def test_an_honest_scope_is_worth_more_than_a_spec() -> None:
    """Twelve dashboards say more than 7B parameters, and reach more than both."""
    scores = [
        score_bullet(make_facts("x", metric=metric))
        for metric in ("none", "spec", "scope", "scale", "outcome")
    ]
    assert scores == sorted(scores, key=lambda score: score or 0)
    assert len(set(scores)) == 5


def test_length_matters_little() -> None:
    """A long bullet loses five points, not more."""
    assert score_bullet(replace(STRONG, text="x" * 500)) == 95


def test_outcome_first_needs_a_result_a_strong_verb_and_no_technique_in_front() -> None:
    """All three."""
    assert is_outcome_first(STRONG)
    assert not is_outcome_first(replace(STRONG, technique_first=True))
    assert not is_outcome_first(replace(STRONG, metric="scope"))
    assert not is_outcome_first(replace(STRONG, lead=make_lead("Built", "build")))


def test_a_resume_scores_the_mean_of_what_is_scored() -> None:
    """Bullets that the rubric does not judge count for nothing."""
    assert score_resume([50, None, 75]) == 62
    assert score_resume([None]) is None
