"""Rules that a system follows by itself, read off the parse."""

from __future__ import annotations

import pytest

from builders import load_shipped
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import load_words
from bulletlint.evidence.numbers.amounts import read_amounts
from bulletlint.evidence.proofs.behaviour import find_system_rule, split_sentences
from bulletlint.evidence.tokens import Tokens, read_tokens

WORDS = load_words((find_rules_folder(),))


def read(text: str) -> Tokens:
    return read_tokens(load_shipped().nlp(text), text, read_amounts(text, WORDS.amounts))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The service returns yesterday's list when the ranking fails.", True),
        ("When the ranking fails, the service returns yesterday's list.", True),
        ("If the price feed is older than a minute, quotes are withdrawn.", True),
        ("If fewer than 95 % of meters report by four, the field office is rung.", False),
        ("Returned yesterday's list when the ranking failed.", False),
        ("The service returns yesterday's list.", False),
        ("The service returns a list when needed.", False),
    ],
)
def test_a_present_claim_with_a_condition_is_a_rule(text: str, rule: bool) -> None:
    """The main clause is in the present tense with a subject of its own, and so has the condition one.

    Who is rung or paged learns of the failure; that does not yet contain it.
    """
    assert (find_system_rule(read(text), WORDS) is not None) is rule


def test_sentences_end_at_full_stops_semicolons_and_colons() -> None:
    """Stretches of positions without the marks; an empty one is none."""
    assert split_sentences(read("Pumps: they stop; all. .")) == [(0, 1), (2, 4), (5, 6)]
