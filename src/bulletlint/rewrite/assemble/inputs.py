"""What a rewrite is made of: the parsed bullet, what it is missing, and the slots that fit it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bulletlint.core.facts import Facts
from bulletlint.core.finding import Piece
from bulletlint.core.inflect import VerbForm
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.slots.missing_facts import MissingFacts
from bulletlint.rewrite.slots.wording import (
    Theme,
    Wordings,
    choose_wording,
    inflect_wording,
    is_named,
    make_slot,
    name_thing_in,
)


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that the assembly of one rewrite needs.

    `changed` are words that the strength changes or drops; `theme` is what the bullet is about.
    """

    tokens: Tokens
    facts: Facts
    words: Words
    wordings: Wordings
    missing: MissingFacts
    changed: Mapping[int, str]
    theme: Theme


def find_slot(inputs: Inputs, name: str) -> Piece:
    """Return the slot of a name that fits the bullet."""
    wording, word = choose_wording(inputs.wordings, name, inputs.theme)
    return make_slot(name, name_thing_in(wording, inputs.theme, list_taken(inputs, name))[0], word)


def list_taken(inputs: Inputs, name: str) -> set[str]:
    """Return the things that the blanks before one of a name mention: each stands in a line once."""
    missing, taken = inputs.missing, set[str]()
    for other, asked in (("what", missing.metric or missing.part or missing.lead), ("cost", missing.cost)):
        if other == name:
            break
        if asked:
            wording, _ = choose_wording(inputs.wordings, other, inputs.theme)
            taken.add(name_thing_in(wording, inputs.theme, taken)[1])
    return taken


def list_outcome_slots(inputs: Inputs) -> list[Piece]:
    """Return what stands behind an unmoved sentence: ", ⟨cutting errors⟩".

    Nothing where it is open whose work it was, where it says itself what it saved, or where no name is sure: a bare
    ", ⟨result⟩" would hang in the air.
    """
    asked = inputs.missing.metric and not inputs.missing.part and inputs.facts.cost != "saved"
    asked = asked and (not inputs.theme.chosen or is_named(inputs.wordings, "what", inputs.theme))
    return [Piece(","), make_outcome(inputs, "gerund")] if asked else []


def make_outcome(inputs: Inputs, form: VerbForm, *, part: bool = False) -> Piece:
    """Return the blank for an outcome that nobody has stated, its verb in a form: "⟨cut waiting time⟩".

    `part` says that it is open, too, whose work it was: then it asks for what the writer's own part changed.
    """
    wording, word = choose_wording(inputs.wordings, "what", inputs.theme)
    wording, _ = name_thing_in(wording, inputs.theme)
    if part:
        own, _ = choose_wording(inputs.wordings, "part", inputs.theme)
        sure = wording.verb and is_named(inputs.wordings, "what", inputs.theme, doubtful=True)
        label, verb = (wording.label, wording.verb) if sure else (own.label, "")
        wording = replace(own, label=label, verb=verb)
    return make_slot(
        "part" if part else "what", inflect_wording(wording, form, inputs.words.exceptions), word
    )


def list_closing_slots(inputs: Inputs) -> list[Piece]:
    """Return ", at ⟨cost⟩, with ⟨fallback⟩" for those of the two that are missing."""
    pieces: list[Piece] = []
    for name, link, missing in (
        ("cost", "at", inputs.missing.cost),
        ("fallback", "with", inputs.missing.fallback),
    ):
        if missing:
            pieces += [Piece(","), Piece(link), find_slot(inputs, name)]
    return pieces
