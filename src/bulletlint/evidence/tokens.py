"""A parsed bullet as plain columns, so that patterns can be tried without touching spaCy objects again and again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import add
from typing import TYPE_CHECKING

from bulletlint.evidence.numbers.amount import Amount, name_kinds

if TYPE_CHECKING:
    from spacy.tokens import Doc


#: What is read of each token in one go: spaCy's tokens, one object each, cost more than all the rest.
_ATTRIBUTES: list[int | str] = ["IDX", "LENGTH", "POS", "TAG", "DEP", "LEMMA", "HEAD", "SENT_START"]
#: spaCy gives unsigned numbers of 64 bits: a step to the left, which is below zero, comes as one that wraps around.
_MASK = 2**64 - 1
#: Marks that end a clause.
STOPS = frozenset({".", ";", ":", "!", "?", "(", ")", "•", "–", "—"})
_HYPHENS = ("-", "‑")
#: Some word of a text in ASCII has a capital inside: tells quickly that none has.
_CAMEL_CASE = re.compile(r"[A-Z](?=[A-Z]*[a-z])[A-Za-z]+[A-Z]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one bullet, column by column; positions are indices into these columns.

    Hyphens inside a word are no tokens here ("fall-back" is "fall", "back"), so that a pattern matches both spellings.
    `start` and `end` are character offsets, `index` the token's index in the Doc, `head` the position of its head
    (its own position for a root). `amount` maps a position to the amount that begins there, `amount_kinds` to the names
    that a pattern may call it by. `names` holds every word, and these names in angle brackets. `camel` holds the
    positions of words with a capital inside ("MobileNet"), `stops` those of the marks that end a clause.
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
    amount_kinds: dict[int, set[str]]
    names: set[str]
    sentence: list[int]
    camel: frozenset[int]
    stops: list[int]

    def __len__(self) -> int:
        return len(self.lower)

    def find_position(self, offset: int) -> int:
        """Return the position of the token that covers a character offset (the last that starts before it)."""
        return max(0, bisect_right(self.start, offset) - 1)


def read_tokens(doc: Doc, text: str, amounts: Sequence[Amount]) -> Tokens:
    """Read the columns off a Doc, whose text is passed along since a Doc joins it again at each call."""
    start, length, pos, tag, dep, lemma, steps, begins = doc.to_array(_ATTRIBUTES).T.tolist()
    end = list(map(add, start, length))
    words = map(text.__getitem__, map(slice, start, end))
    lower = list(map(str.lower, words))
    head = [(index + step) & _MASK for index, step in enumerate(steps)]
    kept = keep_tokens(lower, start, end)
    if len(kept) < len(lower):
        head = find_kept_heads(kept, head)
        lower, start, end, pos, tag, dep, lemma, begins = (
            [column[index] for index in kept] for column in (lower, start, end, pos, tag, dep, lemma, begins)
        )
    positions: dict[str, list[int]] = {}
    for position, word in enumerate(lower):
        if word in positions:
            positions[word].append(position)
        else:
            positions[word] = [position]
    first_at: dict[int, Amount] = {}
    end_at: dict[int, int] = {}
    kinds_at: dict[int, set[str]] = {}
    names = set(positions)
    for amount in amounts:
        first = max(0, bisect_right(start, amount.start) - 1)
        last = max(first, bisect_right(start, amount.end - 1) - 1)
        first_at[first] = amount
        end_at[first] = last + 1
        kinds_at[first] = name_kinds(amount)
        names.update([f"<{kind}>" for kind in kinds_at[first]])
    spell: Callable[[int], str] = doc.vocab.strings.__getitem__
    return Tokens(
        text=text,
        lower=lower,
        start=start,
        end=end,
        index=kept,
        pos=list(map(spell, pos)),
        tag=list(map(spell, tag)),
        dep=list(map(spell, dep)),
        head=head,
        lemma=list(map(str.lower, map(spell, lemma))),
        positions=positions,
        amount=first_at,
        amount_end=end_at,
        amount_kinds=kinds_at,
        names=names,
        sentence=number_sentences(begins),
        camel=find_camel_case(text, start, end),
        stops=sorted(chain.from_iterable(positions[mark] for mark in STOPS & positions.keys())),
    )


def keep_tokens(lower: Sequence[str], start: Sequence[int], end: Sequence[int]) -> list[int]:
    """Return the indices of the tokens that are neither white space nor a hyphen that is glued to both sides."""
    kept = list(range(len(lower)))
    if "-" not in lower and "‑" not in lower and not any(map(str.isspace, lower)):
        return kept
    last = len(lower) - 1
    return [
        index
        for index in kept
        if not lower[index].isspace()
        and not (
            lower[index] in _HYPHENS
            and 0 < index < last
            and end[index - 1] == start[index]
            and end[index] == start[index + 1]
        )
    ]


def find_kept_heads(kept: Sequence[int], head: Sequence[int]) -> list[int]:
    """Return the position of each kept token's head: the first kept one on its way up, its own where there is none.

    `head` holds the index of each token's head, its own for a root.
    """
    place = {index: position for position, index in enumerate(kept)}
    found: list[int] = []
    for position, index in enumerate(kept):
        ancestor = head[index]
        while ancestor not in place and head[ancestor] != ancestor:
            ancestor = head[ancestor]
        found.append(place.get(ancestor, position))
    return found


def number_sentences(begins: Sequence[int]) -> list[int]:
    """Return the number of each token's sentence, from 0; `begins` is 1 where one begins."""
    if begins.count(1) <= 1 and begins[:1] == [1]:
        return [0] * len(begins)
    sentence: list[int] = []
    number = -1
    for begin in begins:
        number += begin == 1 or number < 0
        sentence.append(number)
    return sentence


def find_camel_case(text: str, start: Sequence[int], end: Sequence[int]) -> frozenset[int]:
    """Return the positions of the words that are written with a capital inside."""
    if text.isascii() and not _CAMEL_CASE.search(text):
        return frozenset()
    return frozenset(
        position
        for position, (first, last) in enumerate(zip(start, end, strict=True))
        if is_camel_case(text[first:last])
    )


def is_camel_case(word: str) -> bool:
    return word.isalpha() and not word.isupper() and any(map(str.isupper, word[2:])) and word[:1].isupper()
