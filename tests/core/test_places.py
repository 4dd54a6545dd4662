"""Stretches, lines and places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletlint.core.document import Bullet, Place, Stretch
from bulletlint.core.places import (
    find_line_end,
    find_line_starts,
    find_place,
    find_source_span,
    fold_stretches,
    join_boxes,
    locate_offset,
    slice_in_order,
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


def test_a_place_in_a_format_without_source_is_a_paragraph_or_a_pointer() -> None:
    """A DOCX bullet knows its paragraph, a JSON one its pointer beside its line."""
    docx = Bullet("Cut cost", (Stretch("Cut cost", None, None),), paragraph=4)
    assert find_place(docx, (0,), 0, 3) == Place(paragraph=4)
    json = Bullet("Cut cost", (Stretch("Cut cost", 5, 13),), pointer="/work/0/highlights/0")
    assert find_place(json, (0, 4), 4, 8) == Place(2, 6, 2, 10, pointer="/work/0/highlights/0")


#: A bullet over three lines of a PDF, the last of them on the next page; each line is nine characters long.
BOXES = ((50.0, 100.0, 90.0, 110.0), (40.0, 112.0, 80.0, 122.0), (40.0, 20.0, 60.0, 30.0))
PAGES = Bullet(
    "Cut cost. By 4 per. cent now.",
    (
        Stretch("Cut cost. ", None, None, 1, BOXES[0]),
        Stretch("By 4 per. ", None, None, 1, BOXES[1]),
        Stretch("cent now.", None, None, 2, BOXES[2]),
    ),
)


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 3, Place(page=1, box=BOXES[0])),
        (0, 12, Place(page=1, box=(40.0, 100.0, 90.0, 122.0))),
        (10, 10, Place(page=1, box=BOXES[1])),
        (15, 29, Place(page=1, box=BOXES[1])),
        (20, 29, Place(page=2, box=BOXES[2])),
    ],
)
def test_a_place_on_a_page_is_the_box_round_its_lines(start: int, end: int, place: Place) -> None:
    """The box holds every line of the first page that the span touches; what is on the next page is left out."""
    assert find_place(PAGES, (0,), start, end) == place


def test_two_boxes_have_one_round_them() -> None:
    """It reaches to the outermost edge of either."""
    assert join_boxes((1.0, 5.0, 3.0, 6.0), (2.0, 4.0, 9.0, 5.5)) == (1.0, 4.0, 9.0, 6.0)


def test_white_space_around_mark_up_is_one_space_without_it() -> None:
    """Blanks that touch join their places; mark-up between two of them stays outside of the place of the space."""
    touching = [Stretch("a ", 0, 2), Stretch("\n ", 2, 4), Stretch("b", 4, 5)]
    assert fold_stretches(touching) == (Stretch("a", 0, 1), Stretch(" ", 1, 4), Stretch("b", 4, 5))
    parted = [Stretch("a ", 0, 2), Stretch(" b", 4, 6)]
    assert fold_stretches(parted) == (Stretch("a ", 0, 2), Stretch("b", 5, 6))


def test_a_slice_of_an_indivisible_stretch_keeps_its_whole_place() -> None:
    """Part of an entity stands where the entity stands; part of other text where that part does."""
    stretches = [Stretch("ab", 0, 2), Stretch("fi", 2, 7), Stretch("cd", 7, 9)]
    assert slice_stretches(stretches, 1, 3) == (Stretch("b", 1, 2), Stretch("f", 2, 7))
    assert slice_stretches(stretches, 3, 5) == (Stretch("i", 2, 7), Stretch("c", 7, 8))
    assert slice_stretches(stretches, 4, 4) == ()


def test_slices_in_a_row_are_the_same_as_each_alone() -> None:
    """Also where one begins in the middle of a stretch, behind a gap, or is empty."""
    spans = [(0, 1), (1, 3), (3, 3), (5, 6), (6, 12), (12, 13)]
    assert list(slice_in_order(STRETCHES, spans)) == [slice_stretches(STRETCHES, *span) for span in spans]
    assert slice_stretches(STRETCHES, 1, 6) == (Stretch("ut  ", 3, 7), Stretch("R", 9, 10))


def test_a_span_without_source_has_none() -> None:
    """Text that was made, and not read, stands nowhere."""
    assert find_source_span((Stretch("Cut", None, None),), 0, 3) is None
    assert find_source_span((), 0, 0) is None


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


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", [0]),
        ("a", [1]),
        ("a\n", [1, 2]),
        ("\n\nb", [0, 1, 3]),
        ("ab\r\ncd\refg", [2, 6, 10]),
        ("a\r\r\n", [1, 2, 4]),
    ],
)
def test_a_line_ends_before_its_line_break(source: str, expected: list[int]) -> None:
    """LF, CR or both; an empty line ends where it begins."""
    line_starts = find_line_starts(source)
    assert [find_line_end(source, line_starts, line) for line in range(1, len(line_starts) + 1)] == expected


def test_a_part_of_one_place_stays_one_place() -> None:
    """Also where it happens to be as long as the source that it stands for."""
    (part,) = slice_stretches([Stretch("is down.", 10, 15)], 3, 8)
    assert (part.text, part.start, part.end, part.linear) == ("down.", 10, 15, False)
    assert find_source_span((part,), 1, 2) == (10, 15)
    (cut,) = slice_stretches([Stretch("is down.", 10, 18)], 3, 8)
    assert (cut.start, cut.end, cut.linear) == (13, 18, True)
    assert find_source_span((cut,), 1, 2) == (14, 15)
