"""Does a bullet open with how (a technique, a tool, an artefact) or with what for?"""

from __future__ import annotations

from bulletlint.evidence.objects import NounPhrase, find_noun_phrase
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.facts import Lead

_PURPOSE = frozenset({"to", "for", "so", "that", "which", "enabling", "allowing", "helping", "letting"})


def find_terms(
    tokens: Tokens, words: Words, start: int, end: int, lexicons: tuple[str, ...]
) -> list[tuple[int, int]]:
    """Return the stretches of positions, between two positions, that are entries of some lexicons."""
    found: list[tuple[int, int]] = []
    position = start
    while position < end:
        length = max(
            (size for name in lexicons for size in entry_sizes(tokens, words, name, position, end)), default=0
        )
        if length:
            found.append((position, position + length))
        position += max(1, length)
    return found


def entry_sizes(tokens: Tokens, words: Words, lexicon: str, position: int, end: int) -> list[int]:
    """Return the lengths of the entries of a lexicon that stand at a position."""
    sizes = []
    for entry in words.entries[lexicon].get(tokens.lower[position], ()):
        if position + len(entry) <= end and all(
            tokens.lower[position + i] in forms for i, forms in enumerate(entry)
        ):
            sizes.append(len(entry))
    return sizes


def is_technical(tokens: Tokens, words: Words, phrase: NounPhrase) -> bool:
    """Say whether a noun phrase names a technical thing; its head decides, then its other words."""
    head_plain = bool(find_terms(tokens, words, phrase.head, phrase.head + 1, ("nouns-plain",)))
    technical = find_terms(
        tokens, words, phrase.start, phrase.head + 1, ("nouns-technical", "names-technology")
    )
    if technical and technical[-1][1] == phrase.head + 1:
        return True
    if head_plain or any(end == phrase.head + 1 for _, end in find_terms(
        tokens, words, phrase.start, phrase.head + 1, ("nouns-plain",)
    )):  # fmt: skip
        return False
    if technical:
        return True
    return bool(find_terms(tokens, words, phrase.head, phrase.end, ("nouns-technical", "names-technology")))


def opens_with_technique(
    tokens: Tokens, words: Words, lead: Lead | None, at: int, phrase: NounPhrase | None
) -> bool:
    """Decide BL501's question by the lead's class and the first object (GUIDE: technique_first).

    `at` is the position of the lead verb, -1 without one; `phrase` its object.
    """
    if lead is None:
        start = find_noun_phrase(tokens, 0)
        return start is not None and is_technical(tokens, words, start)
    if lead.lead_class in ("outcome", "none"):
        return False
    if phrase is None:
        return lead.lead_class == "build" and lead.lemma in words.lexicons["verbs-technique"]
    technical = is_technical(tokens, words, phrase)
    if lead.lead_class == "product":
        return technical and not names_purpose(tokens, phrase.end)
    if technical:
        return True
    head_plain = find_terms(tokens, words, phrase.head, phrase.head + 1, ("nouns-plain",))
    return not head_plain and lead.lemma in words.lexicons["verbs-technique"]


def names_purpose(tokens: Tokens, start: int) -> bool:
    """Say whether the same sentence goes on to a user purpose or a result."""
    for position in range(start, len(tokens)):
        word = tokens.lower[position]
        if word in (".", ";"):
            return False
        if (
            word in _PURPOSE
            or word == ","
            and position + 1 < len(tokens)
            and tokens.tag[position + 1] == "VBG"
        ):
            return True
        if position in tokens.amount:
            return True
    return False
