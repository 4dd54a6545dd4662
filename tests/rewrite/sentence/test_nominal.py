"""Nouns turned back into the verbs that they are made from."""

from __future__ import annotations

import pytest

from bulletlint.evidence import Words
from bulletlint.rewrite.sentence.nominal import (
    find_verb,
    verbalise_actions,
    verbalise_change,
    verbalise_compound,
)
from bulletlint.rewrite.sentence.piece import join_pieces, join_text
from bulletlint.rewrite.slots.wording import Wordings


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("migration", "migrate"),
        ("containerization", "containerize"),
        ("gamification", None),
        ("station", None),
    ],
)
def test_a_noun_of_action_has_a_verb(noun: str, verb: str | None, wordings: Wordings) -> None:
    """By the list, else by -ization."""
    assert find_verb(noun, wordings.actions) == verb


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Migration of billing to Go", "migrating billing to Go"),
        ("the design and development of apps", "designing and developing apps"),
        ("Installation, configuration, and troubleshooting of servers", "installing, configuring, and troubleshooting servers"),
        ("Maintenance work of the crew", None),
        ("Migration to Go", None),
    ],
)  # fmt: skip
def test_nouns_of_action_become_their_verbs(  # type: ignore[no-untyped-def]
    text: str, expected: str | None, read, words: Words, wordings: Wordings
) -> None:
    """All of a list, and only before "of"."""
    tokens = read(text).tokens
    pieces = verbalise_actions(tokens, words, wordings.actions, 0, len(tokens), "gerund")
    assert (pieces and join_text(join_pieces(pieces))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 30 % reduction in tickets", "reduced tickets by 30 %"),
        ("a significant reduction in maintenance", "reduced maintenance"),
        ("an increase in sales of 12 %", "increased sales by 12 %"),
        ("a 15 % increase in trials across two markets", "increased trials by 15 % across two markets"),
        (
            "a 15 % increase in trials and a 4 % drop in refunds",
            "increased trials by 15 % and reduced refunds by 4 %",
        ),
        ("a 15 % increase in trials and revenue", "increased trials and revenue by 15 %"),
        ("an increase of 12 % in sales", "increased sales by 12 %"),
        ("a 30 % drop in tickets", "reduced tickets by 30 %"),
        ("a drop in tickets from 40 to 12 a day", "reduced tickets from 40 to 12 a day"),
        ("savings of $2M a year", "saved $2M a year"),
        ("$2M in savings", "saved $2M"),
        ("30 % savings in hosting", None),
        ("a 20 % gain", None),
        ("a 40 % reduction in waits and a 12-point rise in trust", None),
        ("faster releases", None),
    ],
)
def test_a_noun_of_change_becomes_its_verb(  # type: ignore[no-untyped-def]
    text: str, expected: str | None, read, words: Words, wordings: Wordings
) -> None:
    """With its figure behind "by"; what has another shape stays a noun."""
    tokens = read(text).tokens
    change = verbalise_change(tokens, words, wordings.changes, 0, len(tokens), "past")
    assert (change and join_text(join_pieces(change[0]))) == expected


def test_a_vague_word_that_falls_away_is_reported(read, words: Words, wordings: Wordings) -> None:  # type: ignore[no-untyped-def]
    """So that a slot can ask for its figure."""
    tokens = read("a significant reduction in maintenance").tokens
    change = verbalise_change(tokens, words, wordings.changes, 0, len(tokens), "past")
    assert change is not None
    assert change[1] is True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Network solutions development for small clinics", "developing network solutions for small clinics"),
        ("Payroll solutions development and customization", "developing and customizing payroll solutions"),
        ("Server management for small clinics", None),
        ("Development of solutions", None),
        ("Solutions for small clinics", None),
        ("Solutions development of clinics", None),
    ],
)
def test_a_compound_of_things_and_their_making_becomes_its_verb(  # type: ignore[no-untyped-def]
    text: str, expected: str | None, read, words: Words, wordings: Wordings
) -> None:
    """Where no article is owed, and nothing but where or for whom follows."""
    tokens = read(text).tokens
    pieces = verbalise_compound(tokens, words, wordings.actions, 0, len(tokens), "gerund")
    assert (pieces and join_text(join_pieces(pieces))) == expected
