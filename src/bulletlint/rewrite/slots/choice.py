"""The trained choice of a slot's wording: what a mentor would most likely put into the blanks of a bullet.

A linear choice over what the choice of the world is told and the lemmas of the bullet, learned from labelled bullets by
`training/rewrite/choices.py`. A pipeline without its weights has plain blanks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile
from zlib import crc32

import numpy
from numpy.typing import NDArray

from bulletlint.core.errors import PipelineError
from bulletlint.core.facts import Facts
from bulletlint.evidence.learned.network import ReaderWeights, UnknownReaderError, find_vectors
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.world import gather_features

Floats = NDArray[numpy.float32]
#: How likely each wording of each slot is.
Chosen = Mapping[str, Mapping[str, float]]
Choose = Callable[[Tokens, Facts], Chosen]

#: How many rows lemmas are spread over.
BUCKETS = 1024
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})


@dataclass(frozen=True, slots=True)
class ChoiceWeights:
    """`weight` (features + BUCKETS, wordings), `bias` (wordings,); `names` are the wordings of each slot, in order."""

    weight: Floats
    bias: Floats
    names: Mapping[str, tuple[str, ...]]


def read_choices(content: bytes, size: int) -> ChoiceWeights:
    """Read weights of `size` rows from the content of a file; raises UnknownReaderError where it is of another kind."""
    try:
        with numpy.load(BytesIO(content), allow_pickle=False) as stored:
            names = json.loads(stored["names"].tobytes().decode("utf-8"))
            weight = stored["weight"].astype(numpy.float32) * stored["scale"].astype(numpy.float32)
            bias = stored["bias"].astype(numpy.float32)
    except (BadZipFile, EOFError, KeyError, TypeError, ValueError) as error:
        raise UnknownReaderError(f"not the weights of a choice of wordings: {error}") from error
    if weight.shape != (size, sum(map(len, names.values()))) or weight.shape[1:] != bias.shape:
        raise UnknownReaderError("the weights of the choice of wordings do not fit the reader's")
    return ChoiceWeights(weight, bias, {slot: tuple(known) for slot, known in names.items()})


def gather_told(tokens: Tokens, facts: Facts, reader: ReaderWeights) -> tuple[Floats, list[int]]:
    """Return what the choice is told: numbers (features,), and the rows of the bullet's lemmas behind them."""
    features = gather_features(tokens, facts, find_vectors(reader, tokens.lower, tokens.lemma))
    lemmas = {
        (lemma or word).lower()
        for word, lemma, pos in zip(tokens.lower, tokens.lemma, tokens.pos, strict=True)
        if pos in _CONTENT
    }
    return features, sorted({crc32(lemma.encode()) % BUCKETS for lemma in lemmas})


def weigh_wordings(weights: ChoiceWeights, features: Floats, rows: list[int]) -> dict[str, dict[str, float]]:
    """Return how likely each wording of each slot is."""
    scores = features @ weights.weight[: len(features)] + weights.bias
    if rows:
        known = weights.weight.take([len(features) + row for row in rows], axis=0)
        scores = scores + known.sum(axis=0) / numpy.float32(len(rows) ** 0.5)
    found: dict[str, dict[str, float]] = {}
    start = 0
    for slot, names in weights.names.items():
        own = scores[start : start + len(names)]
        powers = numpy.exp(own - own.max())
        found[slot] = dict(zip(names, (powers / powers.sum()).tolist(), strict=True))
        start += len(names)
    return found


def make_choose(stored: bytes, reader: ReaderWeights) -> Choose:
    """Return what chooses by stored weights, which are read when the first rewrite is made.

    It raises PipelineError then for weights of another kind, or made for another reader.
    """
    loaded: list[ChoiceWeights] = []

    def choose(tokens: Tokens, facts: Facts) -> Chosen:
        features, rows = gather_told(tokens, facts, reader)
        if not loaded:
            try:
                loaded.append(read_choices(stored, len(features) + BUCKETS))
            except UnknownReaderError as error:
                raise PipelineError(f"the pipeline does not fit: {error}; reinstall bulletlint") from None
        return weigh_wordings(loaded[0], features, rows)

    return choose
