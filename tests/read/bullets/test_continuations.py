"""Lines that carry on an item although they are blocks of their own."""

from __future__ import annotations

import pytest

from bulletlint.core.document import Block, BlockKind, Stretch
from bulletlint.read.bullets.continuations import join_continuations
from bulletlint.read.bullets.section_words import load_section_words

OPEN = "Lent out nine hundred tools a year to two hundred neighbours and kept the"
FULL = "Lent out nine hundred tools a year to two hundred neighbours on the street"
PARTICLE = "Lent out nine hundred tools a year; all but four of them were passed on"


def join(*blocks: tuple[BlockKind, str]) -> list[str]:
    """Return the texts after joining."""
    made = [Block(kind, (Stretch(text, None, None),)) for kind, text in blocks]
    return [block.text for block in join_continuations(made, load_section_words())]


@pytest.mark.parametrize(
    ("first", "kind", "second", "joined"),
    [
        (OPEN, "item", "Library open on Sundays.", True),
        (OPEN, "item", "Repaired what came back", True),
        (PARTICLE, "item", "Repaired what came back", False),
        (PARTICLE, "item", "Sundays and holidays", True),
        (PARTICLE, "paragraph", "Sundays and holidays", True),
        (OPEN, "paragraph", "stock list.", True),
        (FULL, "paragraph", "of the harbour.", True),
        (FULL, "paragraph", "fined.", True),
        (FULL, "paragraph", "Harbour Street.", False),
        (FULL, "item", "repaired what came back", False),
        (FULL + ".", "paragraph", "of the harbour.", False),
        ("Lent out tools", "paragraph", "of the harbour.", False),
        (OPEN, "paragraph", "Canal Tours, 2018 – 2020", False),
    ],
)
def test_what_cannot_stand_alone_is_joined(first: str, kind: BlockKind, second: str, joined: bool) -> None:
    """An item that breaks off takes what follows; a full one takes only what begins in mid-sentence."""
    assert join(("item", first), (kind, second)) == ([f"{first} {second}"] if joined else [first, second])


def test_where_items_end_with_full_stops_one_without_goes_on() -> None:
    """A capital at the start of the next line is no reason to stop where the habit of the file says otherwise."""
    ended = [("item", "Cut costs."), ("item", "Built it."), ("item", "Led it.")]
    assert join(*ended, ("item", FULL), ("paragraph", "Harbour Street."))[-1] == f"{FULL} Harbour Street."  # type: ignore[arg-type]
