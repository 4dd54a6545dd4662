"""What a bullet is about, by the words of `rules/slots.yaml`: the verb first, then its object, then the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bulletlint.evidence.lead import skip_label
from bulletlint.evidence.objects import NounPhrase, find_noun_phrase, find_object, find_subject
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.facts import Facts, Kind
from bulletlint.inflect import Exceptions, find_forms, find_noun_forms

#: Where a term counts: as a verb that says what was done, anywhere, in the object only, there after all else.
Grade = Literal["verb", "word", "near", "vague"]
#: A term as the forms that each of its tokens may have.
Term = tuple[frozenset[str], ...]

_TOKEN = re.compile(r"[^\s/-]+|/")
#: Prepositions behind an object that lead on to what the object is for.
_FORWARD = frozenset("of for on to into from about across behind over against".split())
#: Words behind an outcome that lead to the means.
_MEANS = frozenset("by through via with using after".split())
#: Marks behind which "by" no longer names the means of the lead.
_STOPS = frozenset({".", ";"})
_NAMING = frozenset({"NOUN", "PROPN"})
_VERBAL = frozenset({"VB", "VBG", "VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of thing that bullets are about, and the terms that tell.

    `verbs` say it as the lead verb, `words` anywhere, `near` in the object only, `vague` there after everything else
    ("system"). One of `unless` anywhere in the bullet rules the topic out; with `ai` it needs evidence of AI.
    """

    name: str
    verbs: tuple[Term, ...] = ()
    words: tuple[Term, ...] = ()
    near: tuple[Term, ...] = ()
    vague: tuple[Term, ...] = ()
    unless: tuple[Term, ...] = ()
    ai: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether no term could ever find the topic."""
        return not (self.verbs or self.words or self.near or self.vague)


@dataclass(frozen=True, slots=True)
class Entry:
    """A term in the index: what follows its first word, where it counts, and whose it is (`rank` in file order)."""

    rest: Term
    grade: Grade
    rank: int


@dataclass(frozen=True, slots=True)
class TopicIndex:
    """Topics with their terms by the forms of the first word; the terms that rule one out by its rank."""

    topics: tuple[Topic, ...] = ()
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Focus:
    """Where a bullet says what it is about, as positions in its tokens.

    `verbs` are what was done, the means of an outcome first. `phrases` are what it was done to: the object, then the
    phrase that "for" or "of" joins to it; `others` those that count as little as the rest but may be vaguely worded
    (the figure that an outcome changed). `start` is where the label ends. `kind`, `ai` and `technique` are facts.
    """

    tokens: Tokens
    verbs: tuple[int, ...]
    phrases: tuple[NounPhrase, ...]
    others: tuple[NounPhrase, ...]
    start: int
    kind: Kind
    ai: bool
    technique: bool


def split_term(text: str, exceptions: Exceptions) -> Term:
    """Return a term as forms token by token; the last noun brings its plural, a verb ("to migrate") all its forms."""
    verb = text.startswith("to ")
    tokens = _TOKEN.findall(text.removeprefix("to ").lower())
    plain = [frozenset({token}) for token in tokens]
    if verb:
        return (find_forms(tokens[0], exceptions), *plain[1:])
    return (*plain[:-1], find_noun_forms(tokens[-1]))


def index_topics(topics: Sequence[Topic]) -> TopicIndex:
    """Return topics ready to look up; those that stand first win where two fit as well."""
    entries: dict[str, list[Entry]] = {}
    for rank, topic in enumerate(topics):
        grades: tuple[tuple[Grade, tuple[Term, ...]], ...] = (
            ("verb", topic.verbs), ("word", topic.words), ("near", topic.near), ("vague", topic.vague),
        )  # fmt: skip
        for grade, terms in grades:
            for term in terms:
                for form in term[0]:
                    entries.setdefault(form, []).append(Entry(term[1:], grade, rank))
    return TopicIndex(tuple(topics), {form: tuple(found) for form, found in entries.items()})


def find_focus(tokens: Tokens, facts: Facts, words: Words, lead: int) -> Focus:
    """Return where a bullet says what it is about; `lead` is its lead verb's position, -1 without one."""
    start = skip_label(tokens, words)
    lead_class = facts.lead_class
    verbs: list[int] = [lead] if lead >= 0 else []
    phrases: list[NounPhrase | None] = []
    others: list[NounPhrase | None] = []
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
            others.append(find_object(tokens, lead))
    else:
        if lead_class == "support" or facts.duty:
            inner = find_inner_verb(tokens, lead)
            if inner >= 0:
                verbs.insert(0, inner)
                phrases.append(find_object(tokens, inner))
        if not any(phrases):
            phrases.append(find_object(tokens, lead) or find_subject(tokens, lead))
    chosen = [phrase for phrase in phrases if phrase is not None]
    if chosen:
        chosen += find_following(tokens, chosen[0])
    return Focus(
        tokens, tuple(verbs), tuple(chosen), tuple(phrase for phrase in others if phrase is not None), start,
        facts.kind, facts.ai, facts.technique_first or any(item.label == "technique" for item in facts.evidence),
    )  # fmt: skip


def find_means(tokens: Tokens, lead: int) -> int | None:
    """Return where "by …ing", "with …" or "through …" opens the means of an outcome, None without one."""
    for position in range(lead + 1, len(tokens) - 1):
        if tokens.lower[position] in _STOPS:
            return None
        if tokens.lower[position] not in _MEANS or position + 1 in tokens.amount:
            continue
        after = position + 1
        if tokens.lower[position] in ("by", "through", "after") and tokens.tag[after] in _VERBAL:
            return position
        if tokens.lower[position] != "after" and tokens.pos[after] in ("NOUN", "PROPN", "ADJ", "DET"):
            return position
    return None


def find_inner_verb(tokens: Tokens, lead: int) -> int:
    """Return the verb that a support verb or a duty stands before ("Helped migrate"), -1 without one."""
    for position in range(lead + 1, min(len(tokens), lead + 12)):
        if tokens.lower[position] in _STOPS:
            return -1
        if tokens.tag[position] in ("VB", "VBG") and tokens.dep[position] not in ("amod", "compound"):
            return position
    return -1


def find_following(tokens: Tokens, phrase: NounPhrase) -> Iterator[NounPhrase]:
    """Yield the phrase that a preposition joins to an object: "of …" inside it, or "for …" behind it."""
    for position in range(phrase.head + 1, min(phrase.end + 1, len(tokens) - 1)):
        if tokens.lower[position] in _FORWARD:
            found = find_noun_phrase(tokens, position + 1)
            if found is not None:
                yield found


def find_topic(index: TopicIndex, focus: Focus) -> tuple[Topic, str] | None:
    """Return the topic that fits a bullet best, with the words it goes by; None where none does.

    The verb decides first, then the head of the object, its other words, the phrase that follows, the rest of the
    bullet, its label last. Of two terms at one place the longer one wins, and a word inside a longer term counts for
    nothing.
    """
    found = list(find_terms(index, focus))
    if not found:
        return None
    best: tuple[tuple[int, int, int, int], Topic, int, int] | None = None
    for start, end, entry in found:
        if any(begin <= start and end <= stop and stop - begin > end - start for begin, stop, _ in found):
            continue
        tier, order = weigh_place(focus, start, end, entry.grade)
        topic = index.topics[entry.rank]
        key = (tier, start - end, order, entry.rank)
        if tier >= 0 and (best is None or key < best[0]) and not is_ruled_out(topic, focus):
            best = key, topic, start, end
    if best is None:
        return None
    _, topic, start, end = best
    return topic, " ".join(focus.tokens.lower[start:end])


def find_terms(index: TopicIndex, focus: Focus) -> Iterator[tuple[int, int, Entry]]:
    """Yield where the terms of some topics stand in a bullet: start, end (exclusive) and the term."""
    tokens = focus.tokens
    for word in index.entries.keys() & tokens.positions.keys():
        for position in tokens.positions[word]:
            for entry in index.entries[word]:
                if stands_at(tokens, entry.rest, position + 1):
                    yield position, position + 1 + len(entry.rest), entry


def stands_at(tokens: Tokens, term: Term, position: int) -> bool:
    """Tell whether the words of a term stand at a position."""
    if not term:
        return True
    return position + len(term) <= len(tokens) and all(
        tokens.lower[position + offset] in forms for offset, forms in enumerate(term)
    )


def weigh_place(focus: Focus, start: int, end: int, grade: Grade) -> tuple[int, int]:
    """Return how much a place counts, the less the better, and the order within it; -1 where a term does not count.

    The order: verb, head of the object, its other words, the next phrase's head, its other words, the head where it
    is vague, the rest (its heads first), vague words elsewhere, the label. Where the bullet tells of AI the rest comes
    before a vague head.
    """
    tokens = focus.tokens
    if grade == "verb":
        return (0, focus.verbs.index(start)) if start in focus.verbs else (-1, 0)
    if end <= focus.start:
        return (12, start) if grade == "word" else (-1, 0)
    for number, phrase in enumerate(focus.phrases):
        if start <= phrase.head < end:
            if grade == "vague":
                return (9 if focus.ai else 6, 0) if number == 0 else (10, number)
            return 1 + 2 * min(number, 1), number
        if phrase.start <= start < phrase.head:
            return (2 + 2 * min(number, 1) if grade != "vague" else 10), -start
    heads = (
        7
        if tokens.pos[end - 1] not in _NAMING or tokens.pos[end : end + 1] not in (["NOUN"], ["PROPN"])
        else 8
    )
    if any(phrase.start <= start < phrase.end for phrase in focus.others):
        return (10 if grade == "vague" else heads), start
    return (heads, start) if grade == "word" else (-1, 0)


def is_ruled_out(topic: Topic, focus: Focus) -> bool:
    """Tell whether a bullet lacks the evidence of AI that a topic needs, or holds a term that rules it out."""
    if topic.ai and not focus.ai:
        return True
    positions = focus.tokens.positions
    return any(
        position >= focus.start and stands_at(focus.tokens, term[1:], position + 1)
        for term in topic.unless
        for form in term[0]
        for position in positions.get(form, ())
    )


def collect_terms(texts: Iterable[str], exceptions: Exceptions) -> tuple[Term, ...]:
    """Return terms read from texts, the longest first."""
    terms = [split_term(text, exceptions) for text in texts]
    return tuple(sorted(terms, key=len, reverse=True))
