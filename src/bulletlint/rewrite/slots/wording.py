"""Slots: what only the writer knows, asked for in words that fit what the bullet is about.

The words stand in `rules/wording/slots.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bulletlint.core.facts import Facts
from bulletlint.core.finding import Piece
from bulletlint.core.inflect import Exceptions, VerbForm, inflect_verb
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.sentence.shift import Shifts, make_shifts
from bulletlint.rewrite.slots.choice import Chosen
from bulletlint.rewrite.slots.slot_file import CLOSE, NAMES, OPEN, PLAIN, SlotWording, load_slots
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
    """What a bullet is about: where it says so, and the wordings that the trained choice finds likeliest, by slot."""

    focus: SubjectMatter
    chosen: Chosen = field(default_factory=dict)


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
    return Theme(find_subject_matter(tokens, facts, words, lead), chosen or {})


def choose_wording(wordings: Wordings, name: str, theme: Theme) -> tuple[SlotWording, str]:
    """Return the wording of a slot that fits a bullet best, with the words it goes by, "" for none.

    A wording with terms of its own comes before the one that the trained choice is sure of, and that before the plain.
    """
    index = wordings.slots[name]
    place = turn_to_claim(theme.focus) if name in _CLAIMS else theme.focus
    found = find_topic(index.own, place) if index.owners else None
    if found is not None:
        own, word = found
        return next(wording for wording in index.owners if wording.own is own), word
    likeliest, share = theme.chosen.get(name, (PLAIN, 1.0))
    if share < wordings.least.get(name, 1.0):
        likeliest = PLAIN
    return index.named.get(likeliest, index.named[PLAIN]), ""


def is_named(wordings: Wordings, name: str, theme: Theme) -> bool:
    """Tell whether a slot of a bullet has a name that fits its work, not just the plain one."""
    return choose_wording(wordings, name, theme)[0] is not wordings.slots[name].named[PLAIN]


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
