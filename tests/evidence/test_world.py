"""The world that a bullet speaks of."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy
import pytest

from bulletlint.core.facts import WORLDS
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.settings import Settings
from bulletlint.evidence.world import choose_world, scale_vectors, unpack_worlds
from bulletlint.lint.analysis import Analyser, load_analyser


@cache
def load() -> Analyser:
    return load_analyser((), folders=(Path(find_rules_folder()),), settings=Settings())


@pytest.mark.parametrize(
    ("text", "world"),
    [
        ("Fine-tuned a reranker on 40,000 judged queries and cut wrong answers of the chatbot by a third.", "ai"),
        ("Moved the billing service from a shared MySQL server to Postgres on Kubernetes.", "software"),
        ("Rebuilt the gearbox line so that a changeover of the press takes 20 minutes.", "trade"),
        ("Gave medication to 28 patients a shift and handed each ward over in writing.", "care"),
        ("Taught Year 9 pupils chemistry and set the homework of two classes.", "teaching"),
        ("Closed the month-end ledger in four days and chased unpaid supplier invoices.", "office"),
        ("Ran the shop's loyalty promotion and won 300 new customers before Christmas.", "sales"),
        ("Sequenced 300 tissue samples and wrote the protocol that two other labs follow.", "research"),
        ("Did what was needed.", "unknown"),
    ],
)  # fmt: skip
def test_the_world_is_chosen_by_the_words(text: str, world: str) -> None:
    """Each of these worlds is told by words that the choice was not trained on as a sentence."""
    analyser = load()
    assert analyser.read(analyser.nlp(text)).facts.world == world


def test_a_world_that_is_not_likely_is_unknown_and_a_technical_one_software() -> None:
    """AI and software are near each other: together they may be sure where each alone is not."""
    shares = numpy.full(len(WORLDS), 0.01, dtype=numpy.float32)
    shares[WORLDS.index("care")], shares[WORLDS.index("research")] = 0.45, 0.45
    assert choose_world(shares) == "unknown"
    shares[:] = 0.01
    shares[WORLDS.index("ai")], shares[WORLDS.index("software")] = 0.46, 0.44
    assert choose_world(shares) == "software"


def test_weights_that_do_not_fit_are_refused_and_older_ones_have_no_worlds() -> None:
    """A reader of an older training names no world; one for other worlds is an error."""
    assert unpack_worlds({}) is None
    with pytest.raises(ValueError, match="do not fit"):
        unpack_worlds({"world.weight": numpy.zeros((4, 2)), "world.bias": numpy.zeros(2)})


def test_an_unknown_word_has_no_direction() -> None:
    """The row of an unknown word is all zero and stays so."""
    assert scale_vectors(numpy.array([[3, 4], [0, 0]], dtype=numpy.int8)).tolist() == [
        [pytest.approx(0.6), pytest.approx(0.8)],
        [0, 0],
    ]
