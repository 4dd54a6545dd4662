"""Slots: what only the writer knows, asked for in words that fit what the bullet is about.

The words stand in `rules/wording/slots.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bulletlint.core.facts import Facts, Kind
from bulletlint.core.finding import Piece
from bulletlint.core.inflect import Exceptions, VerbForm, inflect_verb
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.sentence.shift import Shifts, make_shifts
from bulletlint.rewrite.slots.slot_file import (
    CLOSE,
    KINDS,
    NAMES,
    OPEN,
    SlotWording,
    load_slots,
    select_wordings,
)
from bulletlint.rewrite.slots.subject_matter import SubjectMatter, find_subject_matter, turn_to_claim
from bulletlint.rewrite.slots.topics import TopicIndex, find_topic, index_topics

__all__ = [
    "CLOSE", "OPEN", "Theme", "Wordings", "choose_wording", "find_theme", "inflect_wording", "load_wordings",
    "make_slot",
]  # fmt: skip

#: The slots that stand for what was changed, not for the means.
_CLAIMS = frozenset({"what", "metric", "effect"})


@dataclass(frozen=True, slots=True)
class SlotIndex:
    """The wordings of one slot for one kind of bullet, ready to look up.

    `own` finds, by rank, the `owners` that bring terms of their own; `topics` maps a topic to its wordings; `general`
    fit where neither does.
    """

    own: TopicIndex
    owners: tuple[SlotWording, ...]
    topics: Mapping[str, tuple[SlotWording, ...]]
    general: tuple[SlotWording, ...]


@dataclass(frozen=True, slots=True)
class Wordings:
    """What the rewrite takes from the rule folders, beside the words of the evidence.

    `topics` are what bullets are about, `slots` the wordings by slot and kind of bullet. `actions` and `changes` map
    nouns to their verbs ("migration" → migrate), `shifts` words that say what rose or fell; `verbs` is all of these,
    `bases` maps the forms of irregular verbs to their verb.
    """

    topics: TopicIndex
    slots: Mapping[tuple[str, Kind], SlotIndex]
    actions: Mapping[str, str]
    changes: Mapping[str, str]
    shifts: Shifts
    verbs: Mapping[str, str]
    bases: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Theme:
    """What a bullet is about: where it says so, the name of the topic and the words it goes by, both "" without one."""

    focus: SubjectMatter
    topic: str = ""
    word: str = ""


def load_wordings(folders: Sequence[Path], words: Words) -> Wordings:
    """Read the wording of the slots and the pairs of noun and verb; raises RuleError for anything unusable."""
    actions, changes = read_pairs(words, "nouns-action"), read_pairs(words, "nouns-change")
    bases = {
        form: base for base, forms in words.exceptions.irregular.items() for form in forms if form and form != base
    }  # fmt: skip
    loaded = load_slots(folders, words.exceptions)
    slots = {
        (name, kind): index_slots(loaded.wordings.get(name, ()), kind) for name in NAMES for kind in KINDS
    }
    shifts = make_shifts(read_pairs(words, "verbs-shift"), read_pairs(words, "words-shift"), words)
    verbs = {**actions, **changes, **shifts.past, **shifts.comparatives}
    return Wordings(index_topics(loaded.topics), slots, actions, changes, shifts, verbs, bases)


def index_slots(entries: Sequence[SlotWording], kind: Kind) -> SlotIndex:
    """Index the wordings of a slot for a kind of bullet."""
    chosen = select_wordings(entries, kind)
    owners = tuple(entry for entry in chosen if not entry.own.is_empty)
    topics: dict[str, tuple[SlotWording, ...]] = {}
    for entry in chosen:
        for topic in entry.topics:
            topics[topic] = (*topics.get(topic, ()), entry)
    general = tuple(entry for entry in chosen if entry.is_general)
    return SlotIndex(index_topics([entry.own for entry in owners]), owners, topics, general)


def read_pairs(words: Words, lexicon: str) -> dict[str, str]:
    """Return the noun → verb pairs of a lexicon, one pair per line."""
    pairs: dict[str, str] = {}
    for entry in words.lexicons[lexicon]:
        noun, _, verb = entry.partition(" ")
        pairs[noun] = verb
    return pairs


def find_theme(wordings: Wordings, tokens: Tokens, facts: Facts, words: Words, lead: int) -> Theme:
    """Return what a bullet is about; `lead` is its lead verb's position, -1 without one."""
    focus = find_subject_matter(tokens, facts, words, lead)
    found = find_topic(wordings.topics, focus)
    return Theme(focus, found[0].name, found[1]) if found else Theme(focus)


def choose_wording(wordings: Wordings, name: str, theme: Theme) -> tuple[SlotWording, str]:
    """Return the wording of a slot that fits a bullet best, with the words it goes by.

    A wording with terms of its own comes before one for the topic, and that before a general one.
    """
    focus = theme.focus
    index = wordings.slots[name, focus.kind]
    place = turn_to_claim(focus) if name in _CLAIMS else focus
    found = find_topic(index.own, place) if index.owners else None
    if found is not None:
        own, word = found
        for wording in index.owners:
            if wording.own is own and fits(wording, focus):
                return wording, word
    for wording in index.topics.get(theme.topic, ()):
        if fits(wording, focus):
            return wording, theme.word
    return next((wording, "") for wording in index.general if fits(wording, focus))


def fits(wording: SlotWording, focus: SubjectMatter) -> bool:
    """Tell whether a bullet is of the world that a wording asks, and has or lacks AI and a technique as it asks."""
    if wording.worlds and focus.world not in wording.worlds:
        return False
    return wording.ai in (None, focus.ai) and wording.technique in (None, focus.technique)


def inflect_wording(wording: SlotWording, form: VerbForm, exceptions: Exceptions) -> SlotWording:
    """Return a wording with its verb, in a form, in its label; one without a verb as it is."""
    if not wording.verb:
        return wording
    return replace(wording, label=f"{inflect_verb(wording.verb, form, exceptions)} {wording.label}")


def make_slot(name: str, wording: SlotWording, word: str) -> Piece:
    """Return a slot as a piece of a rewrite: ⟨cost⟩."""
    label, hint, question = (
        text.replace("{word}", word) for text in (wording.label, wording.hint, wording.question)
    )
    return Piece(f"{OPEN}{label}{CLOSE}", slot=name, question=question, hint=hint)
