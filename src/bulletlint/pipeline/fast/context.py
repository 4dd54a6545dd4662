"""Lets words see their neighbours: the window blocks of the bundled network, over many texts at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy

from bulletlint.pipeline.fast.maxout import run_maxout
from bulletlint.pipeline.fast.weights import ContextWeights, Floats


def add_context(
    weights: ContextWeights, table: Floats, rows: Sequence[int], lengths: Sequence[int]
) -> Floats:
    """Return the vectors (tokens, width) of texts given by their rows in a table of words and their lengths.

    As in spaCy, empty columns stand before, between and after the texts, and take part in the computation.
    """
    padding = [0] * weights.padding
    order = list(padding)
    start = 0
    for length in lengths:
        order += rows[start : start + length]
        order += padding
        start += length
    layout = numpy.array(order)
    window, width, size = weights.window, table.shape[1], len(layout)
    # The columns beyond both ends stay zero.
    state = numpy.zeros((width, size + 2 * window), dtype=numpy.float32)
    middle = state[:, window : window + size]
    middle[:] = table.take(layout, axis=0).T
    seen = numpy.empty(((2 * window + 1) * width, size), dtype=numpy.float32)
    for block in weights.blocks:
        for shift in range(2 * window + 1):
            seen[shift * width : (shift + 1) * width] = state[:, shift : shift + size]
        middle += run_maxout(block, seen)
    return middle.T.take(numpy.flatnonzero(layout), axis=0)
