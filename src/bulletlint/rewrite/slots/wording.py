"""Slots: what only the writer knows, asked for in words that fit what the bullet is about.

The words stand in `rules/wording/slots.yaml`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bulletlint.core.facts import Facts
from bulletlint.core.finding import Piece
from bulletlint.core.inflect import Exceptions, VerbForm, inflect_verb
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.sentence.shift import Shifts, make_shifts
from bulletlint.rewrite.slots.choice import Chosen
from bulletlint.rewrite.slots.slot_file import (
    BROAD,
    CLOSE,
    ELSEWHERE,
    NAMES,
    OPEN,
    PLAIN,
    SlotWording,
    load_slots,
)  # fmt: skip
from bulletlint.rewrite.slots.subject_matter import SubjectMatter, find_subject_matter, turn_to_claim
from bulletlint.rewrite.slots.things import Thing, fill_label, find_things
from bulletlint.rewrite.slots.topics import TopicIndex, find_topic, index_topics

__all__ = [
    "CLOSE", "OPEN", "Theme", "Wordings", "choose_wording", "find_theme", "inflect_wording", "load_wordings",
    "make_slot", "name_thing_in",
]  # fmt: skip

#: The slots that stand for what was changed, not for the means.
_CLAIMS = frozenset({"what", "metric", "effect"})


@dataclass(frozen=True, slots=True)
class SlotIndex:
    """The wordings of one slot: `named` by their name; `own` finds, by rank, the `owners` with terms of their own."""

    named: Mapping[str, SlotWording]
    own: TopicIndex
    owners: tuple[SlotWording, ...]


@dataclass(frozen=True, slots=True)
class Wordings:
    """What the rewrite takes from the rule folders, beside the words of the evidence.

    `slots` are the wordings by slot, `least` how likely the trained choice of one must be. `actions` and `changes` map
    nouns to their verbs ("migration" → migrate), `shifts` words that say what rose or fell; `verbs` is all of these,
    `bases` maps the forms of irregular verbs to their verb.
    """

    slots: Mapping[str, SlotIndex]
    least: Mapping[str, float]
    actions: Mapping[str, str]
    changes: Mapping[str, str]
    shifts: Shifts
    verbs: Mapping[str, str]
    bases: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Theme:
    """What a bullet is about: where it says so, how likely the trained choice finds each wording, its things."""

    focus: SubjectMatter
    chosen: Chosen = field(default_factory=dict)
    things: Mapping[str, Thing] = field(default_factory=dict)


def load_wordings(folders: Sequence[Path], words: Words) -> Wordings:
    """Read the wording of the slots and the pairs of noun and verb; raises RuleError for anything unusable."""
    actions, changes = read_pairs(words, "nouns-action"), read_pairs(words, "nouns-change")
    bases = {
        form: base for base, forms in words.exceptions.irregular.items() for form in forms if form and form != base
    }  # fmt: skip
    loaded = load_slots(folders, words.exceptions)
    slots = {name: index_slots(loaded.wordings.get(name, {})) for name in NAMES}
    shifts = make_shifts(read_pairs(words, "verbs-shift"), read_pairs(words, "words-shift"), words)
    verbs = {**actions, **changes, **shifts.past, **shifts.comparatives}
    return Wordings(slots, loaded.least, actions, changes, shifts, verbs, bases)


def index_slots(named: Mapping[str, SlotWording]) -> SlotIndex:
    """Index the wordings of a slot."""
    owners = tuple(wording for wording in named.values() if not wording.own.is_empty)
    return SlotIndex(named, index_topics([wording.own for wording in owners]), owners)


def read_pairs(words: Words, lexicon: str) -> dict[str, str]:
    """Return the noun → verb pairs of a lexicon, one pair per line."""
    pairs: dict[str, str] = {}
    for entry in words.lexicons[lexicon]:
        noun, _, verb = entry.partition(" ")
        pairs[noun] = verb
    return pairs


def find_theme(tokens: Tokens, facts: Facts, words: Words, lead: int, chosen: Chosen | None = None) -> Theme:
    """Return what a bullet is about; `lead` is its lead verb's position, -1 without one."""
    focus = find_subject_matter(tokens, facts, words, lead)
    return Theme(focus, chosen or {}, find_things(focus, words))


def choose_wording(wordings: Wordings, name: str, theme: Theme) -> tuple[SlotWording, str]:
    """Return the wording of a slot that fits a bullet best, with the words it goes by, "" for none.

    A wording with terms of its own comes before the one that the trained choice is sure of, that before one which
    covers several that are likely together, and that before the plain.
    """
    return choose_above(wordings, name, theme, wordings.least.get(name, 1.0))


def choose_above(wordings: Wordings, name: str, theme: Theme, least: float) -> tuple[SlotWording, str]:
    """Return the wording of a slot that fits best, a broad or the plain one where the choice is below a limit."""
    index = wordings.slots[name]
    place = turn_to_claim(theme.focus) if name in _CLAIMS else theme.focus
    found = find_topic(index.own, place) if index.owners else None
    if found is not None:
        own, word = found
        return next(wording for wording in index.owners if wording.own is own), word
    shares = theme.chosen.get(name) or {PLAIN: 1.0}
    likeliest = max(shares, key=shares.__getitem__)
    wording = index.named.get(likeliest, index.named[PLAIN])
    if shares[likeliest] >= least:
        return wording, ""
    return find_broad(index, shares, wordings.least.get(BROAD, 1.0)) or index.named[PLAIN], ""


def find_broad(index: SlotIndex, shares: Mapping[str, float], least: float) -> SlotWording | None:
    """Return the wording that covers the likeliest names where none of them is sure; None below a limit."""
    found = {
        name: sum(shares.get(one, 0.0) for one in wording.covers)
        for name, wording in index.named.items()
        if wording.covers
    }
    likeliest = max(found, key=found.__getitem__, default=None)
    return index.named[likeliest] if likeliest is not None and found[likeliest] >= least else None


def name_thing_in(wording: SlotWording, theme: Theme, taken: Collection[str] = ()) -> tuple[SlotWording, str]:
    """Return a wording with a thing of the bullet in its label where it can have one, and the thing, "" for none.

    `taken` are things that another blank of the line names.
    """
    for label in wording.named:
        filled = fill_label(label, wording.verb, theme.things, taken)
        if filled is not None:
            return replace(wording, label=filled[0]), filled[1].one
    return wording, ""


def is_named(wordings: Wordings, name: str, theme: Theme, *, doubtful: bool = False) -> bool:
    """Tell whether a slot of a bullet has a name that fits its work, not just the plain one.

    `doubtful` says that it may be silly to ask at all: then the name must be surer.
    """
    least = wordings.least.get(name, 1.0)
    if doubtful:
        least = max(least, wordings.least.get(ELSEWHERE, 1.0))
    chosen, _ = choose_above(wordings, name, theme, least)
    return chosen is not wordings.slots[name].named[PLAIN] and not (doubtful and chosen.covers)


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
