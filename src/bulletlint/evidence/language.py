"""Tells a bullet in another language, of which nothing is said: the rules know English only."""

from __future__ import annotations

from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: Letters up to here are Latin, with all their accents (Unicode block Latin Extended-B ends at U+024F).
_LAST_LATIN = "\u024f"


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


def is_written_otherwise(text: str) -> bool:
    """Tell whether most letters of a text are of another script than the Latin one."""
    letters = [character for character in text if character.isalpha()]
    return sum(character > _LAST_LATIN for character in letters) * 2 > len(letters)
