"""The score: only ever adds, and weighs as the rubric does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import RULE, make_facts, make_lead, make_rule, read_facts_of
from bulletlint.check.score import find_asked, is_outcome_first, score_bullet, score_resume
from bulletlint.core.facts import FACT_VALUES, Facts
from bulletlint.core.rule import Rule

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


BULLETS = (
    "Launched document search.",
    "Cut claim handling from 5 days to 1.",
    "Built dashboards for the operations team.",
    "Implemented Redis caching for the search API.",
    "Trained a ticket classifier that reached 94 % accuracy.",
    "Helped build a fraud model for card payments.",
    "Shipped refunds by chatbot to 12k customers.",
)
ADDITIONS = {
    "outcome": " and cut tickets by 22 %",
    "scale": " for 2M users",
    "cost": " at $0.04 an answer",
    "fallback": ", with the old service as fallback",
    "switch": ", behind a feature flag",
}


@pytest.mark.parametrize("bullet", BULLETS)
@pytest.mark.parametrize("addition", ADDITIONS)
def test_words_that_add_an_element_never_lower_the_score(bullet: str, addition: str) -> None:
    """The property holds on text as it does on facts."""
    before = score_bullet(read_facts_of(bullet))
    after = score_bullet(read_facts_of(bullet.removesuffix(".") + ADDITIONS[addition] + "."))
    assert before is not None
    assert after is not None
    assert before <= after


def test_an_honest_scope_outscores_a_spec_on_text() -> None:
    """Five dashboards are effort; 7B is a name."""
    scope = score_bullet(read_facts_of("Built five dashboards for the operations team."))
    spec = score_bullet(read_facts_of("Built a 7B model for the operations team."))
    assert scope is not None
    assert spec is not None
    assert scope > spec


def test_a_model_score_gives_no_more_than_reach() -> None:
    """Nobody felt it yet."""
    assert score_bullet(replace(STRONG, score_only=True)) == 90


@pytest.mark.parametrize("filler", ["successfully ", "seamlessly "])
def test_filler_moves_the_score_little(filler: str) -> None:
    """Neither praise nor its absence is evidence."""
    plain = score_bullet(read_facts_of("Launched document search for 300 law firms."))
    filled = score_bullet(read_facts_of(f"Launched document search {filler}for 300 law firms."))
    assert plain is not None
    assert filled is not None
    assert abs(plain - filled) <= 5


def test_what_the_profile_does_not_ask_is_no_part_of_the_score() -> None:
    """Without cost and fallback the rest counts for the whole, and stating them changes nothing."""
    bare = replace(STRONG, cost="none", fallback=False)
    assert [
        score_bullet(bare, asked) for asked in ((), ("missing-cost",), ("missing-cost", "missing-fallback"))
    ] == [100, 82, 70]
    assert score_bullet(STRONG, ()) == 100
    assert score_bullet(make_facts("Dashboards."), ()) == 7


def test_a_bullet_in_another_language_has_no_score() -> None:
    """Nothing in it was judged."""
    assert score_bullet(replace(STRONG, foreign=True)) is None


def test_a_part_is_asked_if_its_rule_applies_to_the_bullet() -> None:
    """The profile may ask it of bullets about AI alone."""
    cost, fallback = make_part_rule("missing-cost", when="{ai: [true]}"), make_part_rule("missing-fallback")
    facts = make_facts("x")
    assert find_asked(facts, (cost, fallback)) == ("missing-fallback",)
    assert find_asked(replace(facts, ai=True), (cost, fallback)) == ("missing-cost", "missing-fallback")
    assert find_asked(replace(facts, kind="people"), (cost, fallback)) == ()
    monitoring = make_part_rule("missing-monitoring", when="{ai: [true]}")
    assert find_asked(replace(facts, ai=True), (monitoring,)) == ("missing-monitoring",)


def make_part_rule(name: str, *, when: str = "{fallback: [false]}") -> Rule:
    return make_rule(f"{RULE.replace('weak-verb', name)}when: {when}\n", name=name)
