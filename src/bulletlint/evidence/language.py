"""Tells a bullet in another language, of which nothing is said: the rules know English only."""

from __future__ import annotations

from collections.abc import Container

from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: Letters up to here are Latin, with all their accents (Unicode block Latin Extended-B ends at U+024F).
_LAST_LATIN = "\u024f"
#: Letters from which on a word tells a language, and such words that a bullet needs before their share says anything.
_LONG, _ENOUGH = 4, 3
#: One in so many of them is known at least where a bullet is English.
_KNOWN_OF = 3


def is_foreign(tokens: Tokens, words: Words) -> bool:
    """Tell whether a bullet is in another language: another script, or its function words are not English.

    Two different foreign function words, and more of them than of English ones, are asked for: a name such as "De la
    Rue" in an English bullet is not enough.
    """
    if not tokens.text.isascii() and is_written_otherwise(tokens.text):
        return True
    said = words.listed.get("words-foreign", frozenset()).intersection(tokens.positions)
    if len(said) < 2:
        return False
    return len(said) > len(words.listed.get("words-english", frozenset()).intersection(tokens.positions))


def lacks_known_words(tokens: Tokens, words: Words, vocabulary: Container[str]) -> bool:
    """Tell whether hardly a word of a bullet is among those of English that a reader has learned.

    Looked at are words of four letters and more in small letters, since names are known in no language; without enough
    of them all words count, of which one is enough.
    """
    foreign = words.listed.get("words-foreign", frozenset())
    alone = [position for position, word in enumerate(tokens.lower) if word.isalpha() and word not in foreign]
    long = [
        position
        for position in alone
        if len(tokens.lower[position]) >= _LONG and tokens.text[tokens.start[position]].islower()
    ]
    asked = long if len(long) >= _ENOUGH else alone
    known = sum(
        tokens.lower[position] in vocabulary or tokens.lemma[position] in vocabulary for position in asked
    )
    if asked is long:
        return known * _KNOWN_OF < len(long)
    return len(alone) >= _ENOUGH and not known


def is_written_otherwise(text: str) -> bool:
    """Tell whether most letters of a text are of another script than the Latin one."""
    letters = [character for character in text if character.isalpha()]
    return sum(character > _LAST_LATIN for character in letters) * 2 > len(letters)
