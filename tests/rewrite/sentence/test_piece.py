"""Pieces: spans of the bullet with changed words, letters in the right case, spaces where they belong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletlint.core.finding import Piece, Slot
from bulletlint.evidence.tokens import Tokens
from bulletlint.rewrite.sentence.piece import (
    cut_span,
    drop_slot,
    is_title,
    join_pieces,
    make_rewrite,
    set_case,
)


def texts(pieces: object) -> list[str]:
    return [piece.text for piece in pieces]  # type: ignore[attr-defined]


@pytest.fixture
def tokens(read) -> Tokens:  # type: ignore[no-untyped-def]
    return read("Built a very fast cache (Redis) for eBay.").tokens  # type: ignore[no-any-return]


def test_a_span_is_cut_round_its_changed_words(tokens: Tokens) -> None:
    """An empty change takes the word and one space away."""
    pieces = cut_span(tokens, 0, 5, {0: "building", 2: ""})
    assert [(piece.text, piece.start, piece.end) for piece in pieces] == [
        ("building", 0, 5), (" a ", 5, 8), ("fast cache", 13, 23),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "upper", "first"), [(0, False, "built"), (1, True, "A"), (6, False, "Redis"), (9, True, "EBay")]
)
def test_the_first_letter_changes_unless_it_is_a_name(
    tokens: Tokens, start: int, upper: bool, first: str
) -> None:
    """A capital that opens the sentence goes, that of a name stays."""
    assert set_case(tokens, cut_span(tokens, start, start + 1, {}), upper=upper)[0].text == first


def test_a_title_is_known_by_its_second_capital(read) -> None:  # type: ignore[no-untyped-def]
    """ "Virtual Network Setup" stays as it is."""
    assert is_title(read("Virtual Network Setup").tokens, 0, 3)
    assert not is_title(read("Virtual network setup").tokens, 0, 3)


def test_spaces_stand_between_words_and_not_before_marks() -> None:
    """Neighbours of the source keep what is between them."""
    pieces = [
        Piece("Cut it"),
        Piece(","),
        Piece("by"),
        Piece("building", 0, 5),
        Piece(" a cache", 5, 13),
        Piece("."),
    ]
    assert "".join(texts(join_pieces(pieces))) == "Cut it, by building a cache."


@given(st.lists(st.tuples(st.text("ab ", min_size=1, max_size=6), st.booleans()), max_size=8))
def test_slots_are_found_by_their_offsets(parts: list[tuple[str, bool]]) -> None:
    """Whatever stands before them."""
    rewrite = make_rewrite([Piece(text, slot="cost" if slot else "", question="?") for text, slot in parts])
    assert [rewrite.text[slot.start : slot.end] for slot in rewrite.slots] == [
        text for text, slot in parts if slot
    ]
    assert rewrite.slots == tuple(
        Slot("cost", "?", slot.start, slot.end, slot.label, "", "price") for slot in rewrite.slots
    )


def test_a_dropped_slot_leaves_no_two_blanks() -> None:
    """Where a word that went before it had left one."""
    pieces = [
        Piece("Reduced defects ", 0, 16),
        Piece("⟨metric⟩", slot="metric"),
        Piece(" "),
        Piece("by", 30, 32),
    ]
    assert "".join(piece.text for piece in drop_slot(pieces, 1)) == "Reduced defects by"
