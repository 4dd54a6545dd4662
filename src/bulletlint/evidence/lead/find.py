"""The lead verb: the verb that carries a bullet's main claim, found in the parse and checked against the lexicons.

`lead_opening` looks for it at the beginning, `lead_predicate` asks whether what it found leads, `lead_root` looks in
the rest of the sentence; `lead_class` settles its class where that hangs on what the bullet proves.
"""

from __future__ import annotations

from bulletlint.core.facts import Lead, LeadClass
from bulletlint.core.inflect import find_past_base
from bulletlint.evidence.lead.opening import find_opening_verb, skip_adverbs, skip_label
from bulletlint.evidence.lead.predicate import find_predicate
from bulletlint.evidence.lead.root import find_first_person, find_root_verb
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

__all__ = ["find_lead", "skip_adverbs", "skip_label"]

#: Words between a verb and its preposition: "worked closely with", "worked hand in hand with".
_BETWEEN = frozenset({"closely", "directly", "hand", "in", "alongside"})
_AFTER_IN = frozenset({"hand", "close", "closely"})
_BE = frozenset({"be", "'re", "'s", "’re", "’s", "'m", "’m"})
_DUTY_ENDS = frozenset({"for", "of", "with", "include", "included"})
_PREPOSITION_VERBS = {"work": ("on", "with"), "be": ("responsible", "involved")}
_PARTICLES = frozenset({"out", "up", "down", "off", "over", "back", "together", "in", "on"})


def find_lead(tokens: Tokens, words: Words, *, duty: bool) -> Lead | None:
    """Return the lead verb, None for a bullet without one (a noun phrase, a title).

    `duty` says that the bullet opens with a duty phrase: then "be responsible" leads.
    """
    if not len(tokens) or is_title(tokens):
        return None
    start = skip_label(tokens, words)
    if duty:
        return make_duty_lead(tokens, start)
    if start >= len(tokens):
        return None  # "( )" holds nothing behind its label
    at = find_opening_verb(tokens, words, start)
    if at is not None:
        predicate = find_predicate(tokens, words, at)
        at = at if predicate is None else predicate
    if at is None:
        at = find_first_person(tokens, words, start)
    if at is None:
        at = find_root_verb(tokens, words, start)
    if at is None:
        return None
    return make_lead(tokens, words, at)


def is_title(tokens: Tokens) -> bool:
    """Tell whether the bullet is written like a title: nearly every long word begins with a capital."""
    long_words = [
        tokens.text[start:end] for start, end in zip(tokens.start, tokens.end, strict=True) if end - start > 3
    ][1:]
    capitals = sum(word[0].isupper() for word in long_words)
    shouted = sum(word.isupper() for word in long_words) > len(long_words) / 2
    return (
        len(long_words) >= 4
        and capitals >= 0.8 * len(long_words)
        and not shouted
        and not tokens.text.rstrip().endswith(".")
    )


def make_lead(tokens: Tokens, words: Words, at: int) -> Lead:
    """Build the lead with its particle or preposition where that makes the meaning."""
    at = find_main_verb(tokens, at)
    word = tokens.lower[at]
    lemma = words.verb_forms.get(word) or find_past_base(word, words.exceptions) or tokens.lemma[at]
    first = last = at
    if at and tokens.text[tokens.end[at - 1] : tokens.start[at]] == "-" and tokens.pos[at - 1] != "PRON":
        lemma, first = f"{tokens.lower[at - 1]}-{lemma}", at - 1
    following = skip_between(tokens, at + 1)
    if following < len(tokens):
        joined = f"{lemma} {tokens.lower[following]}"
        particle = following == at + 1 and tokens.lower[following] in _PARTICLES
        if particle and tokens.dep[following] == "prt" and joined not in words.verb_class:
            return span_lead(tokens, first, following, at, joined, words.verb_class.get(lemma, "build"))
        preposition = tokens.lower[following] in _PREPOSITION_VERBS.get(lemma, ())
        if joined in words.verb_class and (particle or preposition):
            lemma, last = joined, following if particle else at
    if lemma in _BE:
        return make_be_lead(tokens, words, at)
    if lemma == "involve" and tokens.tag[at] == "VBN":
        lemma = "be involved"
    return span_lead(tokens, first, last, at, lemma, find_class(lemma, words))


def find_class(lemma: str, words: Words) -> LeadClass:
    """Return the class of a verb; "re-write" is one of "rewrite", and "co-lead" of "lead"."""
    prefix, _, verb = lemma.partition("-")
    names = (lemma, prefix + verb, *((verb,) if prefix in ("re", "co", "pre") else ()))
    return next((words.verb_class[name] for name in names if name in words.verb_class), "build")


def skip_between(tokens: Tokens, following: int) -> int:
    """Return the position after "closely", "hand in hand" and the like."""
    while following < len(tokens) - 1 and tokens.lower[following] in _BETWEEN:
        if tokens.lower[following] == "in" and tokens.lower[following + 1] not in _AFTER_IN:
            break
        following += 1
    return following


def span_lead(tokens: Tokens, first: int, last: int, at: int, lemma: str, lead_class: LeadClass) -> Lead:
    """Return the lead that spans two positions, both inclusive; `at` is the verb's own."""
    start, end = tokens.start[first], tokens.end[last]
    return Lead(tokens.text[start:end], lemma, lead_class, start, end, tokens.index[at])


def find_main_verb(tokens: Tokens, at: int) -> int:
    """Step from an auxiliary to its verb ("was promoted", "have built")."""
    if tokens.dep[at] in ("aux", "auxpass") and tokens.head[at] > at:
        return tokens.head[at]
    return at


def make_be_lead(tokens: Tokens, words: Words, at: int) -> Lead:
    """Build the lead of a form of "be": with its adjective where that is a verb of the lists ("be responsible")."""
    for position in range(at + 1, min(at + 4, len(tokens))):
        lemma = f"be {tokens.lower[position]}"
        if lemma in words.verb_class:
            return span_lead(tokens, at, position, at, lemma, words.verb_class[lemma])
    return span_lead(tokens, at, at, at, "be", "none")


def make_duty_lead(tokens: Tokens, start: int) -> Lead:
    """Build the lead of a duty phrase; its words run to the preposition ("Responsible for")."""
    end, last = start, min(start + 6, len(tokens) - 1)
    while end < last and tokens.lower[end] not in _DUTY_ENDS:
        end += 1
    opener = tokens.lower[start]
    lemma = f"be {opener}" if opener in ("tasked", "charged", "entrusted") else "be responsible"
    return span_lead(tokens, start, end, start, lemma, "support")
