"""Everything that anybody may read of a parse."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

ATTRIBUTES = ["ORTH", "NORM", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB"]
LAYERS = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "SENT_START")


def show_parse(doc: Doc) -> tuple[Any, ...]:
    """Return a parse as something to compare: its text, each token's annotations, and which there are at all."""
    return (
        doc.text,
        doc.to_array(ATTRIBUTES).tolist(),
        [doc.has_annotation(layer) for layer in LAYERS],
        [(token.left_edge.i, token.right_edge.i, token.n_lefts, token.n_rights) for token in doc],
    )
