"""What a bullet is about, by `rules/wording/slots.yaml`: the verb first, then its object, then the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bulletlint.core.inflect import Exceptions, find_forms, find_noun_forms
from bulletlint.evidence.tokens import Tokens
from bulletlint.rewrite.slots.subject_matter import SubjectMatter

#: Where a term counts: as a verb that says what was done, anywhere, in the object only, there after all else.
Grade = Literal["verb", "word", "near", "vague"]
#: A term as the forms that each of its tokens may have.
Term = tuple[frozenset[str], ...]

_TOKEN = re.compile(r"[^\s/-]+|/")
_NAMING = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of thing that bullets are about, and the terms that tell.

    `verbs` say it as the lead verb, `words` anywhere, `near` in the object only, `vague` there after everything else
    ("system"). One of `unless` anywhere in the bullet, beside a verb in its object, rules the topic out.
    """

    name: str
    verbs: tuple[Term, ...] = ()
    words: tuple[Term, ...] = ()
    near: tuple[Term, ...] = ()
    vague: tuple[Term, ...] = ()
    unless: tuple[Term, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether no term could ever find the topic."""
        return not (self.verbs or self.words or self.near or self.vague)


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term in the index: what follows its first word, where it counts, and whose it is (`rank` in file order)."""

    rest: Term
    grade: Grade
    rank: int


@dataclass(frozen=True, slots=True)
class TopicIndex:
    """Topics with their terms by the forms of the first word."""

    topics: tuple[Topic, ...] = ()
    entries: Mapping[str, tuple[TermEntry, ...]] = field(default_factory=dict)


def split_term(text: str, exceptions: Exceptions) -> Term:
    """Return a term as forms token by token; the last noun brings its plural, a verb ("to migrate") all its forms."""
    verb = text.startswith("to ")
    tokens = _TOKEN.findall(text.removeprefix("to ").lower())
    plain = [frozenset({token}) for token in tokens]
    if verb:
        at = len(_TOKEN.findall(text.split()[1])) - 1  # of "to fine-tune" it is "tune" that changes
        return (*plain[:at], find_forms(tokens[at], exceptions), *plain[at + 1 :])
    return (*plain[:-1], find_noun_forms(tokens[-1]))


def index_topics(topics: Sequence[Topic]) -> TopicIndex:
    """Return topics ready to look up; those that stand first win where two fit as well."""
    entries: dict[str, list[TermEntry]] = {}
    for rank, topic in enumerate(topics):
        grades: tuple[tuple[Grade, tuple[Term, ...]], ...] = (
            ("verb", topic.verbs), ("word", topic.words), ("near", topic.near), ("vague", topic.vague),
        )  # fmt: skip
        for grade, terms in grades:
            for term in terms:
                for form in term[0]:
                    entries.setdefault(form, []).append(TermEntry(term[1:], grade, rank))
    return TopicIndex(tuple(topics), {form: tuple(found) for form, found in entries.items()})


def find_topic(index: TopicIndex, focus: SubjectMatter) -> tuple[Topic, str] | None:
    """Return the topic that fits a bullet best, with the words it goes by; None if none does.

    The verb decides first, then the head of the object, its other words, the phrase that follows, the rest of the
    bullet, its label last. Of two terms at one place the longer one wins, and a word inside a longer term counts for
    nothing.
    """
    found = list(find_terms(index, focus))
    if not found:
        return None
    best: tuple[tuple[int, int, int, int], Topic, int, int] | None = None
    for start, end, entry in found:
        tier, order = weigh_place(focus, start, end, entry.grade)
        key = (tier, start - end, order, entry.rank)
        if (
            tier < 0
            or (best is not None and key >= best[0])
            or not focus.served.isdisjoint(range(start, end))
        ):
            continue
        if any(begin <= start and end <= stop and stop - begin > end - start for begin, stop, _ in found):
            continue
        topic = index.topics[entry.rank]
        if not is_ruled_out(topic, focus, entry.grade):
            best = key, topic, start, end
    if best is None:
        return None
    _, topic, start, end = best
    return topic, " ".join(focus.tokens.lower[start:end])


def find_terms(index: TopicIndex, focus: SubjectMatter) -> Iterator[tuple[int, int, TermEntry]]:
    """Yield where the terms of some topics stand in a bullet: start, end (exclusive) and the term."""
    tokens = focus.tokens
    for word in index.entries.keys() & tokens.positions.keys():
        for position in tokens.positions[word]:
            following = tokens.lower[position + 1] if position + 1 < len(tokens.lower) else ""
            for entry in index.entries[word]:
                rest = entry.rest
                if not rest:
                    yield position, position + 1, entry
                elif following in rest[0] and stands_at(tokens, rest, position + 1):
                    yield position, position + 1 + len(rest), entry


def stands_at(tokens: Tokens, term: Term, position: int) -> bool:
    """Tell whether the words of a term stand at a position."""
    return position + len(term) <= len(tokens) and all(
        tokens.lower[position + offset] in forms for offset, forms in enumerate(term)
    )


def weigh_place(focus: SubjectMatter, start: int, end: int, grade: Grade) -> tuple[int, int]:
    """Return how much a place counts, the less the better, and the order within it; -1 where a term does not count.

    The order: verb, head of the object, its other words, the next phrase's head, its other words, a vague head, what
    else ends a part of the object, the rest (what ends its noun phrases first), vague words elsewhere, the label. Where
    the bullet tells of AI, or only of a share in the work, a vague head comes after the rest. Before another noun a
    word counts only if it counts anywhere ("part numbers" are no parts).
    """
    tokens = focus.tokens
    if grade == "verb":
        places = [number for number, verb in enumerate(focus.verbs) if start <= verb < end]
        return (0, places[0]) if places else (-1, 0)
    if end <= focus.start:
        return (12, start) if grade == "word" else (-1, 0)
    if grade in ("near", "vague") and tokens.pos[end - 1] == "VERB" and tokens.dep[end - 1] != "amod":
        return -1, 0  # "to build a cluster" is no build
    named = modifies(tokens, end - 1)
    for number, phrase in enumerate(focus.phrases):
        following = min(number, 1)
        if start <= phrase.head < end:
            if grade == "vague":
                return 9 if focus.vague_last else 5, number
            return 1 + 2 * following, number
        if phrase.start <= start < phrase.head and (grade == "word" or not named):
            tiers = {"word": 2 + 2 * following, "near": 6, "vague": 10}
            return tiers[grade], number * len(tokens) - start
    if any(phrase.start <= start < phrase.end for phrase in focus.others) and (grade == "word" or not named):
        return (10 if grade == "vague" else 7 + named), start
    return (7 + named, start) if grade == "word" else (-1, 0)


def modifies(tokens: Tokens, position: int) -> bool:
    """Tell whether a noun stands before another one or is the first half of a hyphened word ("data-driven")."""
    after = position + 1
    if after == len(tokens):
        return False
    hyphened = tokens.text[tokens.end[position] : tokens.start[after]] in ("-", "‑")
    return hyphened or (tokens.pos[position] in _NAMING and tokens.pos[after] in _NAMING)


def is_ruled_out(topic: Topic, focus: SubjectMatter, grade: Grade) -> bool:
    """Tell whether a bullet holds a term that rules a topic out.

    A topic told by its verb is ruled out by the verb's object only: "Trained 30 managers", "Trained a model for users".
    """
    start, end = focus.start, len(focus.tokens)
    if grade == "verb" and focus.phrases:
        start, end = focus.phrases[0].start, focus.phrases[0].end
    positions = focus.tokens.positions
    return any(
        start <= position < end
        and position not in focus.served
        and stands_at(focus.tokens, term[1:], position + 1)
        for term in topic.unless
        for form in term[0]
        for position in positions.get(form, ())
    )


def collect_terms(texts: Iterable[str], exceptions: Exceptions) -> tuple[Term, ...]:
    """Return terms read from texts, the longest first."""
    terms = [split_term(text, exceptions) for text in texts]
    return tuple(sorted(terms, key=len, reverse=True))
