"""Weights of linear choices go down to where their loss is least."""

from __future__ import annotations

import numpy
from training.descent import descend

WANTED = numpy.array([[3.0], [-2.0]])


def test_weights_go_where_the_loss_is_least() -> None:
    """Those of a square stand at what is wanted; the bias, which is the last row, is never held back."""
    free = descend(numpy.zeros((2, 1)), lambda at: at - WANTED, steps=2000, rate=0.05, penalty=0)
    assert numpy.allclose(free, WANTED, atol=1e-3)
    held = descend(numpy.zeros((2, 1)), lambda at: at - WANTED, steps=2000, rate=0.05, penalty=1)
    assert numpy.allclose(held, [[1.5], [-2.0]], atol=1e-3)


def test_the_type_of_the_weights_stays() -> None:
    given = numpy.zeros((2, 1), dtype=numpy.float32)
    found = descend(given, lambda at: at - 1, steps=3, rate=0.1, penalty=0)
    assert (found.dtype, found is given) == (numpy.float32, True)
