"""Documents written in capitals or in lower case, so that the pipeline does not lean on case."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc


def change_case(doc: Doc, *, upper: bool) -> Doc:
    """Return the document with every word in capitals or in lower case; the tree stays."""
    words = [token.text.upper() if upper else token.text.lower() for token in doc]
    return Doc(
        doc.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
    )


def add_cases(docs: Iterable[Doc], *, upper: float, lower: float, chance: random.Random) -> Iterator[Doc]:
    """Yield each document and, for the given shares of them, a copy in capitals or lower case."""
    for doc in docs:
        yield doc
        draw = chance.random()
        if draw < upper:
            yield change_case(doc, upper=True)
        elif draw < upper + lower:
            yield change_case(doc, upper=False)
