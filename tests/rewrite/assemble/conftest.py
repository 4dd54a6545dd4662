"""What tests of assembly share: inputs of a rewrite round hand-written parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builders import make_facts
from bulletlint.evidence import Words
from bulletlint.evidence.tokens import Tokens
from bulletlint.rewrite.assemble.inputs import Inputs
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
