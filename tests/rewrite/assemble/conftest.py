"""What tests of assembly share: inputs of a rewrite round hand-written parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builders import make_facts
from bulletlint.evidence import Words
from bulletlint.evidence.tokens import Tokens
from bulletlint.rewrite.assemble.inputs import Inputs
from bulletlint.rewrite.sentence.anatomy import Anatomy, dissect_bullet
from bulletlint.rewrite.slots.missing_facts import MissingFacts
from bulletlint.rewrite.slots.wording import Theme, Wordings, find_theme
from parses import parse


@pytest.fixture(scope="module")
def theme(words: Words, wordings: Wordings) -> Theme:
    """What no bullet in particular is about."""
    tokens = parse("Built/VBD it/PRP")
    return find_theme(tokens, make_facts("Built it"), words, 0)


@pytest.fixture(scope="module")
def make_inputs(words: Words, wordings: Wordings, theme: Theme) -> Callable[[Tokens], Inputs]:
    """Return the inputs of a rewrite round tokens."""
    return lambda tokens: Inputs(tokens, make_facts(tokens.text), words, wordings, MissingFacts(), {}, theme)


@pytest.fixture(scope="module")
def prepare(read, words: Words, wordings: Wordings):  # type: ignore[no-untyped-def]
    """Return the inputs and the anatomy of a text, which may miss a figure."""

    def prepare(text: str, **missing: bool) -> tuple[Inputs, Anatomy]:
        reading = read(text)
        anatomy = dissect_bullet(reading.tokens, reading.facts, words, 0)
        assert anatomy is not None
        theme = find_theme(reading.tokens, reading.facts, words, 0)
        inputs = Inputs(reading.tokens, reading.facts, words, wordings, MissingFacts(**missing), {}, theme)
        return inputs, anatomy

    return prepare
