"""The frame around front and how: labels, opening phrases, links."""

from __future__ import annotations

import re

import pytest

from bulletlint.evidence import Words
from bulletlint.rewrite.assemble.inputs import Inputs
from bulletlint.rewrite.assemble.layout import works_alone
from bulletlint.rewrite.slots.missing_facts import MissingFacts
from bulletlint.rewrite.slots.wording import Wordings, find_theme


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Using Kafka, built a stream job.",
            "⟨Result⟩ by building a stream job using Kafka",
        ),
        (
            "Using Kafka, built a job that routes calls.",
            "Using Kafka, ⟨result⟩ by building a job that routes calls",
        ),
        ("In 2021, built a stream job.", "In 2021, ⟨result⟩ by building a stream job"),
        ("Search: built an index to cut waits by 9 %.", "Search: cut waits by 9 % by building an index"),
    ],
)
def test_an_opening_phrase_stays_or_says_how(text: str, expected: str, rewrite) -> None:  # type: ignore[no-untyped-def]
    """Means go behind the how, unless they would be taken for a part of the clause that it ends with."""
    found = re.sub(r"⟨(\w+):[^⟩]*⟩", r"⟨\1⟩", rewrite(text).text)
    assert found.split(", at ⟨cost⟩")[0] == expected


def test_a_full_stop_that_came_to_the_front_goes_back_to_the_end(rewrite) -> None:  # type: ignore[no-untyped-def]
    """Where it belongs to the last word for the tokenizer."""
    found = rewrite("Added indexes to the ledger, improving load time by 3 s.").text
    assert found.startswith("Improved load time by 3 s by adding indexes to the ledger, at ⟨cost")
    assert found.endswith("⟩.")


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Sole author of a tax library", True),
        ("Solely built it", True),
        ("Author of a tax library", False),
    ],
)
def test_words_say_that_somebody_worked_alone(
    text: str, alone: bool, read, words: Words, wordings: Wordings
) -> None:  # type: ignore[no-untyped-def]
    """Among the first words of the bullet."""
    reading = read(text)
    facts = reading.facts
    theme = find_theme(reading.tokens, facts, words, -1)
    inputs = Inputs(reading.tokens, facts, words, wordings, MissingFacts(), {}, theme)
    assert works_alone(inputs, 0, 3) is alone
