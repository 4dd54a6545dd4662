"""What a rewrite is made of: the parsed bullet, what it is missing, and the slots that fit it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bulletlint.core.facts import Facts
from bulletlint.core.finding import Piece
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.slots.missing_facts import MissingFacts
from bulletlint.rewrite.slots.wording import Theme, Wordings, choose_wording, make_slot


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
    return list_slot(inputs, name)[0]


def list_slot(inputs: Inputs, name: str) -> list[Piece]:
    """Return the slot that fits the bullet, nothing if the slot is for certain words only and none is there."""
    chosen = choose_wording(inputs.wordings, name, inputs.theme)
    return [make_slot(name, *chosen)] if chosen else []


def list_outcome_slots(inputs: Inputs) -> list[Piece]:
    """Return what stands behind an unmoved sentence: ", with ⟨outcome⟩", or ", and ⟨part⟩" for the writer's part."""
    name, link = ("part", "and") if inputs.missing.part else ("outcome", "with")
    slot = list_slot(inputs, name) if inputs.missing.part or inputs.missing.metric else []
    return [Piece(","), Piece(link), *slot] if slot else []


def list_closing_slots(inputs: Inputs) -> list[Piece]:
    """Return ", at ⟨cost⟩, with ⟨fallback⟩" for those of the two that are missing."""
    pieces: list[Piece] = []
    for name, link, missing in (
        ("cost", "at", inputs.missing.cost),
        ("fallback", "with", inputs.missing.fallback),
    ):
        slot = list_slot(inputs, name) if missing else []
        if slot:
            pieces += [Piece(","), Piece(link), *slot]
    return pieces
