"""Finds lexicon entries, of one word or several, in running text."""

from __future__ import annotations

from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words


def entry_sizes(tokens: Tokens, words: Words, lexicon: str, position: int) -> list[int]:
    """Return how many tokens each entry of a lexicon takes that stands at a position (longest first).

    Entries of `names-capitalised` count only where they are written with a capital: "Go", not "go". A word with a
    capital inside ("MobileNet") is the name of a technology without being listed.
    """
    entries = words.entries[lexicon].get(tokens.lower[position], ())
    if entries and lexicon == "names-capitalised" and tokens.text[tokens.start[position]].islower():
        return []
    if (
        lexicon == "names-technology"
        and not entries
        and is_camel_case(tokens.text[tokens.start[position] : tokens.end[position]])
    ):
        return [1]
    return [
        len(entry)
        for entry in entries
        if position + len(entry) <= len(tokens)
        and all(tokens.lower[position + offset] in forms for offset, forms in enumerate(entry))
    ]


def is_camel_case(word: str) -> bool:
    return word.isalpha() and not word.isupper() and any(map(str.isupper, word[2:])) and word[:1].isupper()


def find_terms(
    tokens: Tokens, words: Words, start: int, end: int, lexicons: tuple[str, ...]
) -> list[tuple[int, int]]:
    """Return the stretches of positions, within `start` to `end` (exclusive), that are entries of some lexicons."""
    found: list[tuple[int, int]] = []
    position = start
    while position < end:
        length = max(
            (
                size
                for lexicon in lexicons
                for size in entry_sizes(tokens, words, lexicon, position)
                if position + size <= end
            ),
            default=0,
        )
        if length:
            found.append((position, position + length))
        position += max(1, length)
    return found


def is_term(tokens: Tokens, words: Words, lexicon: str, position: int) -> bool:
    """Say whether an entry of a lexicon ends at a position, or stands there alone."""
    if entry_sizes(tokens, words, lexicon, position):
        return True
    return any(
        position - back >= 0 and back + 1 in entry_sizes(tokens, words, lexicon, position - back)
        for back in (1, 2)
    )
