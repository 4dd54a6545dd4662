"""Finds lexicon entries, of one word or several, in running text."""

from __future__ import annotations

from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words


def entry_sizes(tokens: Tokens, words: Words, lexicon: str, position: int) -> list[int]:
    """Return how many tokens each entry of a lexicon takes that stands at a position (longest first).

    Entries of `names-capitalised` count only where they are written with a capital: "Go", not "go", and a letter only
    where it is alone: "Rs" are rupees. A word with a capital inside ("MobileNet") is the name of a technology without
    being listed.
    """
    entries = words.entries[lexicon].get(tokens.lower[position])
    if not entries:
        return [1] if lexicon == "names-technology" and position in tokens.camel else []
    if lexicon == "names-capitalised":
        word = tokens.text[tokens.start[position] : tokens.end[position]]
        if word[0].islower() or len(word) == 2 and word[1] == "s":
            return []
    lower = tokens.lower
    return [
        len(entry)
        for entry in entries
        if len(entry) == 1
        or position + len(entry) <= len(lower)
        and all(lower[position + offset] in entry[offset] for offset in range(1, len(entry)))
    ]


def find_terms(
    tokens: Tokens, words: Words, start: int, end: int, lexicons: tuple[str, ...]
) -> list[tuple[int, int]]:
    """Return the stretches of positions, within `start` to `end` (exclusive), that are entries of some lexicons."""
    found: list[tuple[int, int]] = []
    openings, camel = words.openings, tokens.camel
    after = start
    for position, word in enumerate(tokens.lower[start:end], start):
        if word not in openings and position not in camel or position < after:
            continue
        opened = openings.get(word, ())
        length = 0
        for lexicon in lexicons:
            if lexicon in opened or position in camel:
                for size in entry_sizes(tokens, words, lexicon, position):
                    if length < size <= end - position:
                        length = size
        if length:
            after = position + length
            found.append((position, after))
    return found


def is_term(tokens: Tokens, words: Words, lexicon: str, position: int) -> bool:
    """Tell whether an entry of a lexicon ends at a position, or stands there alone."""
    table, lower = words.entries[lexicon], tokens.lower
    if (lower[position] in table or position in tokens.camel) and entry_sizes(
        tokens, words, lexicon, position
    ):
        return True
    for back in (1, 2):
        if position < back or lower[position - back] not in table:
            continue
        if back + 1 in entry_sizes(tokens, words, lexicon, position - back):
            return True
    return False
