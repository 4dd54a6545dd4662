"""What a rewrite is made of: the parsed bullet, what it owes, and the slots that fit it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bulletlint.evidence.objects import find_object
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.facts import Facts
from bulletlint.finding import Piece
from bulletlint.rewrite.anatomy import Anatomy
from bulletlint.rewrite.owed import Owed
from bulletlint.rewrite.slots import Wordings, choose_wording, make_slot


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that the assembly of one rewrite needs; `changed` are words that the strength changes or drops."""

    tokens: Tokens
    facts: Facts
    words: Words
    wordings: Wordings
    owed: Owed
    changed: Mapping[int, str]


def find_near_words(tokens: Tokens, anatomy: Anatomy | None) -> tuple[str, ...]:
    """Return the words of what the bullet is about, its head noun first, then what stands before and after it."""
    phrase = find_object(tokens, anatomy.lead if anatomy else -1)
    if phrase is None:
        return ()
    before = tokens.lower[phrase.start : phrase.head + 1]
    return (*reversed(before), *tokens.lower[phrase.head + 1 : phrase.end])


def find_slot(material: Material, name: str, anatomy: Anatomy) -> Piece:
    """Return the slot of a name that fits the bullet."""
    return list_slot(material, name, find_near_words(material.tokens, anatomy))[0]


def list_slot(material: Material, name: str, near: tuple[str, ...]) -> list[Piece]:
    chosen = choose_wording(material.wordings, name, material.tokens, material.facts.kind, near)
    return [make_slot(name, *chosen)] if chosen else []


def list_metric_slot(material: Material, near: tuple[str, ...]) -> list[Piece]:
    return list_slot(material, "metric", near)


def list_outcome_slots(material: Material, near: tuple[str, ...]) -> list[Piece]:
    """Return what stands behind an unmoved sentence for its outcome, or for the writer's own part in it."""
    name = "part" if material.owed.part else "outcome" if material.owed.metric else ""
    slot = list_slot(material, name, near) if name else []
    return [Piece(","), *slot] if slot else []


def list_closing_slots(material: Material, near: tuple[str, ...], *, taken: int) -> list[Piece]:
    """Return ", at ⟨cost⟩, with ⟨fallback⟩" for what the bullet owes of it."""
    pieces: list[Piece] = []
    for name, link, owed in (
        ("cost", "at", material.owed.cost),
        ("fallback", "with", material.owed.fallback),
    ):
        slot = list_slot(material, name, near) if owed else []
        if slot:
            pieces += [Piece(","), Piece(link), *slot]
    return pieces
