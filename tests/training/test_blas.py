"""Tests of the matrix products."""

import itertools

import numpy
import pytest
from thinc.api import NumpyOps
from training.blas import BlasOps


@pytest.mark.parametrize(("trans1", "trans2"), list(itertools.product((False, True), repeat=2)))
def test_products_equal_those_of_thinc(trans1: bool, trans2: bool) -> None:
    """With each factor plain or transposed, the product is thinc's own up to rounding."""
    generator = numpy.random.default_rng(1)
    x = generator.random((4, 3) if trans1 else (3, 4), dtype="float32")
    y = generator.random((5, 4) if trans2 else (4, 5), dtype="float32")
    out = numpy.zeros((3, 5), dtype="float32")
    expected = NumpyOps().gemm(x, y, trans1=trans1, trans2=trans2)
    BlasOps().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
    assert numpy.allclose(out, expected)
    assert numpy.allclose(BlasOps().gemm(x, y, trans1=trans1, trans2=trans2), expected)
