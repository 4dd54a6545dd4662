"""Parses texts by the moves of spaCy's arc-eager parser, the network's part done here for many texts at once.

spaCy keeps the states, says which moves are allowed and makes them; which of them is best is computed with NumPy, one
matrix product a step, instead of one small product a state.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy

from bulletlint.pipeline.fast.weights import Floats, StepWeights

if TYPE_CHECKING:
    from spacy.tokens import Doc


def parse_texts(parser: Any, weights: StepWeights, docs: Sequence[Doc], vectors: Floats) -> None:
    """Set heads and labels of some texts, given the vectors of their tokens (tokens, width)."""
    from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]

    features, hidden = weights.features, weights.hidden
    entry = numpy.dot(vectors, weights.entry_weight)
    entry += weights.entry_bias
    missing = len(vectors)
    places = numpy.empty((missing + 1, len(weights.place_padding)), dtype=numpy.float32)
    numpy.dot(entry, weights.place_weight, out=places[:missing])
    places[missing] = weights.place_padding
    places = places.reshape((missing + 1) * features, -1)
    columns = numpy.arange(features, dtype=numpy.int32)
    each = numpy.ones((1, features), dtype=numpy.float32)
    # Of the model, spaCy's method wants only the number of features.
    model = SimpleNamespace(state2vec=SimpleNamespace(nF=features))
    states = parser.moves.init_batch(docs)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        words = ParserStepModel.get_token_ids(model, unfinished)
        words[words < 0] = missing
        words *= features
        words += columns
        total = numpy.matmul(each, places.take(words, axis=0))[:, 0]
        total += weights.state_bias
        best = numpy.maximum(total[:, :hidden], total[:, hidden : 2 * hidden])
        for start in range(2 * hidden, total.shape[1], hidden):
            numpy.maximum(best, total[:, start : start + hidden], out=best)
        scores = numpy.dot(best, weights.move_weight)
        scores += weights.move_bias
        unfinished = parser.transition_states(unfinished, scores)
    parser.set_annotations(docs, states)
