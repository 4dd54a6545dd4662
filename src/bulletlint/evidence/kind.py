"""The kind of a bullet: delivery (made or changed something), people (led, hired, taught) or other."""

from __future__ import annotations

from bulletlint.evidence.objects import NounPhrase, find_noun_phrase
from bulletlint.evidence.terms import find_terms, is_term
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.facts import Kind, Lead

_MADE = ("build", "outcome", "product")
_PROVES = frozenset({"outcome", "cost", "fallback"})


def decide_kind(
    tokens: Tokens,
    words: Words,
    lead: Lead | None,
    at: int,
    phrase: NounPhrase | None,
    subject: NounPhrase | None,
    proved: frozenset[str],
) -> Kind:
    """Decide the kind from the lead verb and its object, or from the head noun of a bullet without a verb.

    `proved` holds the labels of the evidence found: a noun phrase with a result, a cost or a fallback delivers.
    """
    if is_academic(tokens, words):
        return "other"
    if lead is None:
        return decide_noun_kind(tokens, words, proved)
    if lead.lead_class == "none":
        return "other"
    if subject is not None:
        return "other" if tokens.lower[subject.head] in words.sets["words-academic"] else "delivery"
    lemma = lead.lemma
    listed = words.lexicons
    if lemma == "be responsible":
        return decide_duty_kind(tokens, words, at)
    people = phrase is not None and is_term(tokens, words, "nouns-people", phrase.head)
    if lemma == "act":
        return "people"
    helped = (
        people
        or phrase is not None
        and (
            is_term(tokens, words, "nouns-audience", phrase.head)
            or is_term(tokens, words, "nouns-role", phrase.head)
        )
    )
    if lemma in listed["verbs-helping"] and helped and not makes_later(tokens, words, phrase.end):  # type: ignore[union-attr]
        return "other"
    if (
        lead.lead_class == "support"
        and phrase is not None
        and is_term(tokens, words, "nouns-meeting", phrase.head)
    ):
        return "other"
    if (
        phrase is not None
        and names_study(tokens, words, phrase)
        and not delivers_later(tokens, words, phrase.end)
    ):
        return "other"
    if leads_people(tokens, words, lead, phrase, people):
        made = people and makes_later(tokens, words, phrase.end if phrase else at + 1, purpose=True)
        return "delivery" if made and lemma not in listed["verbs-people"] else "people"
    if lemma in listed["verbs-joining"]:
        made = makes_later(tokens, words, at + 1) or names_product(tokens, words, at + 1)
        return "delivery" if made else "other"
    if phrase is not None and is_term(tokens, words, "nouns-charge", phrase.head):
        return "other"
    if lemma in listed["verbs-other"]:
        return "other"
    if lemma in listed["verbs-light"] and not proved & _PROVES and lead.lead_class == "support":
        return "other"
    if (
        lemma in listed["verbs-analysis"]
        and tokens.tag[at] != "VBZ"
        and "outcome" not in proved
        and not delivers_later(tokens, words, at + 1)
    ):
        return "other"
    return "delivery"


def is_academic(tokens: Tokens, words: Words) -> bool:
    return any(word in words.sets["words-academic"] for word in tokens.positions)


def leads_people(tokens: Tokens, words: Words, lead: Lead, phrase: NounPhrase | None, people: bool) -> bool:
    """Say whether the bullet is about leading, teaching or moving people."""
    if (
        phrase is not None
        and is_term(tokens, words, "nouns-teaching-material", phrase.head)
        and lead.lead_class != "support"
    ):
        return True
    if lead.lemma in words.lexicons["verbs-people"]:
        return True
    if phrase is None:
        return False
    if people and lead.lemma in words.lexicons["verbs-leading-people"]:
        growing = lead.lemma in words.lexicons["verbs-growing"] or lead.lemma in ("build", "scale")
        return not growing or tokens.lower[phrase.head] in words.sets["nouns-team"]
    leading = (
        lead.lemma in words.lexicons["verbs-leading-people"] or lead.lemma in words.lexicons["verbs-hosting"]
    )
    return leading and is_term(tokens, words, "nouns-meeting", phrase.head)


def names_product(tokens: Tokens, words: Words, start: int) -> bool:
    """Say whether "on a …" names what was worked on ("Worked in a team of 5 on a puzzle game")."""
    for position in range(start, len(tokens) - 1):
        if tokens.lower[position] in (".", ";"):
            return False
        if tokens.lower[position] == "on":
            phrase = find_noun_phrase(tokens, position + 1)
            return phrase is not None and is_term(tokens, words, "nouns-delivery", phrase.head)
    return False


def names_study(tokens: Tokens, words: Words, phrase: NounPhrase) -> bool:
    """Say whether an object is a study: "research", "user interviews", "a research project"."""
    if is_term(tokens, words, "nouns-study", phrase.head):
        return True
    return tokens.lower[phrase.head] in ("project", "projects") and bool(
        find_terms(tokens, words, phrase.start, phrase.head, ("nouns-study",))
    )


def makes_later(tokens: Tokens, words: Words, start: int, *, purpose: bool = False) -> bool:
    """Say whether "to build …", "on building …" or "and built …" follows: then the work itself is named.

    With `purpose` only "to build …" counts.
    """
    for position in range(start, len(tokens)):
        word = tokens.lower[position]
        if word in (".", ";"):
            return False
        lemma = words.verb_forms.get(word)
        before = tokens.lower[position - 1]
        if lemma is None and tokens.tag[position] == "VB" and before == "to":
            return True  # a verb in no list makes something
        if (
            lemma is None
            or words.verb_class.get(lemma) not in _MADE
            or lemma in words.lexicons["verbs-analysis"]
        ):
            continue
        if position == start and tokens.tag[position] in ("VB", "VBP") and not purpose:
            return True  # "Helped the team migrate …"
        if tokens.tag[position] == "VB" and before in (("to",) if purpose else ("to", "and", ",")):
            return True
        if not purpose and tokens.tag[position] in ("VBG", "VBD"):
            return True
    return False


def delivers_later(tokens: Tokens, words: Words, start: int) -> bool:
    """Say whether an analysis goes on to change something ("…, and rebuilt …", "…, cutting …")."""
    for position in range(start, len(tokens)):
        lemma = words.verb_forms.get(tokens.lower[position])
        if lemma is None or words.verb_class.get(lemma) != "outcome":
            continue
        before = tokens.lower[position - 1]
        if (
            tokens.tag[position] in ("VBD", "VBN")
            and before in ("and", ",", ";")
            or tokens.tag[position] == "VBG"
            and before in (",", "and")
        ):
            return True
    return False


def decide_duty_kind(tokens: Tokens, words: Words, at: int) -> Kind:
    """Decide for "Responsible for …": doing something delivers, looking after people or an area does not."""
    for position in range(max(at, 0), min(len(tokens), at + 9)):
        if tokens.lower[position] not in ("for", "of", "with", "include", "included", "including"):
            continue
        if position + 1 < len(tokens) and tokens.tag[position + 1] == "VBG":
            lemma = words.verb_forms.get(tokens.lower[position + 1], "")
            phrase = find_noun_phrase(tokens, position + 2)
            people = phrase is not None and is_term(tokens, words, "nouns-people", phrase.head)
            if (
                lemma in words.lexicons["verbs-people"]
                or people
                and lemma in words.lexicons["verbs-leading-people"]
            ):
                return "people"
            return "other" if lemma in words.lexicons["verbs-other"] else "delivery"
        phrase = find_noun_phrase(tokens, position + 1)
        if phrase is None:
            return "other"
        made = is_term(tokens, words, "nouns-delivery", phrase.head) or is_term(
            tokens, words, "nouns-technical", phrase.head
        )
        return "delivery" if made else "other"
    return "other"


def decide_noun_kind(tokens: Tokens, words: Words, proved: frozenset[str]) -> Kind:
    """Decide for a bullet without a lead verb."""
    phrase = find_noun_phrase(tokens, 0)
    root = next((position for position in range(len(tokens)) if tokens.dep[position] == "ROOT"), 0)
    head = phrase.head if phrase is not None else root
    if is_term(tokens, words, "nouns-role", head) or is_term(tokens, words, "nouns-role", root):
        return "delivery" if makes_as_role(tokens, words, head) else "other"
    if proved & _PROVES:
        return "delivery"
    if any(tokens.lower[position] in ("how", "why", "what") for position in range(min(6, len(tokens)))):
        return "other"
    if (
        tokens.lower[head] in words.sets["nouns-teaching"]
        or tokens.lower[root] in words.sets["nouns-teaching"]
    ):
        return "people"
    if any(is_term(tokens, words, "nouns-reporting", position) for position in range(len(tokens))):
        return "people"
    if is_term(tokens, words, "nouns-study", head):
        return "other"
    if is_term(tokens, words, "nouns-delivery", head) or is_term(tokens, words, "nouns-delivery", root):
        return "delivery"
    if tokens.lower[0] in ("part", "member") and makes_later(tokens, words, 1):
        return "delivery"
    return "other"


def makes_as_role(tokens: Tokens, words: Words, head: int) -> bool:
    """Say whether a role line names what was made: "Author of X", "Sole developer responsible for the design of …"."""
    role = tokens.lower[head]
    if role in ("developer", "engineer", "programmer", "designer") and head + 1 < len(tokens):
        joined = tokens.lower[head + 1] in ("for", "of", "on", "behind")
        made = find_noun_phrase(tokens, head + 2) if joined else None
        if made is not None and is_term(tokens, words, "nouns-delivery", made.head):
            return True
    if role in ("author", "maintainer", "creator") and tokens.lower[head + 1 : head + 2] in (["of"], ["and"]):
        return not find_terms(tokens, words, head + 1, min(len(tokens), head + 6), ("nouns-study",))
    after = tokens.lower[head + 1 : head + 10]
    return "responsible" in after and any(
        word in ("development", "design", "building", "implementation", "developing") for word in after
    )
