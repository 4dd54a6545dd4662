"""A parsed bullet as plain columns, so that patterns can be tried without touching spaCy objects again and again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletlint.evidence.amounts import Amount

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one bullet, column by column; positions are indices into these columns.

    Hyphens inside a word are no tokens here ("fall-back" is "fall", "back"), so that a pattern matches both spellings.
    `start` and `end` are character offsets, `index` the token's index in the Doc, `head` the position of its head
    (its own position for a root). `amount` maps a position to the amount that begins there.
    """

    text: str
    lower: list[str]
    start: list[int]
    end: list[int]
    index: list[int]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    lemma: list[str]
    positions: dict[str, list[int]]
    amount: dict[int, Amount]
    amount_end: dict[int, int]
    sentence: list[int]

    def __len__(self) -> int:
        return len(self.lower)

    def find_position(self, offset: int) -> int:
        """Return the position of the token that covers a character offset (the last that starts before it)."""
        return max(0, bisect_right(self.start, offset) - 1)


def read_tokens(doc: Doc, amounts: Sequence[Amount]) -> Tokens:
    """Read the columns off a Doc."""
    text = doc.text
    kept: list[int] = []
    for token in doc:
        hyphen = token.text in ("-", "‑") and 0 < token.i < len(doc) - 1
        glued = hyphen and not token.whitespace_ and not doc[token.i - 1].whitespace_
        if not glued and not token.is_space:
            kept.append(token.i)
    place = {index: position for position, index in enumerate(kept)}
    tokens = [doc[index] for index in kept]
    lower = [token.lower_ for token in tokens]
    head: list[int] = []
    for position, token in enumerate(tokens):
        ancestor = token.head
        while ancestor.i not in place and ancestor.head.i != ancestor.i:
            ancestor = ancestor.head
        head.append(place.get(ancestor.i, position))
    positions: dict[str, list[int]] = {}
    for position, word in enumerate(lower):
        positions.setdefault(word, []).append(position)
    sentence: list[int] = []
    number = -1
    for token in tokens:
        number += bool(token.is_sent_start) or number < 0
        sentence.append(number)
    start = [token.idx for token in tokens]
    end = [token.idx + len(token) for token in tokens]
    begins: dict[int, Amount] = {}
    ends: dict[int, int] = {}
    for amount in amounts:
        first = max(0, bisect_right(start, amount.start) - 1)
        last = max(first, bisect_right(start, amount.end - 1) - 1)
        begins[first] = amount
        ends[first] = last + 1
    return Tokens(
        text, lower, start, end, kept, [token.pos_ for token in tokens], [token.tag_ for token in tokens],
        [token.dep_ for token in tokens], head, [token.lemma_.lower() for token in tokens], positions, begins, ends,
        sentence,
    )  # fmt: skip
