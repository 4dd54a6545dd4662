"""Headings of a printed page: lines that look alike are headings if some of them are known section names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bulletlint.read.bullets.dates import find_end
from bulletlint.read.bullets.section_headings import find_section
from bulletlint.read.bullets.section_words import load_section_words
from bulletlint.read.headings import Looks, rank_headings

#: Characters and words of a heading, at most.
_LONGEST, _MOST_WORDS = 60, 7
#: Of the lines that look alike, how many are known section names at least, and which part of them.
_FEWEST_KNOWN, _SHARE_KNOWN = 2, 0.4
#: How much larger than a section's heading the name or the title of the resume is.
_LARGER = 1.15


class PrintedText(NamedTuple):
    """A block of a page: its text and looks; `free` is the gap above it in font sizes, `alone` that it is one line."""

    text: str
    looks: Looks
    colour: int
    free: float
    alone: bool
    in_margin: bool


class _Kind(NamedTuple):
    size: int
    bold: bool
    caps: bool
    colour: int
    free: bool
    in_margin: bool


def rank_printed_headings(texts: Sequence[PrintedText | None]) -> list[int | None]:
    """Return for each text the level of the heading that it is, None for one that is none; bullets are given as None.

    The names that are known tell how this page sets its sections; others that look so are sections too.
    """
    shown = [text for text in texts if text is not None]
    ranks = iter(rank_headings([(text.text, text.looks) for text in shown]))
    levels = [next(ranks) if text is not None else None for text in texts]
    kind = _find_section_kind(shown)
    if kind is None:
        return levels
    ranked: list[int | None] = []
    for text, level in zip(texts, levels, strict=True):
        if text is not None and _may_be_heading(text) and _find_kind(text) == kind:
            ranked.append(2)
        elif text is None or level is None:
            ranked.append(None)
        else:
            ranked.append(1 if text.looks.size > _LARGER * kind.size / 2 else 2 + level)
    return ranked


def _find_section_kind(texts: Sequence[PrintedText]) -> _Kind | None:
    """Return how the lines look of which most are known section names, None if no such names look different."""
    words = load_section_words()
    sizes: dict[_Kind, int] = {}
    for text in texts:
        sizes[_find_kind(text)] = sizes.get(_find_kind(text), 0) + len(text.text)
    body = max(sizes, key=lambda kind: sizes[kind], default=None)
    counts: dict[_Kind, list[int]] = {}
    for text in texts:
        if _may_be_heading(text):
            count = counts.setdefault(_find_kind(text), [0, 0])
            count[0] += find_section(text.text, words, whole=True) is not None
            count[1] += 1
    found = [
        (known, kind)
        for kind, (known, all_) in counts.items()
        if known >= _FEWEST_KNOWN
        and known >= _SHARE_KNOWN * all_
        and kind._replace(free=False) != (body and body._replace(free=False))
    ]
    return max(found)[1] if found else None


def _find_kind(text: PrintedText) -> _Kind:
    looks = text.looks
    return _Kind(round(2 * looks.size), looks.bold, looks.caps, text.colour, text.free > 1.5, text.in_margin)


def _may_be_heading(text: PrintedText) -> bool:
    said = text.text.strip()
    return (
        text.alone
        and 1 < len(said) <= _LONGEST
        and len(said.split()) <= _MOST_WORDS
        and not said.endswith((".", ",", ";", "!", "?"))
        and not said[0].islower()
        and find_end(said) is None
        and not any(character in "@|•·" for character in said)
    )
