"""The words around an amount: clause, counted noun, condition, limit."""

from __future__ import annotations

import pytest

from builders import load_shipped
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import load_words
from bulletlint.evidence.numbers.amounts import read_amounts
from bulletlint.evidence.proofs.surroundings import (
    cut_at_commas,
    is_changed,
    is_condition,
    is_rated,
    is_required,
    is_threshold,
    look_around,
)
from bulletlint.evidence.tokens import Tokens, read_tokens

WORDS = load_words((find_rules_folder(),))


def read(text: str) -> Tokens:
    return read_tokens(load_shipped().nlp(text), text, read_amounts(text, WORDS.amounts))


def place_of(tokens: Tokens) -> int:
    return next(iter(tokens.amount))


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Served 12 new mobile users.", "users"),
        ("Ran a 2.1m-customer migration.", "customer"),
        ("Served 1,300 walk-in customers.", "customers"),
        ("Grew by 12.", ""),
    ],
)
def test_the_counted_noun_is_the_head_of_the_phrase(text: str, noun: str) -> None:
    """A noun that is hyphened to the number is what is counted."""
    tokens = read(text)
    assert look_around(tokens, place_of(tokens)).noun == noun


def test_a_clause_ends_at_stops_and_its_inner_part_at_commas() -> None:
    """`before` and `after` reach to the stops, `near` to the commas."""
    tokens = read("Won: cut costs, then waste, by 12 days, at last. Done.")
    around = look_around(tokens, place_of(tokens))
    assert around.before == ("cut", "costs", ",", "then", "waste", ",", "by")
    assert around.after == (",", "at", "last")
    assert around.near == ("by",)
    assert cut_at_commas(("a", ",", "b"), ("c", ",", "d")) == ("b", "c")


@pytest.mark.parametrize(
    ("text", "condition"), [("Pulled if errors pass 15%.", True), ("If asked, cut errors by 15%.", False)]
)
def test_an_amount_in_a_condition_is_its_limit(text: str, condition: bool) -> None:
    """A comma ends the condition."""
    tokens = read(text)
    assert is_condition(tokens, place_of(tokens)) is condition


@pytest.mark.parametrize(
    ("text", "lemma", "required"),
    [
        ("It had to answer in under 200 ms.", "answer", True),
        ("Responsible for replies within 2 days.", "be responsible", True),
        ("It answered in under 200 ms.", "answer", False),
        ("It had to serve 200 users.", "serve", False),
    ],
)
def test_what_was_asked_for_was_not_reached(text: str, lemma: str, required: bool) -> None:
    """Times and sums behind "had to", or behind a duty."""
    tokens = read(text)
    place = place_of(tokens)
    assert is_required(tokens, place, tokens.amount[place], lemma) is required


def test_limits_changes_and_rates() -> None:
    """Each is read off the words beside the amount."""
    limit, change, rate = (
        read(text) for text in ("Kept to a 25 ms ceiling.", "Fell by 25 ms.", "Sent 3 letters a day.")
    )
    assert is_threshold(look_around(limit, place_of(limit)), WORDS)
    assert not is_threshold(look_around(change, place_of(change)), WORDS)
    assert is_changed(look_around(change, place_of(change)), WORDS)
    assert is_rated(rate.amount[place_of(rate)], look_around(rate, place_of(rate)))
    assert not is_rated(change.amount[place_of(change)], look_around(change, place_of(change)))
