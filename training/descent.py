"""Fits the weights of linear choices by gradient descent (Adam: Kingma and Ba, 2015)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy
from numpy.typing import NDArray

Weights = NDArray[Any]

#: How much of the squared gradient each step keeps, from 0 to 1.
_MEMORY = 0.99


def descend(
    weights: Weights,
    find_change: Callable[[Weights], Weights],
    *,
    steps: int,
    rate: float,
    penalty: float,
) -> Weights:
    """Return weights after a number of steps down from the given ones, which are changed in place.

    `find_change` returns the gradient of the loss. The last row of the weights is the bias; on all others large values
    cost `penalty`.
    """
    mean, spread = numpy.zeros_like(weights), numpy.zeros_like(weights)
    for step in range(1, steps + 1):
        change = find_change(weights)
        change[:-1] += penalty * weights[:-1]
        mean = 0.9 * mean + 0.1 * change
        spread = _MEMORY * spread + (1 - _MEMORY) * change * change
        weights -= rate * (mean / (1 - 0.9**step)) / (numpy.sqrt(spread / (1 - _MEMORY**step)) + 1e-8)
    return weights
