"""The score: only ever adds, and weighs as the rubric does."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import RULE, make_evidence, make_facts, make_lead, make_rule, read_facts_of
from bulletlint.check import score
from bulletlint.check.score import add_parts, find_asked, find_gains, is_outcome_first, score_resume
from bulletlint.check.score_weights import PARTS, load_score_weights
from bulletlint.core.facts import FACT_VALUES, Facts
from bulletlint.core.finding import ScorePart
from bulletlint.core.rule import Rule
from bulletlint.core.rules_folder import find_rules_folder

WEIGHTS = load_score_weights([find_rules_folder()])

STRONG = make_facts(
    "Cut costs by 40 %.", lead=make_lead("Cut", "outcome"), metric="outcome", cost="paid", fallback=True
)
#: What every profile asks of a bullet that tells of no AI system.
PLAIN = ("outcome", "scale", "price", "containment", "ownership", "clarity")
#: The rules by which a profile asks for the parts.
RULES = ("missing-metric", "missing-cost", "missing-fallback", "missing-monitoring", "sensitive-without-safeguard", "vague-ai", "weak-verb")  # fmt: skip


def score_bullet(facts: Facts, asked: Collection[str] = tuple(PARTS)) -> int | None:
    return score.score_bullet(facts, asked, WEIGHTS)


def score_parts(facts: Facts, asked: Collection[str] = tuple(PARTS)) -> tuple[ScorePart, ...]:
    return score.score_parts(facts, asked, WEIGHTS)


def find_asked_parts(facts: Facts, rules: Sequence[Rule]) -> frozenset[str]:
    return score.find_asked_parts(facts, rules, WEIGHTS)


@st.composite
def any_facts(draw: st.DrawFn) -> Facts:
    """Return the facts of any bullet."""
    values = {fact: draw(st.sampled_from(FACT_VALUES[fact])) for fact in FACT_VALUES if fact != "lead_class"}
    lead = make_lead("Did", draw(st.sampled_from(FACT_VALUES["lead_class"])))  # type: ignore[arg-type]
    return make_facts("x" * draw(st.integers(1, 400)), lead=lead, **values)


def add_each_fact(facts: Facts) -> list[Facts]:
    """Return the facts with one of those that a bullet may prove added to them, or one that hides it taken away."""
    scale = make_evidence(facts.text, facts.text[0], "scale")
    return [
        replace(facts, metric="outcome", score_only=False),
        replace(facts, metric="scale") if facts.metric != "outcome" else facts,
        replace(facts, evidence=(scale,)),
        replace(facts, score_only=False),
        replace(facts, cost="paid"),
        replace(facts, fallback=True),
        replace(facts, monitoring="trigger"),
        replace(facts, monitoring="watch") if facts.monitoring == "no" else facts,
        replace(facts, safeguard=True),
        replace(facts, method=True),
        replace(facts, decision=True),
        replace(facts, reason=True),
        replace(facts, live=True),
        replace(facts, technique_first=False),
        replace(facts, hedged=False, duty=False, deferred=False),
        replace(facts, lead=make_lead("Cut", "outcome")),
    ]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(any_facts(), st.sets(st.sampled_from(RULES)))
def test_a_fact_that_is_added_never_lowers_the_score(facts: Facts, asking: set[str]) -> None:
    """Whatever the profile asks, and whatever the bullet states already."""
    rules = tuple(make_part_rule(name) for name in sorted(asking))
    before = score_bullet(facts, find_asked_parts(facts, rules))
    for stronger in add_each_fact(facts):
        after = score_bullet(stronger, find_asked_parts(stronger, rules))
        if before is not None and facts.kind != "other":
            assert after is not None
        if before is not None and after is not None:
            assert 0 <= before <= after <= 100


def test_a_bullet_with_everything_has_100_and_with_nothing_next_to_none() -> None:
    """The scale is used from end to end."""
    assert score_bullet(STRONG, PLAIN) == 100
    assert score_bullet(make_facts("Dashboards."), PLAIN) == 5


def test_an_ai_bullet_is_asked_for_monitoring_and_method_and_one_that_judges_people_for_a_safeguard() -> None:
    """What is not asked of a bullet is no part of its score."""
    rules = tuple(map(make_part_rule, RULES))
    facts = make_facts("x")
    assert find_asked_parts(facts, rules) == set(PLAIN)
    ai = replace(facts, ai=True)
    assert find_asked_parts(ai, rules) == {*PLAIN, "monitoring", "method"}
    assert find_asked_parts(replace(ai, sensitive=True), rules) == {
        *PLAIN,
        "monitoring",
        "method",
        "safeguard",
    }
    assert find_asked_parts(facts, ()) == {"clarity"}


def test_what_no_rule_asks_of_its_kind_is_no_part_of_a_score() -> None:
    """Hiring needs no price and no figure, and a line about a duty no fallback; a plan for an AI system needs all."""
    rules = tuple(map(make_part_rule, RULES))
    assert find_asked_parts(make_facts("x", kind="people"), rules) == {"ownership", "clarity"}
    duty = make_facts("x", kind="other", duty=True)
    assert find_asked_parts(duty, rules) == {"ownership", "clarity"}
    assert find_asked_parts(replace(duty, ai=True), rules) == {*PLAIN, "monitoring", "method"}


@pytest.mark.parametrize(
    ("changes", "judged"),
    [
        ({}, False),
        ({"ai": True}, True),
        ({"duty": True}, True),
        ({"deferred": True}, True),
        ({"monitoring": "watch"}, False),
        ({"decision": True}, True),
        ({"ai": True, "tells": "honour"}, False),
        ({"ai": True, "lead": None}, False),
    ],
)
def test_what_is_no_delivery_is_judged_where_it_makes_a_claim(
    changes: dict[str, object], judged: bool
) -> None:
    """A plan for an AI system has a score; a course, an award and a line without a verb have none."""
    facts = make_facts("x", kind="other", lead=make_lead("Did", "product"))
    assert (score_bullet(replace(facts, **changes)) is not None) is judged  # type: ignore[arg-type]


def test_the_parts_say_what_each_gives_and_what_it_would_give() -> None:
    """Parts that are not asked give nothing, but could add."""
    parts = score_parts(replace(STRONG, fallback=False), PLAIN)
    assert parts[:4] == (
        ScorePart("outcome", 30, 30, True),
        ScorePart("scale", 8, 8, True),
        ScorePart("price", 15, 15, True),
        ScorePart("containment", 0, 15, True),
    )
    assert add_parts(parts) == 84
    assert {part.name: gain for part, gain in find_gains(parts) if gain} == {
        "containment": 16,
        "monitoring": 8,
        "decision": 16,
    }


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
    assert score_bullet(replace(STRONG, text="x" * 500), PLAIN) == 95


def test_a_decision_with_its_reason_gives_more_than_one_without_and_a_reason_alone_nothing() -> None:
    """What was given up, or why, is the half that an interviewer asks for."""
    plain = make_facts("x", lead=make_lead("Delayed", "product"))
    scores = [
        score_bullet(replace(plain, decision=decision, reason=reason), PLAIN)
        for decision, reason in ((False, False), (False, True), (True, False), (True, True))
    ]
    assert scores == [22, 22, 31, 38]


def test_a_watch_gives_less_than_a_trigger() -> None:
    """A dashboard that nobody has to react to is decoration."""
    facts = replace(STRONG, ai=True, metric="none")
    scores = [
        score_bullet(replace(facts, monitoring=value), (*PLAIN, "monitoring"))
        for value in ("no", "watch", "trigger")
    ]
    assert scores == [50, 52, 57]


def test_who_gives_the_decision_away_owns_nothing() -> None:
    """Neither does who hedges, or names a duty."""
    assert [
        score_bullet(replace(STRONG, **{fact: True}), PLAIN)  # type: ignore[arg-type]
        for fact in ("deferred", "hedged", "duty")
    ] == [84, 84, 84]


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
    "trigger": ", paused when more than 5 % of a weekly sample is wrong",
    "safeguard": ", with an opt-out and a bias audit each quarter",
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
    scope = score_bullet(read_facts_of("Built five dashboards for the operations team."), PLAIN)
    spec = score_bullet(read_facts_of("Built a 7B model for the operations team."), PLAIN)
    assert scope is not None
    assert spec is not None
    assert scope > spec


def test_a_model_score_gives_no_more_than_reach() -> None:
    """Nobody felt it yet."""
    assert score_bullet(replace(STRONG, score_only=True), PLAIN) == 74
    assert score_bullet(replace(STRONG, metric="scale"), PLAIN) == 83


@pytest.mark.parametrize("filler", ["successfully ", "seamlessly "])
def test_filler_moves_the_score_little(filler: str) -> None:
    """Neither praise nor its absence is evidence."""
    plain = score_bullet(read_facts_of("Launched document search for 300 law firms."))
    filled = score_bullet(read_facts_of(f"Launched document search {filler}for 300 law firms."))
    assert plain is not None
    assert filled is not None
    assert abs(plain - filled) <= 5


def test_what_the_profile_does_not_ask_adds_on_top() -> None:
    """Without cost and fallback the rest counts for the whole; stating them all the same can only help."""
    bare = replace(STRONG, cost="none", fallback=False, lead=make_lead("Built", "build"))
    asked = ("outcome", "scale", "ownership", "clarity")
    assert [
        score_bullet(facts, asked)
        for facts in (bare, replace(bare, cost="paid"), replace(bare, decision=True))
    ] == [81, 100, 95]


def test_a_bullet_in_another_language_has_no_score() -> None:
    """Nothing in it was judged."""
    assert score_bullet(replace(STRONG, foreign=True)) is None


def test_a_rule_about_a_part_is_asked_if_it_applies_to_the_bullet() -> None:
    """The profile may ask it of bullets about AI alone."""
    cost = make_part_rule("missing-cost", when="when: {ai: [true]}\n")
    fallback = make_part_rule("missing-fallback", when="when: {fallback: [false]}\n")
    facts = make_facts("x")
    assert find_asked(facts, (cost, fallback)) == ("missing-fallback",)
    assert find_asked(replace(facts, ai=True), (cost, fallback)) == ("missing-cost", "missing-fallback")
    assert find_asked(replace(facts, kind="people"), (cost, fallback)) == ()
    monitoring = make_part_rule("missing-monitoring", when="when: {ai: [true]}\n")
    assert find_asked(replace(facts, ai=True), (monitoring,)) == ("missing-monitoring",)


def make_part_rule(name: str, *, when: str = "") -> Rule:
    return make_rule(f"{RULE.replace('weak-verb', name)}{when}", name=name)


def test_a_result_is_asked_even_where_the_rule_is_satisfied_with_any_figure() -> None:
    """Otherwise an effort would count for the whole."""
    rules = (make_part_rule("missing-metric", when="when: {metric: [none]}\n"),)
    assert find_asked_parts(make_facts("x", metric="scope"), rules) == {"outcome", "scale", "clarity"}
