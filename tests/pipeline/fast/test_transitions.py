"""The parser's moves, chosen for many texts at once."""

from __future__ import annotations

from typing import Any

import numpy
from spacy.language import Language

from bulletlint.pipeline.fast.transitions import parse_texts
from bulletlint.pipeline.fast.weights import read_weights
from pipeline.parses import show_parse


def test_trees_are_those_of_the_parser(spacys: Language, texts: tuple[str, ...]) -> None:
    """Given the same vectors; decorated labels are resolved and sentences cut."""
    parser: Any = spacys.get_pipe("parser")
    pairs = [(spacys.make_doc(text), spacys.make_doc(text)) for text in texts[:200]]
    for pair in zip(*pairs, strict=True):
        for doc in spacys.get_pipe("tok2vec").pipe(pair):  # type: ignore[attr-defined]
            assert doc.tensor.shape[0] == len(doc)
    mine = [doc for doc, _ in pairs]
    parse_texts(parser, read_weights(spacys).steps, mine, numpy.concatenate([doc.tensor for doc in mine]))
    theirs = list(parser.pipe([doc for _, doc in pairs]))
    assert [show_parse(doc) for doc in mine] == [show_parse(doc) for doc in theirs]
