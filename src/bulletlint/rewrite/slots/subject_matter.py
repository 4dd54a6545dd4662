"""Where a bullet says what it is about: what was done, to what, for what, and with which means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bulletlint.core.facts import Facts
from bulletlint.evidence.lead.find import skip_label
from bulletlint.evidence.objects import NounPhrase, find_noun_phrase, find_object, find_subject
from bulletlint.evidence.terms import is_term
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: Prepositions behind an object that lead on to what the object is for.
_FORWARD = frozenset("of for on to into from about across behind over against".split())
#: Those that say no more than where or with whom.
_AROUND = frozenset("in at with within".split())
#: Words behind an outcome that lead to the means.
_MEANS = frozenset("by through via with using after".split())
#: Those of them that a verb may follow, also in the next sentence ("Did it by removing …").
_DOING = frozenset({"by", "through", "after"})
_STOPS = frozenset({".", ";"})
_VERBAL = frozenset({"VB", "VBG", "VBD", "VBN"})
#: Prepositions that lead to what something serves, and what may stand between them and its noun ("for training …").
_SERVING = frozenset({"for", "of", "about", "behind"})
_BEFORE_NOUN = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "VERB", "PUNCT", "CCONJ", "PRON"})
#: Words between people who are led and what they made.
_LED_TO = frozenset({"to", "in", "that", "who", "which"})
#: Within how many tokens of a support verb the verb stands that it supports.
_REACH = 12


@dataclass(frozen=True, slots=True)
class SubjectMatter:
    """Where a bullet says what it is about, as positions in its tokens.

    `verbs` are what was done, the means of an outcome first. `phrases` are what it was done to: the object, then the
    phrase that "for" or "of" joins to it. `others` count as little as the rest of the bullet, but words that count in
    the object only count there, too: the figure that an outcome changed (`claim`), the place ("in the clinic").
    `start` is where the label ends; `vague_last` says that a vague object comes after the rest. Words that tell only
    which AI groundwork serves ("a portal for ML models"), `served`, count for nothing.
    """

    tokens: Tokens
    verbs: tuple[int, ...]
    phrases: tuple[NounPhrase, ...]
    others: tuple[NounPhrase, ...]
    claim: tuple[NounPhrase, ...]
    start: int
    vague_last: bool
    served: frozenset[int] = frozenset()


def find_subject_matter(tokens: Tokens, facts: Facts, words: Words, lead: int) -> SubjectMatter:
    """Return where a bullet says what it is about; `lead` is its lead verb's position, -1 without one."""
    start = skip_label(tokens, words)
    lead_class = facts.lead_class
    verbs: list[int] = [lead] if lead >= 0 else []
    phrases: list[NounPhrase | None] = []
    others: list[NounPhrase | None] = []
    claim: NounPhrase | None = None
    if lead < start:
        phrases.append(find_object(tokens, start - 1))
    elif lead_class == "outcome":
        means = find_means(tokens, lead)
        if means is None:
            phrases.append(find_object(tokens, lead))
        else:
            verb = tokens.tag[means + 1] in _VERBAL
            verbs[:0] = [means + 1] if verb else []
            phrases.append(find_object(tokens, means + 1) if verb else find_noun_phrase(tokens, means + 1))
            claim = find_object(tokens, lead)
            others.append(claim)
    else:
        lemma = facts.lead.lemma if facts.lead else ""
        if lead_class == "support" or facts.duty or lemma in words.lexicons["verbs-means"]:
            inner = find_inner_verb(tokens, words, lead)
            if inner >= 0:
                verbs.insert(0, inner)
                phrases.append(find_object(tokens, inner))
        if not any(phrases) and lemma in words.listed["verbs-leading-people"]:
            inner = find_led_work(tokens, words, find_object(tokens, lead))
            if inner >= 0:
                verbs.insert(0, inner)
                phrases.append(find_object(tokens, inner))
        if not any(phrases):
            subject = find_subject(tokens, lead)
            verbs = [] if subject else verbs  # "The ranking model analyses …": not what the writer did
            phrases += [subject, find_object(tokens, lead)]
    chosen = [phrase for phrase in phrases if phrase is not None]
    if chosen:
        others += find_following(tokens, chosen[0], _AROUND)
        chosen += find_following(tokens, chosen[0], _FORWARD)
    served, every = find_served(tokens, words, facts, chosen[0]) if chosen else (frozenset(), False)
    ai = facts.ai and not every
    return SubjectMatter(
        tokens,
        verbs=tuple(verbs),
        phrases=tuple(chosen),
        others=tuple(phrase for phrase in others if phrase is not None),
        claim=(claim,) if claim else (),
        start=start,
        vague_last=ai or (lead_class == "support" and not facts.duty),
        served=served,
    )


def find_served(tokens: Tokens, words: Words, facts: Facts, made: NounPhrase) -> tuple[frozenset[int], bool]:
    """Return the positions of AI words that tell only what groundwork serves, and whether all of them do.

    "Built a platform for ML models" made a platform, "Built an ML platform" and "a platform with an ML model" AI.
    """
    if not facts.ai or not is_term(tokens, words, "nouns-groundwork", made.head):
        return frozenset(), False
    served: set[int] = set()
    every = True
    for item in facts.evidence:
        if item.label != "ai":
            continue
        position = tokens.find_position(item.start)
        opening = position - 1
        while (
            opening > made.head
            and tokens.pos[opening] in _BEFORE_NOUN
            and tokens.lower[opening] not in _STOPS
        ):
            opening -= 1
        if opening > made.head and tokens.lower[opening] in _SERVING:
            phrase = find_noun_phrase(tokens, position)
            served.update(range(opening + 1, phrase.end if phrase else position + 1))
        else:
            every = False
    return frozenset(served), every


def find_led_work(tokens: Tokens, words: Words, led: NounPhrase | None) -> int:
    """Return the verb of what people who are led made ("Led a team of 4 to build a portal"), -1 without one."""
    if led is None or not is_term(tokens, words, "nouns-people", led.head):
        return -1
    after = led.end
    joined = tokens.lower[after : after + 1]
    position = after + 1 if joined and joined[0] in _LED_TO else after
    if position >= len(tokens) or tokens.dep[position] in ("amod", "compound"):
        return -1
    finite = position > after and joined[0] != "in" and tokens.tag[position] in ("VB", "VBD")
    return position if finite or tokens.tag[position] == "VBG" else -1


def turn_to_claim(focus: SubjectMatter) -> SubjectMatter:
    """Return where a bullet says what was changed: the figure of an outcome before its means."""
    return replace(focus, phrases=focus.claim) if focus.claim else focus


def find_means(tokens: Tokens, lead: int) -> int | None:
    """Return where "by …ing", "with …" or "through …" opens the means of an outcome, None without one."""
    ended = False
    for position in range(lead + 1, len(tokens) - 1):
        word, after = tokens.lower[position], position + 1
        ended = ended or word in _STOPS
        if word not in _MEANS or after in tokens.amount or "factor" in tokens.lower[after : after + 2]:
            continue
        if word in _DOING and tokens.tag[after] in _VERBAL:
            return position
        if not ended and word != "after" and tokens.pos[after] in ("NOUN", "PROPN", "ADJ", "DET"):
            return position
    return None


def find_inner_verb(tokens: Tokens, words: Words, lead: int) -> int:
    """Return the verb that a support verb or a duty stands before ("Helped migrate"), -1 without one."""
    for position in range(lead + 1, min(len(tokens), lead + _REACH)):
        if tokens.lower[position] in _STOPS:
            return -1
        inner = tokens.tag[position] in ("VB", "VBG") and tokens.dep[position] not in ("amod", "compound")
        if inner and tokens.lemma[position] not in words.lexicons["verbs-means"]:
            return position
    return -1


def find_following(tokens: Tokens, phrase: NounPhrase, prepositions: frozenset[str]) -> Iterator[NounPhrase]:
    """Yield the phrase that a preposition joins to an object: "of …" inside it, or "for …" behind it."""
    for position in range(phrase.head + 1, min(phrase.end + 1, len(tokens) - 1)):
        if tokens.lower[position] in prepositions:
            found = find_noun_phrase(tokens, position + 1)
            if found is not None:
                yield found
