"""The kind of a bullet: delivery (made or changed something), people (led, hired, taught) or other."""

from __future__ import annotations

from bulletlint.core.facts import Kind, Lead
from bulletlint.evidence.lead.classify import is_honoured
from bulletlint.evidence.objects import NounPhrase, find_noun_phrase
from bulletlint.evidence.terms import find_terms, is_term
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

_MADE = ("build", "outcome", "product")
_PROVES = frozenset({"outcome", "cost", "fallback"})
#: The lexicons of people who are helped.
_HELPED = ("nouns-people", "nouns-audience", "nouns-role")


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
        # "Sandboxes: what took 3 days of tickets is 40 minutes today" tells of a thing, as a noun phrase does.
        return decide_noun_kind(tokens, words, proved) if lead.lemma == "be" else "other"
    if subject is not None:
        return "other" if tokens.lower[subject.head] in words.sets["words-academic"] else "delivery"
    if lead.lemma == "be responsible":
        return decide_duty_kind(tokens, words, at)
    if lead.lemma == "act":
        return "people"
    if is_honoured(tokens, words, lead, at):
        return "other"
    if is_participation(tokens, words, lead, at, phrase):
        return "other"
    people = phrase is not None and is_term(tokens, words, "nouns-people", phrase.head)
    if leads_people(tokens, words, lead, phrase, people):
        made = people and makes_later(tokens, words, phrase.end if phrase else at + 1, purpose=True)
        return "delivery" if made and lead.lemma not in words.listed["verbs-people"] else "people"
    if lead.lemma in words.listed["verbs-joining"]:
        made = makes_later(tokens, words, at + 1) or names_product(tokens, words, at + 1)
        return "delivery" if made else "other"
    return "other" if changes_nothing(tokens, words, lead, at, phrase, proved) else "delivery"


def is_participation(tokens: Tokens, words: Words, lead: Lead, at: int, phrase: NounPhrase | None) -> bool:
    """Tell whether a bullet tells of helping people, going to meetings or a study that changed nothing."""
    if phrase is None:
        return False
    helped = any(is_term(tokens, words, name, phrase.head) for name in _HELPED)
    if lead.lemma in words.listed["verbs-helping"] and helped:
        working = tokens.tag[at + 1] in ("VB", "VBG")  # "Helped build a booking page"
        if not working and not makes_later(tokens, words, phrase.end):
            return True
    met = lead.lead_class == "support" and lead.lemma not in words.listed["verbs-people"]
    if met and is_term(tokens, words, "nouns-meeting", phrase.head):
        return True
    return names_study(tokens, words, phrase) and not delivers_later(tokens, words, phrase.end)


def changes_nothing(
    tokens: Tokens, words: Words, lead: Lead, at: int, phrase: NounPhrase | None, proved: frozenset[str]
) -> bool:
    """Tell whether a bullet only looks after, attends, takes part or analyses, and shows nothing that came of it."""
    listed = words.listed
    if phrase is not None and is_term(tokens, words, "nouns-charge", phrase.head):
        return True
    if lead.lemma in listed["verbs-other"]:
        return True
    if lead.lemma in listed["verbs-light"] and lead.lead_class == "support" and not proved & _PROVES:
        return True
    analysis = lead.lemma in listed["verbs-analysis"] and tokens.tag[at] != "VBZ" and "outcome" not in proved
    return analysis and not delivers_later(tokens, words, at + 1)


def is_academic(tokens: Tokens, words: Words) -> bool:
    return not words.sets["words-academic"].isdisjoint(tokens.positions)


def leads_people(tokens: Tokens, words: Words, lead: Lead, phrase: NounPhrase | None, people: bool) -> bool:
    """Tell whether the bullet is about leading, teaching or moving people."""
    listed = words.listed
    if phrase is None:
        return lead.lemma in listed["verbs-people"]
    teaching = is_term(tokens, words, "nouns-teaching-material", phrase.head)
    if teaching and lead.lead_class != "support" or lead.lemma in listed["verbs-people"]:
        return True
    leading = lead.lemma in listed["verbs-leading-people"]
    if people and leading:
        growing = lead.lemma in listed["verbs-growing"] or lead.lemma in ("build", "scale")
        return not growing or tokens.lower[phrase.head] in words.sets["nouns-team"]
    hosting = leading or lead.lemma in listed["verbs-hosting"]
    return hosting and is_term(tokens, words, "nouns-meeting", phrase.head)


def names_product(tokens: Tokens, words: Words, start: int) -> bool:
    """Tell whether "on a …" names what was worked on ("Worked in a team of 5 on a puzzle game")."""
    for position in range(start, len(tokens) - 1):
        if tokens.lower[position] in (".", ";"):
            return False
        if tokens.lower[position] == "on":
            phrase = find_noun_phrase(tokens, position + 1)
            return phrase is not None and is_term(tokens, words, "nouns-delivery", phrase.head)
    return False


def names_study(tokens: Tokens, words: Words, phrase: NounPhrase) -> bool:
    """Tell whether an object is a study: "research", "user interviews", "a research project"."""
    if is_term(tokens, words, "nouns-study", phrase.head):
        return True
    return tokens.lower[phrase.head] in ("project", "projects") and bool(
        find_terms(tokens, words, phrase.start, phrase.head, ("nouns-study",))
    )


def makes_later(tokens: Tokens, words: Words, start: int, *, purpose: bool = False) -> bool:
    """Tell whether "to build …", "on building …" or "and built …" follows: then the work itself is named.

    With `purpose` only "to build …" counts.
    """
    for position in range(start, len(tokens)):
        word, tag, before = tokens.lower[position], tokens.tag[position], tokens.lower[position - 1]
        if word in (".", ";"):
            return False
        lemma = words.verb_forms.get(word)
        if lemma is None:
            if tag == "VB" and before == "to":
                return True  # a verb in no list makes something
            continue
        if words.verb_class.get(lemma) not in _MADE or lemma in words.listed["verbs-analysis"]:
            continue
        if tag == "VB" and before in (("to",) if purpose else ("to", "and", ",")):
            return True
        if purpose:
            continue
        if tag in ("VBG", "VBD") or position == start and tag in ("VB", "VBP"):
            return True  # "Helped the team migrate …"
    return False


def delivers_later(tokens: Tokens, words: Words, start: int) -> bool:
    """Tell whether an analysis goes on to change something ("…, and rebuilt …", "…, cutting …")."""
    for position in range(start, len(tokens)):
        lemma = words.verb_forms.get(tokens.lower[position])
        if lemma is None or words.verb_class.get(lemma) != "outcome":
            continue
        tag, before = tokens.tag[position], tokens.lower[position - 1]
        if before in (",", "and") and tag in ("VBD", "VBN", "VBG") or before == ";" and tag in ("VBD", "VBN"):
            return True
    return False


def decide_duty_kind(tokens: Tokens, words: Words, at: int) -> Kind:
    """Decide for "Responsible for …": doing something delivers, looking after people or an area does not."""
    for position in range(max(at, 0), min(len(tokens), at + 9)):
        if tokens.lower[position] not in ("for", "of", "with", "include", "included", "including"):
            continue
        if position + 1 < len(tokens) and tokens.tag[position + 1] == "VBG":
            return decide_doing_kind(tokens, words, position + 1)
        phrase = find_noun_phrase(tokens, position + 1)
        if phrase is None:
            return "other"
        made = any(
            is_term(tokens, words, name, phrase.head) for name in ("nouns-delivery", "nouns-technical")
        )
        return "delivery" if made else "other"
    return "other"


def decide_doing_kind(tokens: Tokens, words: Words, at: int) -> Kind:
    """Decide for the gerund after "Responsible for" by the verb and its object."""
    lemma = words.verb_forms.get(tokens.lower[at], "")
    phrase = find_noun_phrase(tokens, at + 1)
    people = phrase is not None and is_term(tokens, words, "nouns-people", phrase.head)
    if lemma in words.listed["verbs-people"] or people and lemma in words.listed["verbs-leading-people"]:
        return "people"
    return "other" if lemma in words.listed["verbs-other"] else "delivery"


def decide_noun_kind(tokens: Tokens, words: Words, proved: frozenset[str]) -> Kind:
    """Decide for a bullet without a lead verb."""
    if not len(tokens):
        return "other"
    phrase = find_noun_phrase(tokens, 0)
    root = next((position for position in range(len(tokens)) if tokens.dep[position] == "ROOT"), 0)
    head = phrase.head if phrase is not None else root
    if is_term(tokens, words, "nouns-role", head) or is_term(tokens, words, "nouns-role", root):
        return "delivery" if makes_as_role(tokens, words, head) else "other"
    if proved & _PROVES:
        return "delivery"
    if any(tokens.lower[position] in ("how", "why", "what") for position in range(min(6, len(tokens)))):
        return "other"
    if {tokens.lower[head], tokens.lower[root]} & words.sets["nouns-teaching"]:
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
    """Tell whether a role line names what was made: "Author of X", "Only engineer behind the till app"."""
    role = tokens.lower[head]
    if role in words.listed["nouns-developer"] and head + 1 < len(tokens):
        joined = tokens.lower[head + 1] in ("for", "of", "on", "behind")
        made = find_noun_phrase(tokens, head + 2) if joined else None
        if made is not None and is_term(tokens, words, "nouns-delivery", made.head):
            return True
    if role in words.listed["nouns-author"] and tokens.lower[head + 1 : head + 2] in (["of"], ["and"]):
        return not find_terms(tokens, words, head + 1, min(len(tokens), head + 6), ("nouns-study",))
    after = tokens.lower[head + 1 : head + 10]
    return "responsible" in after and any(word in words.listed["nouns-making"] for word in after)
