"""What a bullet owes, by its findings or by its facts."""

from __future__ import annotations

import pytest

from builders import make_facts, make_lead
from bulletlint.core.document import Place
from bulletlint.core.finding import Finding, Severity
from bulletlint.evidence import Words
from bulletlint.rewrite.slots.missing_facts import (
    MissingFacts,
    ask_what_fits,
    drop_stated,
    read_findings,
    read_missing_facts,
)


def make_finding(rule: str, severity: Severity = "error", *, unsaid: bool = False) -> Finding:
    return Finding("BL000", rule, severity, "", 0, 1, Place(), "ask", unsaid=unsaid)


def test_findings_are_debts(words: Words) -> None:
    """Each rule asks for one thing; other rules ask for nothing here."""
    facts = make_facts("Built it", lead=make_lead("Built", "build"))
    rules = ["weak-verb", "missing-metric", "missing-cost", "missing-fallback", "too-long"]
    assert read_findings(map(make_finding, rules), facts, words) == MissingFacts(
        True, False, True, True, True
    )
    assert not read_findings([make_finding("too-long")], facts, words)


@pytest.mark.parametrize(
    ("lemma", "hides"), [("Helped", False), ("help", True), ("work on", True), ("provide", False)]
)
def test_only_a_lead_that_hides_the_part_asks_for_it(lemma: str, hides: bool, words: Words) -> None:
    """ "Provided" is a support verb, too, but says whose work it was."""
    lead = make_lead("Helped", "support")
    facts = make_facts("Helped", lead=lead.__class__("Helped", lemma, "support", 0, 6, 0), hedged=True)
    assert read_findings([make_finding("hedged-contribution")], facts, words).part is hides


def test_facts_say_the_same_as_the_default_profile(words: Words) -> None:
    """A delivery bullet owes figure, cost and fallback; any other only its lead."""
    lead = make_lead("Built", "build")
    assert read_missing_facts(make_facts("Built it", lead=lead), words) == MissingFacts(
        True, False, True, True, True
    )
    assert read_missing_facts(make_facts("Built it", lead=lead, kind="other"), words) == MissingFacts(
        lead=True
    )
    assert (
        read_missing_facts(
            make_facts(
                "Cut it", lead=make_lead("Cut", "outcome"), metric="outcome", cost="paid", fallback=True
            ),
            words,
        )
        == MissingFacts()
    )


@pytest.mark.parametrize(
    ("absent", "cost", "asked"),
    [
        ({"cost": 0.9, "fallback": 0.9}, "none", (True, True)),
        ({"cost": 0.7, "fallback": 0.9}, "none", (False, True)),
        ({"cost": 0.9, "fallback": 0.6}, "none", (True, False)),
        ({"cost": 0.7}, "paid", (True, True)),
        ({}, "none", (True, True)),
    ],
)
def test_what_may_well_be_stated_is_not_asked_for(
    absent: dict[str, float], cost: str, asked: tuple[bool, bool]
) -> None:
    """By how sure the reader is that nothing states it; a rule that asks for more than is stated is obeyed."""
    facts = make_facts("Built it", cost=cost, confidence=tuple(absent.items()))
    left = drop_stated(MissingFacts(cost=True, fallback=True), facts, 0.25)
    assert (left.cost, left.fallback) == asked


ALL = MissingFacts(True, True, True, True, True)


@pytest.mark.parametrize(
    ("remarks", "said", "named", "sure", "asked"),
    [
        (("result",), (), (), (), MissingFacts(lead=True, metric=True)),
        (("lead",), (), (), (), MissingFacts(lead=True, part=True)),
        (("order",), (), (), ("cost",), MissingFacts(lead=True, cost=True)),
        (("cost", "guard"), (), ("fallback",), (), MissingFacts(fallback=True)),
        ((), ("weak-verb",), ("cost",), ("fallback",), MissingFacts(lead=True, metric=True, fallback=True)),
        ((), ("hedged-contribution",), (), (), MissingFacts(part=True)),
        ((), ("missing-cost",), (), (), MissingFacts(cost=True)),
        ((), (), ("cost", "fallback"), ("cost", "fallback"), MissingFacts()),
    ],
)
def test_only_what_is_worth_asking_is_asked(
    remarks: tuple[str, ...],
    said: tuple[str, ...],
    named: tuple[str, ...],
    sure: tuple[str, ...],
    asked: MissingFacts,
) -> None:
    """A coach's remark or a rule in earnest; a price with a sure name comes beside, but is no reason by itself."""
    facts = make_facts("Built it", remarks=frozenset(remarks))
    assert ask_what_fits(ALL, facts, map(make_finding, said), named=named, sure=sure) == asked


def test_a_remark_of_a_rule_asks_for_nothing() -> None:
    """Nor does what is better left unsaid."""
    facts = make_facts("Built it", remarks=frozenset())
    quiet = [make_finding("weak-verb", "info"), make_finding("missing-cost", unsaid=True)]
    assert not ask_what_fits(ALL, facts, quiet)
    assert ask_what_fits(ALL, facts, quiet, complete=True) == MissingFacts(cost=True)
