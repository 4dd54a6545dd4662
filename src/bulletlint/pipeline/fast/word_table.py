"""Keeps the vector of every word seen so far.

The vector of a word before it sees its neighbours depends on the word alone, and a resume repeats its words; so it is
computed once per word. The table is emptied when it holds `CAPACITY` words, so that memory stays bounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy
from numpy.typing import NDArray

from bulletlint.pipeline.fast.maxout import run_maxout
from bulletlint.pipeline.fast.weights import Floats, WordWeights

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Words; with vectors of 96 numbers about 3 MB.
CAPACITY = 8_192
_START = 1024


class WordTable:
    """Vectors of words, a row each; row 0 is the empty column that stands between two texts."""

    __slots__ = ("_rows", "_weights", "vectors")

    def __init__(self, weights: WordWeights) -> None:
        """Begin an empty table."""
        self._weights = weights
        self._rows: dict[tuple[int, int], int] = {}
        self.vectors: Floats = numpy.zeros((_START, weights.mixer.width), dtype=numpy.float32)

    def find_rows(self, docs: Sequence[Doc], words: NDArray[numpy.uint64]) -> list[int]:
        """Return the row of each token of some texts, one text after the other; words not seen yet are added.

        `words` are the form and the norm of each token (tokens, 2): two tokens of one form may differ in their norm.
        """
        keys = list(zip(words[:, 0].tolist(), words[:, 1].tolist(), strict=True))
        try:
            return [self._rows[key] for key in keys]
        except KeyError:
            self._add(keys, numpy.concatenate([doc.to_array(list(self._weights.attributes)) for doc in docs]))
            return [self._rows[key] for key in keys]

    def _add(self, keys: list[tuple[int, int]], attributes: NDArray[numpy.uint64]) -> None:
        """Compute the vectors of those words that are new."""
        new = {key: place for place, key in enumerate(keys) if key not in self._rows}
        if len(self._rows) + len(new) >= CAPACITY:
            self._rows.clear()
            new = {key: place for place, key in enumerate(keys)}
        start = len(self._rows) + 1
        end = start + len(new)
        if end > len(self.vectors):
            grown = numpy.zeros((max(end, 2 * len(self.vectors)), self.vectors.shape[1]), dtype=numpy.float32)
            grown[:start] = self.vectors[:start]
            self.vectors = grown
        tables = self._weights.tables.predict(attributes[list(new.values())])
        self.vectors[start:end] = run_maxout(self._weights.mixer, tables.T).T
        self._rows.update(zip(new, range(start, end), strict=True))
