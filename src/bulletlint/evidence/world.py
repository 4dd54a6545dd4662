"""The world that a bullet speaks of: an AI system, software, a trade, care, teaching, an office, sales, research.

A linear choice over the vectors of a bullet's content words, learned from labelled bullets by
`training/evidence/world.py`. It knows words that it was never told by what they are near to. Where it is not sure it
says "unknown": to ask for something that does not fit the bullet's world is worse than to ask plainly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from bulletlint.core.facts import WORLDS, Facts, World
from bulletlint.evidence.tokens import Tokens

Floats = NDArray[numpy.float32]

#: How likely a world must be to be named; AI and software count together before they are told apart.
LEAST = 0.5
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ"})


@dataclass(frozen=True, slots=True)
class WorldWeights:
    """`weight` (3 * width + flags, worlds), `bias` (worlds,), in the order of WORLDS; `width` is of a word vector."""

    weight: Floats
    bias: Floats


def unpack_worlds(stored: Mapping[str, NDArray[numpy.generic]]) -> WorldWeights | None:
    """Return the weights among a file's arrays, None in a file without; raises ValueError if they do not fit."""
    if "world.weight" not in stored:
        return None
    weight, bias = stored["world.weight"].astype(numpy.float32), stored["world.bias"].astype(numpy.float32)
    if weight.shape[1:] != bias.shape or len(bias) != len(WORLDS):
        raise ValueError("the weights of the worlds do not fit together")
    return WorldWeights(weight, bias)


def gather_features(tokens: Tokens, facts: Facts, vectors: Floats) -> Floats:
    """Return what the choice is told, (3 * width + flags,): nouns summed, verbs summed, nouns at their greatest, flags.

    `vectors` (tokens, width) are the words' vectors, each of length one or zero.
    """
    nouns = [place for place, pos in enumerate(tokens.pos) if pos in _CONTENT]
    verbs = [place for place, pos in enumerate(tokens.pos) if pos == "VERB"]
    labels = {item.label for item in facts.evidence}
    flags = ("technique" in labels, facts.ai, facts.kind == "people", bool(tokens.camel))
    width = vectors.shape[1]
    features = numpy.zeros(3 * width + len(flags), dtype=numpy.float32)
    if nouns:
        features[:width] = sum_vectors(vectors, nouns)
        features[2 * width : 3 * width] = vectors[nouns].max(axis=0)
    if verbs:
        features[width : 2 * width] = sum_vectors(vectors, verbs)
    features[3 * width :] = flags
    return features


def sum_vectors(vectors: Floats, places: Sequence[int]) -> Floats:
    """Return the sum of the vectors at some places, at least one, divided by the root of their number.

    So a long bullet is as sure as a short one.
    """
    total: Floats = vectors[places].sum(axis=0) / numpy.float32(len(places) ** 0.5)
    return total


def scale_vectors(rows: NDArray[numpy.int8]) -> Floats:
    """Return word vectors (tokens, width) brought to length one; an unknown word's, all zero, stays."""
    vectors = rows.astype(numpy.float32)
    lengths = numpy.sqrt(numpy.einsum("ij,ij->i", vectors, vectors))
    vectors /= numpy.maximum(lengths, numpy.float32(1))[:, None]
    return vectors


def weigh_worlds(weights: WorldWeights, features: Floats) -> Floats:
    """Return how likely each world is, in the order of WORLDS."""
    scores = features @ weights.weight + weights.bias
    powers = numpy.exp(scores - scores.max())
    shares: Floats = powers / powers.sum()
    return shares


def choose_world(shares: Floats) -> World:
    """Return the likeliest world, "unknown" where none is likely; technical words that say no more are software."""
    best = int(shares.argmax())
    if shares[best] >= LEAST:
        return WORLDS[best]
    technical = float(shares[WORLDS.index("ai")] + shares[WORLDS.index("software")])
    return "software" if technical >= LEAST + 0.1 else "unknown"


def find_world(weights: WorldWeights, vectors: Floats, tokens: Tokens, facts: Facts) -> World:
    """Return the world of one bullet; `vectors` (tokens, width) are its words', each of length one or zero."""
    return choose_world(weigh_worlds(weights, gather_features(tokens, facts, vectors)))
