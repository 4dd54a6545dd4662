"""Does a bullet open with how (a technique, a tool, an artefact) or with what for?"""

from __future__ import annotations

from bulletlint.core.facts import Lead
from bulletlint.evidence.objects import NounPhrase, find_noun_phrase, find_object
from bulletlint.evidence.terms import find_terms, is_term
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import TECHNOLOGIES, Words

#: The lexicons of technical things; the first holds common nouns.
_TECHNICAL = ("nouns-technical", *TECHNOLOGIES, "words-ai")
#: Words that say that a level was kept: behind a semicolon they name the purpose.
_HELD = frozenset({"stayed", "within", "held"})
#: How many tokens behind an author's line, a claim of experience or a moved thing a technical thing counts.
_ABOUT_AUTHOR, _ABOUT_CLAIM, _ABOUT_MOVED = 18, 12, 9


def is_technical(tokens: Tokens, words: Words, phrase: NounPhrase) -> bool:
    """Tell whether a noun phrase names a technical thing; its head decides, then its other words.

    A head that only moves or contains ("migration", "feature") is looked through to what it moves or is part of.
    """
    technical = find_terms(tokens, words, phrase.start, phrase.head + 1, _TECHNICAL)
    if technical and technical[-1][1] == phrase.head + 1:
        return True
    if any(tokens.lower[end] == "and" for _, end in technical):
        return True  # "performance testing and analysis", "architecture and product roadmap"
    if is_term(tokens, words, "nouns-moving", phrase.head):
        return bool(find_terms(tokens, words, phrase.start, min(len(tokens), phrase.head + 9), _TECHNICAL))
    if is_plain(tokens, words, phrase):
        made = is_term(tokens, words, "nouns-made-in-tools", phrase.head)
        return made and bool(find_terms(tokens, words, phrase.start, phrase.head, TECHNOLOGIES))
    return bool(technical) or bool(find_terms(tokens, words, phrase.head, phrase.end, _TECHNICAL))


def is_plain(tokens: Tokens, words: Words, phrase: NounPhrase) -> bool:
    """Tell whether the head of a phrase is people, a plan, a document, an event or business."""
    return is_term(tokens, words, "nouns-plain", phrase.head) or is_term(
        tokens, words, "nouns-people", phrase.head
    )


def opens_with_technique(
    tokens: Tokens,
    words: Words,
    lead: Lead | None,
    at: int,
    phrase: NounPhrase | None,
    subject: NounPhrase | None,
) -> bool:
    """Decide BL501's question by the lead's class and the first object (docs/accuracy.md: technique_first).

    `at` is the position of the lead verb, -1 without one; `phrase` is its object, `subject` a system as subject.
    """
    if lead is None:
        return len(tokens) > 0 and names_technique(tokens, words)
    if lead.lead_class == "none":
        listing = lead.lemma in ("include", "comprise") and phrase is not None
        return listing and bool(find_terms(tokens, words, at, len(tokens), TECHNOLOGIES))
    if lead.lead_class == "outcome" or lead.lemma in words.listed["verbs-communicating"]:
        return False
    if subject is not None:
        technical = find_terms(tokens, words, subject.start, subject.head + 1, _TECHNICAL)
        headed = bool(technical) and technical[-1][1] == subject.head + 1
        return headed and lead.lemma not in words.listed["verbs-system"]
    if lead.lead_class == "product":
        stops = lead.lemma in words.listed["verbs-ending"]
        if phrase is None or stops or is_term(tokens, words, "nouns-product", phrase.head):
            return False
        return is_technical(tokens, words, phrase) and not names_purpose(tokens, words, phrase)
    if lead.lead_class == "support":
        return supports_technique(tokens, words, lead, at, phrase)
    if phrase is None or lead.lemma in words.listed["verbs-coding"]:
        return lead.lemma in words.listed["verbs-technique"]
    if is_technical(tokens, words, phrase) or moves_to_technology(tokens, words, phrase):
        return True
    return lead.lemma in words.listed["verbs-technique"] and not is_plain(tokens, words, phrase)


def moves_to_technology(tokens: Tokens, words: Words, phrase: NounPhrase) -> bool:
    """Tell whether the object is moved to a named technology ("Moved archived footage to S3")."""
    following = tokens.lower[phrase.end : phrase.end + 1]
    return following in (["to"], ["onto"], ["into"], ["from"]) and bool(
        find_terms(tokens, words, phrase.end + 1, min(len(tokens), phrase.end + 3), TECHNOLOGIES)
    )


def names_technique(tokens: Tokens, words: Words) -> bool:
    """Decide for a bullet without a lead verb by its first noun phrase.

    A claim of experience, an author's or developer's line and a noun of making ("Installation, configuration of …")
    are looked through to what they are about.
    """
    claimed = words.listed["words-experience"]
    if tokens.lower[0] in claimed:
        return names_technical(tokens, words, 1, _ABOUT_CLAIM - 1)
    phrase = find_noun_phrase(tokens, 1 if tokens.pos[0] == "ADP" else 0)
    if phrase is None:
        return False
    if any(word in claimed for word in tokens.lower[phrase.start : phrase.head + 1]):
        return names_technical(tokens, words, phrase.head + 1, _ABOUT_CLAIM - 1)
    if is_term(tokens, words, "nouns-role", phrase.head):
        role, after = tokens.lower[phrase.head], phrase.head + 1
        if role != "developer" and role not in words.listed["nouns-author"]:
            return False
        studied = find_terms(tokens, words, after, min(len(tokens), after + 5), ("nouns-study",))
        return not studied and names_technical(tokens, words, after, _ABOUT_AUTHOR - 1)
    return is_technical(tokens, words, phrase)


def names_technical(tokens: Tokens, words: Words, start: int, length: int) -> bool:
    """Tell whether a technical thing is named within some tokens of a position."""
    return bool(find_terms(tokens, words, start, min(len(tokens), start + length), _TECHNICAL))


def supports_technique(tokens: Tokens, words: Words, lead: Lead, at: int, phrase: NounPhrase | None) -> bool:
    """Decide for a support verb: by the verb it supports ("Helped migrate the …"), else by its object.

    A bullet that opens with people ("Worked closely with designers to …") does not open with a technique.
    """
    joining = lead.lemma in words.listed["verbs-joining"]
    if joining and phrase is not None and is_plain(tokens, words, phrase):
        return False
    inner = find_supported_verb(tokens, words, at, phrase)
    if inner is not None:
        return verb_opens_technique(tokens, words, inner)
    if phrase is None:
        return False
    if is_technical(tokens, words, phrase):
        return True
    named = find_terms(tokens, words, phrase.end, min(len(tokens), phrase.end + 4), _TECHNICAL[1:])
    return lead.lemma == "work on" and bool(named)


def verb_opens_technique(tokens: Tokens, words: Words, at: int) -> bool:
    """Decide for the verb that a support verb supports: a verb of effort with a technical object."""
    verb = words.verb_forms[tokens.lower[at]]
    if words.verb_class.get(verb) in ("outcome", "product") or tokens.lower[at + 1 : at + 2] == ["sure"]:
        return False
    phrase = find_object(tokens, at)
    if phrase is not None:
        return is_technical(tokens, words, phrase) or moves_to_technology(tokens, words, phrase)
    return verb in words.listed["verbs-technique"] and names_technical(tokens, words, at, 6)


def find_supported_verb(tokens: Tokens, words: Words, at: int, phrase: NounPhrase | None) -> int | None:
    """Return the verb that a support verb supports: right after it, or after the people who were helped."""
    people = phrase is not None and is_plain(tokens, words, phrase)
    reach = phrase.end + 2 if phrase is not None and people else at + 5
    for position in range(at + 1, min(len(tokens), reach)):
        if tokens.lower[position] in (".", ";", ":"):
            return None
        if phrase is not None and phrase.start <= position < phrase.end and tokens.tag[position] != "VBG":
            if not people:
                return None
            continue
        known = tokens.lower[position] in words.verb_forms
        after_people = people and phrase is not None and position >= phrase.end
        if known and tokens.tag[position] in (("VB", "VBG", "VBP", "NN") if after_people else ("VB", "VBG")):
            return position
    return None


def names_purpose(tokens: Tokens, words: Words, phrase: NounPhrase) -> bool:
    """Tell whether the same sentence goes on to a user purpose or a result."""
    results = words.listed["words-purpose"]
    for position in range(phrase.end, len(tokens)):
        word = tokens.lower[position]
        if word == ".":
            return False
        following = tokens.tag[position + 1] if position + 1 < len(tokens) else ""
        if word in results or word == "," and following == "VBG" or word == "to" and following == "VB":
            return True
        amount = tokens.amount.get(position)
        if amount is not None and amount.kind in ("percent", "points", "multiple", "count", "money"):
            return True
        near = range(position + 1, min(len(tokens), position + 5))
        if word in ("for", "to") and any(is_term(tokens, words, "nouns-audience", after) for after in near):
            return True
        if word == ";" and _HELD & set(tokens.lower[position:]):
            return True
    return False
