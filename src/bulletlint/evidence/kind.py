"""The kind of a bullet: delivery (made or changed something), people (led, hired, taught) or other."""

from __future__ import annotations

from bulletlint.evidence.objects import NounPhrase
from bulletlint.evidence.technique import find_terms
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.facts import Kind, Lead


def decide_kind(tokens: Tokens, words: Words, lead: Lead | None, at: int, phrase: NounPhrase | None) -> Kind:
    """Decide the kind from the lead verb and its object, or from the head noun of a bullet without a verb."""
    if lead is None:
        return decide_noun_kind(tokens, words)
    lemma = lead.lemma
    if lead.lead_class == "none":
        return "other"
    people = phrase is not None and names_people(tokens, words, phrase)
    if lemma in words.lexicons["verbs-people"]:
        return "people"
    if people and (lemma in words.lexicons["verbs-leading-people"]):
        return "people"
    if phrase is not None and lemma in words.lexicons["verbs-leading-people"]:
        if find_terms(tokens, words, phrase.head, phrase.head + 1, ("nouns-meeting",)):
            return "people"
    if lemma in words.lexicons["verbs-other"]:
        return "other"
    if lemma in words.lexicons["verbs-analysis"] and not delivers_later(tokens, words, at):
        return "other"
    if phrase is not None and find_terms(tokens, words, phrase.head, phrase.head + 1, ("nouns-study",)):
        return "other"
    return "delivery"


def names_people(tokens: Tokens, words: Words, phrase: NounPhrase) -> bool:
    return bool(find_terms(tokens, words, phrase.head, phrase.head + 1, ("nouns-people",)))


def delivers_later(tokens: Tokens, words: Words, at: int) -> bool:
    """Say whether an analysis goes on to make or change something ("Analysed …, and rebuilt …", "…, cutting …")."""
    for position in range(at + 1, len(tokens)):
        lemma = words.verb_forms.get(tokens.lower[position])
        if lemma is None or tokens.tag[position] not in ("VBD", "VBG", "VBN"):
            continue
        if tokens.tag[position] == "VBG" and tokens.lower[position - 1] != ",":
            continue
        if words.verb_class.get(lemma) == "outcome":
            return True
    return False


def decide_noun_kind(tokens: Tokens, words: Words) -> Kind:
    """Decide for a bullet without a lead verb."""
    root = next((position for position in range(len(tokens)) if tokens.dep[position] == "ROOT"), 0)
    head = tokens.lower[root]
    if head in words.sets["nouns-role"] or tokens.lower[0] in words.sets["nouns-role"]:
        return "other"
    if head in words.sets["nouns-teaching"]:
        return "people"
    if head in words.sets["nouns-delivery"]:
        return "delivery"
    if find_terms(tokens, words, root, root + 1, ("nouns-technical",)):
        return "delivery"
    return "other"
