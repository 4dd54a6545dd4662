"""Parses that tests write out by hand."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from builders import load_shipped_words
from bulletlint.core.finding import Piece
from bulletlint.core.inflect import VerbForm
from bulletlint.evidence.numbers.amounts import read_amounts
from bulletlint.evidence.tokens import Tokens, read_tokens
from bulletlint.rewrite.sentence.anatomy import Anatomy, Segment
from bulletlint.rewrite.sentence.piece import join_pieces

# Decisions on parses that are written down here, so that another pipeline does not change what is tried.
# A token is word/tag, with its relation and the position of its head if they matter: "cost/NN/dobj/0".

_POS = {
    "VB": "VERB", "NN": "NOUN", "JJ": "ADJ", "IN": "ADP", "DT": "DET", "CC": "CCONJ", "RB": "ADV", "TO": "PART", "PR": "PRON",
    "MD": "AUX", "WD": "PRON", "WP": "PRON", "WR": "SCONJ", "CD": "NUM", ",": "PUNCT", ".": "PUNCT",
}  # fmt: skip
_VOCAB = Vocab()


def parse(notation: str) -> Tokens:
    """Return tokens as they are written: word/tag, with relation and head behind it."""
    parts = [token.split("/") for token in notation.split()]
    words = [part[0] for part in parts]
    tags = [part[1] if len(part) > 1 else "NN" for part in parts]
    doc = Doc(
        _VOCAB,
        words=words,
        tags=tags,
        pos=["PROPN" if tag.startswith("NNP") else _POS[tag[:2]] for tag in tags],
        deps=[part[2] if len(part) > 2 else "dep" for part in parts],
        heads=[int(part[3]) if len(part) > 3 else 0 for part in parts],
        lemmas=["be" if word in ("was", "were", "is") else word.lower() for word in words],
    )
    return read_tokens(doc, doc.text, read_amounts(doc.text, load_shipped_words().amounts))


def make_anatomy(tokens: Tokens, *verbs: int, form: VerbForm = "past") -> Anatomy:
    """Return a bullet of one sentence whose lead is its first word."""
    segment = Segment(0, len(tokens))
    return Anatomy(tokens, (segment,), "verb", 0, None, 0, 0, verbs or (0,), form)  # type: ignore[arg-type]


def say(pieces: list[Piece] | None) -> str | None:
    """Return the text of pieces as it will stand in the rewrite, a slot by its name."""
    if pieces is None:
        return None
    return "".join(
        piece.text
        for piece in join_pieces([Piece(f"<{piece.slot}>") if piece.slot else piece for piece in pieces])
    )
