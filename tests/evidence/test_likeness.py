"""How far a bullet is like those that were written for a rule."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy
import pytest

from builders import make_facts
from bulletlint.core.facts import LIKENESSES
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.settings import Settings
from bulletlint.evidence.learned.network import read_reader
from bulletlint.evidence.likeness import (
    LikenessWeights,
    count_features,
    gather_features,
    unpack_likeness,
    weigh_likeness,
)
from bulletlint.evidence.tokens import read_tokens
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
    """Weights that were exported anew lack them until `training.evidence.likeness` has run."""
    stored = find_reader(load().nlp)
    assert stored is not None
    known = read_reader(stored).likenesses
    assert known is not None
    assert known.names == LIKENESSES


def test_features_are_parts_of_the_bullet_and_its_facts() -> None:
    """Sums by part of speech, each divided by the root of its count, the opening, and the nouns at their greatest."""
    text = "They sell plums quickly."
    vectors = numpy.eye(5, 2, k=-1, dtype=numpy.float32)
    features = gather_features(read_tokens(load().nlp(text), text, ()), make_facts(text, ai=True), vectors)
    assert len(features) == count_features(2)
    assert features[:4].tolist() == [0, 1, 0, 0]  # the noun, the adverb
    assert features[4:8].tolist() == [1, 0, 0, 0]  # the verb, all else
    assert features[8:12].tolist() == pytest.approx(
        [3**-0.5, 3**-0.5, 0, 1]
    )  # the opening; the noun at its greatest
    assert features[12:].sum() == 25  # one value of each fact


def test_weights_that_do_not_fit_are_refused_and_none_are_none() -> None:
    """A file of an older training has none."""
    assert unpack_likeness({}) is None
    stored = {
        "likeness.names": numpy.frombuffer(b"vague-ai\nbolt-on-ai", dtype=numpy.uint8),
        "likeness.weight": numpy.zeros((3, 2), dtype=numpy.float16),
        "likeness.bias": numpy.zeros(2, dtype=numpy.float16),
    }
    weights = unpack_likeness(stored)
    assert weights is not None
    assert weigh_likeness(weights, numpy.ones(3, dtype=numpy.float32)) == {"vague-ai": 0.5, "bolt-on-ai": 0.5}
    with pytest.raises(ValueError, match="do not fit"):
        unpack_likeness({**stored, "likeness.bias": numpy.zeros(3, dtype=numpy.float16)})


def test_a_bullet_is_as_like_as_its_features_weigh() -> None:
    """A share from 0 to 1 for each rule, each for itself."""
    weights = LikenessWeights(
        ("vague-ai", "bolt-on-ai"),
        numpy.array([[2, 0], [0, -100]], dtype=numpy.float32),
        numpy.array([0, 0], dtype=numpy.float32),
    )
    shares = weigh_likeness(weights, numpy.array([1, 1], dtype=numpy.float32))
    assert {name: round(share, 3) for name, share in shares.items()} == {"vague-ai": 0.881, "bolt-on-ai": 0.0}
