"""Which findings are remarks that are made once a page: those on bullets that lack nothing."""

from __future__ import annotations

import pytest

from builders import RULE, make_evidence, make_facts, make_lead, make_rule
from bulletlint.check.once import count_words_before, is_told_once
from bulletlint.core.facts import Facts

TEXT = "Built a rota page for the ward, and late swaps dropped 40 % in a month."
FACTS = make_facts(
    TEXT, lead=make_lead("Built", "build"), result="last", evidence=(make_evidence(TEXT, "40 %", "outcome"),)
)


@pytest.mark.parametrize(
    ("entry", "facts", "once"),
    [
        ("when: {result: [last]}", FACTS, True),
        ("when: {result: [inside]}", FACTS, False),
        ("{when: {result: [last]}, unless: {ai: [false]}}", FACTS, False),
        ("within: {outcome: 12}", FACTS, True),
        ("within: {outcome: 11}", FACTS, False),
        ("beyond: {outcome: 11}", FACTS, True),
        ("beyond: {outcome: 12}", FACTS, False),
        ("within: {cost: 99}", FACTS, False),
        ("beyond: {cost: 1}", FACTS, False),
        ("within: {match: 1}", FACTS, True),
    ],
)
def test_an_entry_holds_if_all_that_it_says_is_so(entry: str, facts: Facts, once: bool) -> None:
    """Eleven words stand before the result; what is nowhere is neither within nor beyond."""
    rule = make_rule(f"{RULE}page: '{{found}}: {{lines}}'\nonce:\n  - {entry}\n")
    assert is_told_once(rule, facts, 0) is once


def test_one_entry_that_holds_is_enough() -> None:
    """And a rule without any has no such finding."""
    text = (
        f"{RULE}page: '{{found}}: {{lines}}'\nonce: [{{when: {{ai: [true]}}}}, {{when: {{ai: [false]}}}}]\n"
    )
    assert is_told_once(make_rule(text), FACTS, 0)
    assert not is_told_once(make_rule(), FACTS, 0)


def test_words_are_counted_up_to_the_first_of_a_label() -> None:
    """ "match" is what the finding points at."""
    assert count_words_before("outcome", FACTS, 0) == 11
    assert count_words_before("match", FACTS, TEXT.index("page")) == 3
    assert count_words_before("scale", FACTS, 0) is None
