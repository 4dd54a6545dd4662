"""Stretches, lines and places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletlint.core.document import Bullet, Place, Stretch
from bulletlint.core.places import (
    find_line_starts,
    find_place,
    find_source_span,
    fold_stretches,
    locate_offset,
    slice_stretches,
)

SOURCE = "- Cut  **R&amp;D**\r\n  cost"
#: What a reader makes of SOURCE: a double space, an entity and a wrapped line.
STRETCHES = (
    Stretch("Cut  ", 2, 7),
    Stretch("R", 9, 10),
    Stretch("&", 10, 15),
    Stretch("D", 15, 16),
    Stretch("\n", 18, 22),
    Stretch("cost", 22, 26),
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", (0,)),
        ("a", (0,)),
        ("a\nb", (0, 2)),
        ("a\r\nb\rc\n", (0, 3, 5, 7)),
        ("\n\r", (0, 1, 2)),
        ("a\x0bb\u2028c", (0,)),
    ],
)
def test_lines_begin_behind_every_kind_of_break(source: str, expected: tuple[int, ...]) -> None:
    """CR, LF and CRLF each end a line, and nothing else does."""
    assert find_line_starts(source) == expected


def test_offsets_have_lines_and_columns_from_one() -> None:
    """The first character is line 1, column 1; a break belongs to the line that it ends."""
    starts = find_line_starts("ab\r\nc")
    assert [locate_offset(starts, offset) for offset in range(6)] == [
        (1, 1),
        (1, 2),
        (1, 3),
        (1, 4),
        (2, 1),
        (2, 2),
    ]


def test_white_space_folds_and_stretches_that_touch_join() -> None:
    """Runs of white space become one space with all their place; an entity stays a place by itself."""
    assert fold_stretches(STRETCHES) == (
        Stretch("Cut", 2, 5),
        Stretch(" ", 5, 7),
        Stretch("R", 9, 10),
        Stretch("&", 10, 15),
        Stretch("D", 15, 16),
        Stretch(" ", 18, 22),
        Stretch("cost", 22, 26),
    )


def test_what_nobody_sees_is_dropped() -> None:
    """Zero-width characters, soft hyphens and control characters vanish; space at both ends goes."""
    assert fold_stretches([Stretch(" \ufeffa\u200bb\u00ad \x01c\t", 0, 10)]) == (
        Stretch("a", 2, 3),
        Stretch("b", 4, 5),
        Stretch(" ", 6, 7),
        Stretch("c", 8, 9),
    )


def test_stretches_without_source_join_within_their_box() -> None:
    """Text of a page joins where page and box are the same."""
    box = (0.0, 0.0, 1.0, 1.0)
    folded = fold_stretches(
        [
            Stretch("a ", None, None, 1, box),
            Stretch("b", None, None, 1, box),
            Stretch("c", None, None, 2, box),
        ]
    )
    assert folded == (Stretch("a b", None, None, 1, box), Stretch("c", None, None, 2, box))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 3, (2, 5)),
        (1, 2, (3, 4)),
        (4, 7, (9, 16)),
        (5, 6, (10, 15)),
        (3, 4, (5, 7)),
        (7, 9, (18, 23)),
        (8, 12, (22, 26)),
        (12, 12, (26, 26)),
    ],
)
def test_spans_of_text_know_their_source(start: int, end: int, expected: tuple[int, int]) -> None:
    """A span covers the source of all that it touches, a part of an entity all of it."""
    assert find_source_span(fold_stretches(STRETCHES), start, end) == expected


def test_a_place_says_line_and_column() -> None:
    """A finding across a wrapped line begins on one line and ends on the next."""
    bullet = Bullet("Cut R&D cost", fold_stretches(STRETCHES))
    assert find_place(bullet, find_line_starts(SOURCE), 4, 12) == Place(1, 10, 2, 7)


@given(
    st.lists(st.text(alphabet="ab \n\t\u00a0\u200b\x01", max_size=6), max_size=6),
    st.integers(0, 20),
    st.integers(0, 20),
)
def test_folding_and_slicing_keep_text_and_places(texts: list[str], start: int, end: int) -> None:
    """Folded text is the text with white space folded, in order and in place; a slice is that part of the text."""
    source = "".join(texts)
    stretches = []
    offset = 0
    for text in texts:
        stretches.append(Stretch(text, offset, offset + len(text)))
        offset += len(text)
    folded = fold_stretches(stretches)
    visible = "".join(letter for letter in source if letter not in "\u200b\x01")
    assert "".join(stretch.text for stretch in folded) == " ".join(visible.split())
    for stretch in folded:
        assert stretch.text.split() == source[stretch.start : stretch.end].split()
    sliced = slice_stretches(stretches, start, end)
    assert "".join(stretch.text for stretch in sliced) == source[start:end]
