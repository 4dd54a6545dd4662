"""The window blocks over many texts at once."""

from __future__ import annotations

import numpy
from spacy.language import Language

from bulletlint.pipeline.fast.context import add_context
from bulletlint.pipeline.fast.weights import read_weights


def test_texts_do_not_see_each_other(ours: Language) -> None:
    """A text has the same vectors alone and between two others; an empty one has none."""
    context = read_weights(ours).context
    table = numpy.random.default_rng(3).random((9, context.blocks[0].width), dtype="f")
    table[0] = 0
    together = add_context(context, table, [1, 2, 3, 4, 5, 6, 7, 8], [2, 0, 5, 1])
    alone = [add_context(context, table, rows, [len(rows)]) for rows in ([1, 2], [3, 4, 5, 6, 7], [8])]
    numpy.testing.assert_allclose(together, numpy.concatenate(alone), atol=1e-5)


def test_the_blocks_give_what_spacys_give(ours: Language) -> None:
    """Edges included, where the empty columns around a text take part."""
    encoder = ours.get_pipe("tok2vec").model.layers[1]  # type: ignore[attr-defined]
    context = read_weights(ours).context
    table = numpy.random.default_rng(4).random((7, context.blocks[0].width), dtype="f")
    table[0] = 0
    expected = encoder.predict([table[1:3], table[3:7], table[:0]])
    given = add_context(context, table, [1, 2, 3, 4, 5, 6], [2, 4, 0])
    numpy.testing.assert_allclose(given, numpy.concatenate(expected), atol=1e-5)
