"""Headings that only their looks give away, in formats where people set a line large, bold or in capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

#: Characters and words of a heading, at most.
_LONGEST, _MOST_WORDS = 50, 6


class Looks(NamedTuple):
    """How a line looks: its font size in points, and whether all of it is bold, in capitals, or has a rule by it."""

    size: float
    bold: bool
    caps: bool
    ruled: bool = False


def rank_headings(lines: Sequence[tuple[str, Looks]]) -> list[int | None]:
    """Return for each line the level of the heading that it is by its looks, None for a line that is none.

    A heading is short, has no figure in it, and is larger than most text, or bold or by a rule and in capitals. Those
    that look alike are of one level, the larger and louder ones above the others.
    """
    sizes = Counter[int]()
    for text, looks in lines:
        sizes[round(looks.size)] += len(text)
    body = sizes.most_common(1)[0][0] if sizes else 0
    found = [_measure(looks) if _is_heading(text, looks, body) else None for text, looks in lines]
    order = sorted({measure for measure in found if measure is not None}, reverse=True)
    return [None if measure is None else order.index(measure) + 1 for measure in found]


def _measure(looks: Looks) -> tuple[int, bool, bool, bool]:
    return round(looks.size), looks.caps, looks.ruled, looks.bold


def _is_heading(text: str, looks: Looks, body: int) -> bool:
    text = text.strip().rstrip(":")
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or text[-1] in ".,;!?":
        return False
    if any(character.isdigit() or character in "@|•·,;\t" for character in text) or text[0].islower():
        return False
    larger = looks.size >= 1.15 * body
    emphatic = looks.caps and any(character.isalpha() for character in text)
    return larger or looks.ruled and (looks.bold or emphatic) or looks.bold and emphatic
