"""What patterns found and what the learned reader says, settled into facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from builders import make_evidence, make_facts, make_lead
from bulletlint.core.facts import Evidence, Facts
from bulletlint.evidence.learned.answers import Answers, ReadSpan
from bulletlint.evidence.learned.confidence import Confidence
from bulletlint.evidence.learned.settle import (
    SOURCE,
    Excluded,
    find_alike,
    find_doubtful,
    find_remarks,
    settle_facts,
)

TEXT = "Built a queue for 3 clerks at one euro a case; a clerk steps in."
CONFIDENCE = Confidence(
    spans={},
    stated={"cost": 0.5, "fallback": 0.5, "monitoring": 0.5},
    missing={"cost": 0.7, "metric": 0.7},
    alike={},
    metric=0.6,
    missing_technical={"metric": 0.5},
)
#: What a reader says that sees nothing.
NOTHING: Mapping[str, Mapping[str, float]] = {
    "kind": {"delivery": 0.9, "people": 0.05, "other": 0.05},
    "lead_kind": {"outcome": 0.1, "product": 0.1, "build": 0.7, "support": 0.1, "none": 0.0},
    "technique_first": {"no": 0.9, "yes": 0.1},
    "metric": {"outcome": 0.1, "scale": 0.0, "scope": 0.2, "spec": 0.2, "none": 0.5},
    "cost": {"none": 0.9, "paid": 0.06, "saved": 0.04},
    "fallback": {"no": 0.9, "yes": 0.1},
    "monitoring": {"no": 0.9, "watch": 0.05, "trigger": 0.05},
    "outcome": {"no": 0.9, "yes": 0.1},
}


def read_span(label: str, words: str, confidence: float = 0.8) -> ReadSpan:
    start = TEXT.index(words)
    return ReadSpan(label, start, start + len(words), confidence)


def settle(
    facts: Facts, *spans: ReadSpan, excluded: tuple[Excluded, ...] = (), **said: dict[str, float]
) -> Facts:
    """Return the facts of a bullet under a reader that sees nothing but what is said."""
    return settle_facts(facts, answer(*spans, **said), CONFIDENCE, excluded=excluded)


def answer(*spans: ReadSpan, **said: dict[str, float]) -> Answers:
    """Return the answers of a reader that sees nothing but what is said."""
    return Answers(spans, {name: {**values, **said.get(name, {})} for name, values in NOTHING.items()})


def doubt(facts: Facts, **said: dict[str, float]) -> frozenset[str]:
    """Return what is doubtful of a bullet under a reader that sees nothing but what is said."""
    return find_doubtful(facts, answer(**said), CONFIDENCE)


def test_a_stated_cost_is_a_fact_with_its_words() -> None:
    """The evidence says who found it and how sure it was."""
    span = read_span("cost", "at one euro a case")
    found = settle(make_facts(TEXT), span, cost={"none": 0.2, "paid": 0.7, "saved": 0.1})
    assert found.cost == "paid"
    assert found.evidence == (Evidence("cost", "at one euro a case", span.start, span.end, SOURCE, 0.8),)


@pytest.mark.parametrize(
    ("cost", "spans"),
    [
        ({"none": 0.6, "paid": 0.4}, 1),  # not sure enough
        ({"none": 0.1, "paid": 0.9}, 0),  # nothing to point at
    ],
)
def test_a_cost_needs_both_words_and_confidence(cost: dict[str, float], spans: int) -> None:
    """Otherwise nothing is stated, and no evidence of it is shown."""
    given = (read_span("cost", "at one euro a case"),)[:spans]
    found = settle(make_facts(TEXT), *given, cost=cost)
    assert (found.cost, found.evidence) == ("none", ())


def test_an_exclusion_takes_words_away_from_the_reader_too() -> None:
    """`unless` in an evidence file is a veto over both."""
    span = read_span("cost", "at one euro a case")
    veto = Excluded("cost", span.start + 3, span.start + 6)
    sure = {"none": 0.0, "paid": 1.0}
    assert settle(make_facts(TEXT), span, excluded=(veto,), cost=sure).cost == "none"
    other = replace(veto, label="fallback")
    assert settle(make_facts(TEXT), span, excluded=(other,), cost=sure).cost == "paid"


def test_a_pattern_states_something_whatever_the_reader_says() -> None:
    """And its evidence is not doubled by the reader's."""
    evidence = (make_evidence(TEXT, "a clerk steps in", "fallback"),)
    facts = make_facts(TEXT, fallback=True, monitoring="watch", cost="saved", evidence=evidence)
    found = settle(facts, read_span("fallback", "clerk steps"), fallback={"no": 0.1, "yes": 0.9})
    assert (found.fallback, found.monitoring, found.cost, found.evidence) == (
        True,
        "watch",
        "saved",
        evidence,
    )


def test_a_price_wins_over_a_saving() -> None:
    """Whichever of the two found it."""
    span, paid = read_span("cost", "at one euro a case"), {"none": 0.1, "paid": 0.6, "saved": 0.3}
    assert settle(make_facts(TEXT, cost="saved"), span, cost=paid).cost == "paid"
    saved = {"none": 0.1, "paid": 0.3, "saved": 0.6}
    assert settle(make_facts(TEXT), span, cost=saved).cost == "saved"
    assert settle(make_facts(TEXT, cost="paid"), span, cost=saved).cost == "paid"


def test_the_kind_the_lead_and_what_comes_first_are_the_readers() -> None:
    """The lead keeps its words; a hedged one is a support lead that is no duty."""
    lead = make_lead("Built", "build")
    facts = make_facts(TEXT, lead=lead, technique_first=True)
    found = settle(facts, kind={"people": 0.95, "delivery": 0.0}, lead_kind={"support": 0.9, "build": 0.0})
    assert (found.kind, found.technique_first, found.hedged) == ("people", False, True)
    assert found.lead == replace(lead, lead_class="support")
    assert settle(replace(facts, duty=True), lead_kind={"support": 0.9}).hedged is False


def test_a_verb_that_a_user_has_classed_keeps_its_class() -> None:
    """A word in a list of one's own wins over the reader."""
    facts = make_facts(TEXT, lead=make_lead("Built", "outcome"))
    answers = Answers((), NOTHING)
    own = settle_facts(facts, answers, CONFIDENCE, own_verbs=frozenset({"built"}))
    assert (own.lead_class, settle_facts(facts, answers, CONFIDENCE).lead_class) == ("outcome", "build")


def test_a_number_is_retyped_only_where_the_reader_is_sure() -> None:
    """Then the grammar's number counts as no more than the reader says."""
    number = Evidence("outcome", "3", TEXT.index("3"), TEXT.index("3") + 1, "number:count")
    facts = make_facts(TEXT, metric="outcome", evidence=(number,))
    assert settle(facts, metric={"scope": 0.5, "none": 0.3}).evidence == (number,)
    found = settle(facts, metric={"scope": 0.7, "none": 0.1})
    assert (found.metric, found.evidence) == ("scope", (replace(number, label="scope"),))
    assert settle(facts, metric={"none": 0.9}).evidence == (replace(number, label="spec"),)


def test_a_result_in_words_is_pointed_at() -> None:
    """Where the grammar has typed no number and the reader is sure of a result."""
    span = read_span("outcome", "a clerk steps in")
    found = settle(make_facts(TEXT), span, metric={"outcome": 0.9, "none": 0.1})
    assert (found.metric, [item.source for item in found.evidence]) == ("outcome", [SOURCE])
    assert settle(make_facts(TEXT), span).evidence == ()


def test_what_may_be_there_after_all_is_doubtful() -> None:
    """The kind counts as well; what is stated is never doubtful."""
    assert doubt(make_facts(TEXT, kind="delivery")) == frozenset()
    assert doubt(make_facts(TEXT, kind="delivery"), cost={"none": 0.6, "paid": 0.4}) == {"cost"}
    unsure = {"delivery": 0.6, "people": 0.3, "other": 0.1}
    assert doubt(make_facts(TEXT, kind="delivery"), kind=unsure) == {"cost", "metric"}
    stated = make_facts(TEXT, kind="delivery", cost="paid", metric="outcome")
    assert doubt(stated, cost={"none": 0.6}) == frozenset()


def test_a_technical_bullet_has_limits_of_its_own() -> None:
    """Of AI and of software, and only for the facts that they name."""
    unsure = {"delivery": 0.6, "people": 0.3, "other": 0.1}
    for world, doubtful in (("ai", {"cost"}), ("software", {"cost"}), ("care", {"cost", "metric"})):
        assert doubt(make_facts(TEXT, kind="delivery", world=world), kind=unsure) == doubtful, world


def test_every_answer_says_how_sure_it_was() -> None:
    """In the order of the reader's classes."""
    assert settle(make_facts(TEXT)).confidence[:3] == (
        ("kind", 0.9),
        ("lead_kind", 0.7),
        ("technique_first", 0.9),
    )


def test_an_unlikely_span_is_told_only_where_there_is_no_better_one() -> None:
    """It may be all that shows a cost, or noise beside the words that do."""
    sure, weak = read_span("cost", "at one euro a case"), read_span("cost", "Built", 0.4)
    stated = {"none": 0.2, "paid": 0.7, "saved": 0.1}
    assert [item.text for item in settle(make_facts(TEXT), weak, cost=stated).evidence] == ["Built"]
    assert [item.text for item in settle(make_facts(TEXT), weak, sure, cost=stated).evidence] == [
        "at one euro a case"
    ]
    facts = make_facts(TEXT, cost="paid", evidence=(make_evidence(TEXT, "one euro", "cost"),))
    assert settle(facts, weak, cost=stated).evidence == facts.evidence


def test_a_bullet_is_like_those_of_a_rule_from_the_rule_s_limit_on() -> None:
    """A rule without a limit is never one."""
    shares = {"vague-ai": 0.5, "bolt-on-ai": 0.49, "feature-list": 0.99}
    limits = replace(CONFIDENCE, alike={"vague-ai": 0.5, "bolt-on-ai": 0.5})
    assert find_alike(Answers((), NOTHING, shares), limits) == {"vague-ai"}


def test_a_remark_is_made_from_its_limit_on() -> None:
    """One that the reader has not learned, or that has no limit, is not held back."""
    shares = {"lead": 0.5, "result": 0.49, "order": 0.01}
    limits = replace(CONFIDENCE, remarks={"lead": 0.5, "result": 0.5, "cost": 0.5})
    assert find_remarks(Answers((), NOTHING, remarks=shares), limits) == {"lead", "order", "cost", "guard"}
