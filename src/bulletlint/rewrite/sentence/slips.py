"""Slips of grammar that a rewrite sets right, where it is sure what was meant and no word changes but in its form."""

from __future__ import annotations

from bulletlint.core.inflect import choose_article
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.sentence.conjugation import inflect_verbs

#: Prepositions that no finite verb follows.
_BEFORE_GERUND = frozenset({"in", "by", "for", "of", "on", "through", "without", "from"})
_AFTER_VERB = frozenset({"DET", "NUM", "PRON"})
#: First letters of words whose article hangs on how they are said ("a user", "an hour", "a one-off").
_DOUBTFUL = ("h", "u", "eu", "one", "once")


def mend_slips(tokens: Tokens, words: Words) -> dict[int, str]:
    """Return the words of a bullet that must be another form: "by used a map" → "using", "a old one" → "an"."""
    changed: dict[int, str] = {}
    for place in range(1, len(tokens) - 1):
        word, before = tokens.lower[place], tokens.lower[place - 1]
        finite = tokens.tag[place] in ("VBD", "VBP", "VB") and tokens.dep[place] == "pcomp"
        if (
            before in _BEFORE_GERUND
            and finite
            and tokens.pos[place + 1] in _AFTER_VERB
            and word in words.verb_forms
        ):
            changed |= inflect_verbs(tokens, words, (place,), "gerund") or {}
        if word in ("a", "an") and tokens.tag[place] == "DT":
            following = tokens.text[tokens.start[place + 1] : tokens.end[place + 1]]
            plain = following.isalpha() and following.islower() and len(following) > 2
            if plain and not following.startswith(_DOUBTFUL) and choose_article(following) != word:
                changed[place] = choose_article(following)
    return changed
