"""What a lead verb acts on: the noun phrase after it, or the subject before it."""

from __future__ import annotations

import pytest

from builders import load_shipped
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import load_words
from bulletlint.evidence.numbers.amounts import read_amounts
from bulletlint.evidence.objects import NounPhrase, find_object, find_subject
from bulletlint.evidence.tokens import Tokens, read_tokens

WORDS = load_words((find_rules_folder(),))


def read(text: str) -> Tokens:
    return read_tokens(load_shipped().nlp(text), text, read_amounts(text, WORDS.amounts))


def spell(tokens: Tokens, phrase: NounPhrase | None) -> tuple[str, str] | None:
    """Return the words of a phrase and its head."""
    if phrase is None:
        return None
    return " ".join(tokens.lower[phrase.start : phrase.end]), tokens.lower[phrase.head]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Built a booking page for hotels.", ("a booking page", "page")),
        ("Built the design of a booking page.", ("the design of a booking page", "design")),
        ("Designed and built a booking page.", ("a booking page", "page")),
        ("Worked within a frozen budget.", None),
        ("Worked.", None),
    ],
)
def test_the_object_is_the_noun_phrase_after_the_verb(text: str, expected: tuple[str, str] | None) -> None:
    """Coordinated verbs share it; a circumstance is none."""
    tokens = read(text)
    assert spell(tokens, find_object(tokens, 0)) == expected


def test_a_system_is_a_subject_and_a_person_is_none() -> None:
    """A pronoun before the verb is the writer or a reader."""
    system, person = read("The ranking service serves yesterday's list."), read("I led the team.")
    at = system.lower.index("serves")
    assert spell(system, find_subject(system, at)) == ("the ranking service", "service")
    assert find_subject(person, person.lower.index("led")) is None
