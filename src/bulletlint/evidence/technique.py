"""Does a bullet open with how (a technique, a tool, an artefact) or with what for?"""

from __future__ import annotations

from bulletlint.evidence.objects import NounPhrase, find_noun_phrase, find_object
from bulletlint.evidence.terms import find_terms, is_term
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.facts import Lead

_TECHNICAL = ("nouns-technical", "names-technology")
_RESULT = frozenset({"so", "which", "that", "enabling", "allowing", "helping", "letting", "resulting", "leading", "because"})
_CLAIMED = frozenset({"experience", "expertise", "knowledge", "proficiency", "expert", "skills", "usage", "use", "part"})


def is_technical(tokens: Tokens, words: Words, phrase: NounPhrase) -> bool:
    """Say whether a noun phrase names a technical thing; its head decides, then its other words."""
    technical = find_terms(tokens, words, phrase.start, phrase.head + 1, _TECHNICAL)
    if technical and technical[-1][1] == phrase.head + 1:
        return True
    if is_term(tokens, words, "nouns-plain", phrase.head) or is_term(tokens, words, "nouns-people", phrase.head):
        return False
    return bool(technical) or bool(find_terms(tokens, words, phrase.head, phrase.end, _TECHNICAL))


def is_plain(tokens: Tokens, words: Words, phrase: NounPhrase) -> bool:
    return is_term(tokens, words, "nouns-plain", phrase.head) or is_term(tokens, words, "nouns-people", phrase.head)


def opens_with_technique(
    tokens: Tokens, words: Words, lead: Lead | None, at: int, phrase: NounPhrase | None, subject: NounPhrase | None
) -> bool:
    """Decide BL501's question by the lead's class and the first object (GUIDE: technique_first).

    `at` is the position of the lead verb, -1 without one; `phrase` is its object, `subject` a system as subject.
    """
    if lead is None:
        return names_technique(tokens, words)
    if lead.lead_class in ("outcome", "none"):
        return False
    if subject is not None:
        return find_terms(tokens, words, subject.head, subject.head + 1, _TECHNICAL) != [] and lead.lemma not in words.lexicons["verbs-system"]
    if lead.lead_class == "product":
        return phrase is not None and is_technical(tokens, words, phrase) and not names_purpose(tokens, words, phrase)
    if lead.lead_class == "support":
        return supports_technique(tokens, words, lead, at, phrase)
    if phrase is None:
        return lead.lemma in words.lexicons["verbs-technique"]
    if is_technical(tokens, words, phrase):
        return True
    return lead.lemma in words.lexicons["verbs-technique"] and not is_plain(tokens, words, phrase)


def names_technique(tokens: Tokens, words: Words) -> bool:
    """Decide for a bullet without a lead verb: by its first noun phrase, a role or a claim of experience looked through."""
    phrase = find_noun_phrase(tokens, 0)
    if phrase is None:
        return False
    if is_term(tokens, words, "nouns-role", phrase.head) or any(word in _CLAIMED for word in tokens.lower[phrase.start : phrase.head + 1]):
        claimed = any(word in _CLAIMED for word in tokens.lower[phrase.start : phrase.head + 1])
        return claimed and bool(find_terms(tokens, words, phrase.head + 1, min(len(tokens), phrase.head + 9), _TECHNICAL))
    return is_technical(tokens, words, phrase)


def supports_technique(tokens: Tokens, words: Words, lead: Lead, at: int, phrase: NounPhrase | None) -> bool:
    """Decide for a support verb: by its object, or that of the verb it supports ("Helped migrate the …")."""
    if phrase is not None and is_technical(tokens, words, phrase):
        return True
    for position in range(at + 1, min(len(tokens), at + 8)):
        if tokens.lower[position] in (".", ";"):
            break
        verb = words.verb_forms.get(tokens.lower[position])
        if verb is None or tokens.tag[position] not in ("VB", "VBG"):
            continue
        if words.verb_class.get(verb) in ("outcome", "product"):
            return False
        inner = find_object(tokens, position)
        if inner is not None and (phrase is None or inner.start != phrase.start):
            return is_technical(tokens, words, inner)
        return inner is None and verb in words.lexicons["verbs-technique"] and bool(
            find_terms(tokens, words, position, min(len(tokens), position + 6), _TECHNICAL)
        )
    if lead.lemma == "work on" and phrase is not None:
        return bool(find_terms(tokens, words, phrase.end, min(len(tokens), phrase.end + 4), ("names-technology",)))
    return False


def names_purpose(tokens: Tokens, words: Words, phrase: NounPhrase) -> bool:
    """Say whether the same sentence goes on to a user purpose or a result."""
    for position in range(phrase.start, len(tokens)):
        word = tokens.lower[position]
        if word in (".", ";"):
            return False
        if position < phrase.end:
            continue
        if word in _RESULT or word == "," and position + 1 < len(tokens) and tokens.tag[position + 1] == "VBG":
            return True
        if word == "to" and position + 1 < len(tokens) and tokens.tag[position + 1] == "VB":
            return True
        amount = tokens.amount.get(position)
        if amount is not None and amount.kind in ("percent", "points", "multiple", "count", "money"):
            return True
        if word in ("for", "to") and any(
            is_term(tokens, words, "nouns-audience", after) for after in range(position + 1, min(len(tokens), position + 5))
        ):
            return True
    return False
