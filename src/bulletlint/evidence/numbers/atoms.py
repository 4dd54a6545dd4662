"""Cuts a bullet into atoms (numerals, words, signs) for the grammar of amounts."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

_ATOM = re.compile(
    r"(?P<numeral>[¼½¾⅓⅔⅛]|\d{1,3}(?:,\d{2,3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)*|(?<![\w.])\.\d+)"
    r"|(?P<word>[^\W\d_]+(?:['’](?:s|t|re|ve|ll|d|m)\b)?)"
    r"|(?P<sign>=>|->|--|[^\w\s]|_)"
)
#: Signs that join a number to its unit, or the two ends of a range.
DASHES = frozenset({"-", "–", "—", "−", "--", "‑"})


class NumberAtom(NamedTuple):
    """A numeral, word or sign; `start` and `end` are character offsets, `lower` the text in lower case.

    A tuple, since every word of a resume becomes one: a frozen dataclass takes three times as long to make.
    """

    kind: Literal["numeral", "word", "sign"]
    text: str
    lower: str
    start: int
    end: int
    spaced: bool


def cut_atoms(text: str) -> list[NumberAtom]:
    """Cut a text into atoms; `spaced` says that white space, or the beginning, stands before one."""
    atoms: list[NumberAtom] = []
    last = -1
    for match in _ATOM.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        value = match.group()
        atoms.append(NumberAtom(kind, value, value.lower(), start, end, start != last))  # type: ignore[arg-type]
        last = end
    return atoms
