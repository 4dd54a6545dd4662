"""A maxout layer over columns gives what spaCy's gives over rows."""

from __future__ import annotations

import numpy
import pytest
from thinc.api import Maxout

from bulletlint.pipeline.fast.maxout import run_maxout
from bulletlint.pipeline.fast.weights import MaxoutLayer


@pytest.mark.parametrize("pieces", [2, 3, 4])
def test_the_greatest_piece_is_taken_and_normalised(pieces: int) -> None:
    """As thinc does it, for any number of pieces."""
    source = numpy.random.default_rng(pieces)
    model = Maxout(nO=6, nI=10, nP=pieces, dropout=0.0, normalize=True)
    model.initialize()
    maxout, norm = model.layers[0].layers
    maxout.set_param("b", source.random((6, pieces), dtype="f"))
    norm.set_param("G", source.random(6, dtype="f"))
    norm.set_param("b", source.random(6, dtype="f"))
    layer = MaxoutLayer(
        weight=maxout.get_param("W").transpose(1, 0, 2).reshape(6 * pieces, 10),
        bias=maxout.get_param("b").T.reshape(-1, 1),
        gain=norm.get_param("G").reshape(-1, 1),
        shift=norm.get_param("b").reshape(-1, 1),
    )
    rows = source.random((7, 10), dtype="f")
    assert layer.width == 6
    numpy.testing.assert_allclose(run_maxout(layer, rows.T).T, model.predict(rows), atol=1e-5)
