"""How far a bullet is like those that were written for a rule: linear choices over the vectors of its words.

Some faults have no words of their own: a decision can be given away in a hundred ways. What rule such a bullet breaks
is told by what all its words are near to, beside the patterns of the rule. Each rule has a choice of its own, learned
from lines that must and must not be found by `training/evidence/likeness.py`; a rule asks for it by `likeness: true`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from bulletlint.core.facts import FACT_VALUES, Facts
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.world import sum_vectors

Floats = NDArray[numpy.float32]

_NOUNS = frozenset({"NOUN", "PROPN"})
_QUALITIES = frozenset({"ADJ", "ADV"})
_VERBS = frozenset({"VERB", "AUX"})
#: How many words the opening has.
_OPENING = 3
#: Stretches of words whose vectors are summed: nouns, qualities, verbs, all else, the opening; then nouns at their
#: greatest.
_PARTS = 6
#: Facts that are told beside the words.
_TOLD = (
    "lead_class", "kind", "metric", "cost", "fallback", "monitoring", "technique_first", "duty", "hedged", "ai",
    "safeguard", "decision", "reason", "deferred", "sensitive", "method", "live", "length", "passive", "tense",
    "score_only", "baseline", "deliverables", "tells", "world",
)  # fmt: skip
_FACTS = tuple((name, value) for name in _TOLD for value in FACT_VALUES[name])


@dataclass(frozen=True, slots=True)
class LikenessWeights:
    """`weight` (parts * width + facts, rules), `bias` (rules,), in the order of `names`, the names of the rules."""

    names: tuple[str, ...]
    weight: Floats
    bias: Floats


def unpack_likeness(stored: Mapping[str, NDArray[numpy.generic]]) -> LikenessWeights | None:
    """Return the weights among a file's arrays, None in a file without; raises ValueError if they do not fit."""
    if "likeness.weight" not in stored:
        return None
    names = tuple(stored["likeness.names"].tobytes().decode("utf-8").split("\n"))
    weight, bias = (
        stored["likeness.weight"].astype(numpy.float32),
        stored["likeness.bias"].astype(numpy.float32),
    )
    if weight.shape[1:] != bias.shape or len(bias) != len(names):
        raise ValueError("the weights of the likenesses do not fit together")
    return LikenessWeights(names, weight, bias)


def count_features(width: int) -> int:
    """Return how many features a bullet has, for word vectors of a width."""
    return _PARTS * width + len(_FACTS)


def gather_features(tokens: Tokens, facts: Facts, vectors: Floats) -> Floats:
    """Return what the choices are told: the parts' vectors one after another, then the facts as ones and zeros.

    `vectors` (tokens, width) are the words' vectors, each of length one or zero.
    """
    width = vectors.shape[1]
    features = numpy.zeros(count_features(width), dtype=numpy.float32)
    places: tuple[list[int], ...] = ([], [], [], [], list(range(min(_OPENING, len(tokens)))))
    for place, pos in enumerate(tokens.pos):
        part = 0 if pos in _NOUNS else 1 if pos in _QUALITIES else 2 if pos in _VERBS else 3
        places[part].append(place)
    for number, chosen in enumerate(places):
        if chosen:
            features[number * width : (number + 1) * width] = sum_vectors(vectors, chosen)
    if places[0]:
        features[(_PARTS - 1) * width : _PARTS * width] = vectors[places[0]].max(axis=0)
    features[_PARTS * width :] = [getattr(facts, name) == value for name, value in _FACTS]
    return features


def weigh_likeness(weights: LikenessWeights, features: Floats) -> dict[str, float]:
    """Return for each rule how likely it is that the bullet is one of those that the rule is about, from 0 to 1."""
    scores = features @ weights.weight + weights.bias
    shares = 1 / (1 + numpy.exp(-numpy.clip(scores, -30, 30)))
    return dict(zip(weights.names, shares.tolist(), strict=True))
