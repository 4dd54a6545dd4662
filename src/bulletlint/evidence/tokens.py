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


def read_tokens(doc: Doc, text: str, amounts: Sequence[Amount]) -> Tokens:
    """Read the columns off a Doc, whose text is passed along since a Doc joins it anew at each call."""
    tokens = list(doc)
    offsets = [token.idx for token in tokens]
    lengths = [len(token) for token in tokens]
    kept = []
    for index, token in enumerate(tokens):
        form = token.lower_
        if form in ("-", "‑") and 0 < index < len(tokens) - 1:
            glued_before = offsets[index - 1] + lengths[index - 1] == offsets[index]
            if glued_before and offsets[index] + lengths[index] == offsets[index + 1]:
                continue
        if not form.isspace():
            kept.append(index)
    place = {index: position for position, index in enumerate(kept)}
    steps = doc.to_array(["HEAD"]).astype("int64").tolist()
    head: list[int] = []
    for position, index in enumerate(kept):
        ancestor = index + steps[index]
        while ancestor not in place and steps[ancestor]:
            ancestor += steps[ancestor]
        head.append(place.get(ancestor, position))
    tokens = [tokens[index] for index in kept]
    lower = [token.lower_ for token in tokens]
    positions: dict[str, list[int]] = {}
    for position, word in enumerate(lower):
        positions.setdefault(word, []).append(position)
    sentence: list[int] = []
    number = -1
    for token in tokens:
        number += bool(token.is_sent_start) or number < 0
        sentence.append(number)
    start = [offsets[index] for index in kept]
    end = [offsets[index] + lengths[index] for index in kept]
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
