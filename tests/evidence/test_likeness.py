"""How far a bullet is like those that were written for a rule, as the bundled reader has it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bulletlint.core.facts import LIKENESSES
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.settings import Settings
from bulletlint.evidence.learned.network import read_reader
from bulletlint.lint.analysis import Analyser, load_analyser
from bulletlint.pipeline.reader import find_reader


@cache
def load() -> Analyser:
    return load_analyser((), folders=(Path(find_rules_folder()),), settings=Settings())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Printed the poster that the curator had settled on.", {"deferred-ownership"}),
        ("Artificial intelligence changed how a brewery works.", {"vague-ai"}),
        ("Slipped a chatbot into the bus company's old ticket page.", {"bolt-on-ai"}),
        ("Laid out the garden, built a shed, sank a well and sold the plums.", {"feature-list"}),
        ("Laid out a garden of plums that 40 families share.", set()),
        ("Chose the poster myself and sold 900 of it.", set()),
    ],
)  # fmt: skip
def test_what_a_bullet_is_like_is_told_by_all_its_words(text: str, names: set[str]) -> None:
    """None of these lines was learned, and no pattern of the rules stands in them."""
    analyser = load()
    assert analyser.read(analyser.nlp(text)).facts.alike == names


def test_the_bundled_reader_knows_every_rule_that_may_ask_it() -> None:
    """A rule that asks for a likeness which the weights do not know would never fire by it."""
    stored = find_reader(load().nlp)
    assert stored is not None
    assert read_reader(stored).likenesses == LIKENESSES
