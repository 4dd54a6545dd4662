"""Passive, tense and length of a bullet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import read_facts_of
from bulletlint.core.facts import Mark
from bulletlint.evidence.objections.voice import (
    FEWEST_WORDS,
    MOST_CHARACTERS,
    MOST_WORDS,
    find_overlong,
    read_length,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The billing service was migrated to the new cluster.", "was migrated"),
        ("Reports were automatically sent to 12 stores.", "were automatically sent"),
        ("Two services have been retired since March.", "have been retired"),
    ],
)
def test_the_passive_is_found_with_its_auxiliary(text: str, words: str) -> None:
    """The mark covers all words from the auxiliary to the participle."""
    start = text.index(words)
    assert [mark for mark in read_facts_of(text).marks if mark.label == "passive"] == [
        Mark("passive", words, start, start + len(words))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Was promoted to team lead after the launch in three markets.",
        "Was based in Hull for the length of the project.",
        "The template can be used by every clinic.",
        "Cut the number of tickets that were reopened.",
        "Migrated the billing service.",
    ],
)
def test_honours_states_and_side_clauses_are_no_passive(text: str) -> None:
    """Only the main claim counts, and only what somebody did."""
    assert not read_facts_of(text).passive


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Manages the release calendar for 12 services.", "present"),
        ("Maintain the billing service for 40 markets.", "present"),
        ("Managed the release calendar for 12 services.", "past"),
        ("Cut claim handling from 5 days to 1.", "none"),
        ("The homepage serves last night's list when the ranker times out.", "none"),
        ("Design of a help panel.", "none"),
    ],
)
def test_the_tense_is_that_of_the_lead_verb(text: str, tense: str) -> None:
    """A form that is both, and a verb that a system is the subject of, tell nothing."""
    assert read_facts_of(text).tense == tense


@given(st.lists(st.text("abc", min_size=1, max_size=20), min_size=1, max_size=60))
def test_length_and_what_lies_beyond_it_agree(words: list[str]) -> None:
    """A bullet is long exactly when a limit is passed, and the mark is its end, from the start of a word."""
    text = " ".join(words)
    long = len(words) > MOST_WORDS or len(text) > MOST_CHARACTERS
    assert (read_length(text) == "long") is long
    assert (read_length(text) == "short") is (len(words) < FEWEST_WORDS and not long)
    if long:
        mark = find_overlong(text)
        assert (mark.text, mark.end) == (text[mark.start :], len(text))
        assert mark.start == 0 or text[mark.start - 1] == " "
