"""Tells a bullet in another language, of which nothing is said: the rules know English only."""

from __future__ import annotations

from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: Letters up to here are Latin, with all their accents (Unicode block Latin Extended-B ends at U+024F).
_LAST_LATIN = "\u024f"


def is_foreign(tokens: Tokens, words: Words) -> bool:
    """Say whether a bullet is in another language: another script, or its function words are not English.

    Two different foreign function words, and more of them than of English ones, are asked for: a name such as "De la
    Rue" in an English bullet is not enough.
    """
    letters = [character for character in tokens.text if character.isalpha()]
    if letters and sum(character > _LAST_LATIN for character in letters) * 2 > len(letters):
        return True
    foreign = words.lexicons.get("words-foreign", ())
    said = [word for word in tokens.positions if word in foreign]
    english = [word for word in tokens.positions if word in words.lexicons.get("words-english", ())]
    return len(said) >= 2 and len(said) > len(english)
