"""Runs a maxout layer over columns, one column a word.

Words stand side by side as columns, because NumPy works along the last axis: normalising a word is then a few sums of
long rows instead of thousands of short ones.
"""

from __future__ import annotations

import numpy

from bulletlint.pipeline.fast.weights import Floats, MaxoutLayer

#: What spaCy's layer normalisation adds to a variance.
_EPSILON = numpy.float32(1e-08)


def run_maxout(layer: MaxoutLayer, columns: Floats) -> Floats:
    """Return the layer's output (width, words) for its input (inputs, words)."""
    width = layer.width
    pieces = numpy.dot(layer.weight, columns)
    pieces += layer.bias
    best: Floats = numpy.maximum(pieces[:width], pieces[width : 2 * width])
    for start in range(2 * width, len(pieces), width):
        numpy.maximum(best, pieces[start : start + width], out=best)
    best -= best.mean(axis=0)
    scale = numpy.multiply(best, best, out=pieces[:width]).mean(axis=0)
    scale += _EPSILON
    numpy.sqrt(scale, out=scale)
    numpy.reciprocal(scale, out=scale)
    best *= scale
    best *= layer.gain
    best += layer.shift
    return best
