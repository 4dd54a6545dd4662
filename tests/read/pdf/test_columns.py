"""Columns, sidebars over two pages, and labels in a margin."""

from __future__ import annotations

from dataclasses import replace

from bulletlint.read.pdf.characters import Character
from bulletlint.read.pdf.columns import Part, chain_columns, split_columns
from bulletlint.read.pdf.pieces import Piece, find_pieces

WIDTH = 600.0


def place(*runs: tuple[float, float, str]) -> list[Piece]:
    """Return the pieces of runs (left edge, baseline, text) of characters 5 points wide."""
    return find_pieces([
        Character(letter, left + 5 * number, base - 8, left + 5 * number + 5, base + 2, base, 10, bold=False, known=True)
        for left, base, text in runs
        for number, letter in enumerate(text)
    ])  # fmt: skip


def read(pieces: tuple[Piece, ...]) -> list[str]:
    return ["".join(each.text for each in piece.characters) for piece in pieces]


def test_labels_stand_in_the_margin() -> None:
    """A date of two lines is one label; a label that stands beside a line of the text is one of its own."""
    runs = [(130.0, 60.0 + 14 * number, f"line number {number} of the text") for number in range(8)]
    labels = [
        (30.0, 60.0, "Experience"),
        (30.0, 88.0, "Jan 2021 –"),
        (30.0, 102.0, "Present"),
        (30.0, 144.0, "2019"),
    ]
    (part,) = split_columns(place(*runs, *labels), WIDTH)
    assert [read(label) for label in part.labels] == [["Experience"], ["Jan 2021 –", "Present"], ["2019"]]
    assert len(part.pieces) == 8


def test_headings_above_the_dates_of_a_margin_are_of_the_text() -> None:
    """They stand on lines of their own, larger than the text; the dates are its labels."""
    texts = [
        (130.0, 60.0 + 14 * number, f"line number {number} of the text") for number in (1, 2, 3, 5, 6, 7)
    ]
    heads = [piece for run in ((30.0, 60.0, "Career"), (30.0, 116.0, "Courses")) for piece in place(run)]
    heads = [replace(piece, size=13.0) for piece in heads]
    dates = place((30.0, 74.0, "2015 - 2019"), (30.0, 102.0, "2019 -"), (30.0, 144.0, "2017"))
    (part,) = split_columns([*place(*texts), *heads, *dates], WIDTH)
    assert [read(label) for label in part.labels] == [["2015 - 2019"], ["2019 -"], ["2017"]]
    assert len(part.pieces) == 8


def test_the_name_of_a_section_may_take_two_lines_of_a_margin() -> None:
    """Each beside a line of the text."""
    runs = [(130.0, 60.0 + 14 * number, f"line number {number} of the text") for number in range(8)]
    labels = [(30.0, 60.0, "Research"), (30.0, 74.0, "Experience"), (30.0, 116.0, "Skills")]
    (part,) = split_columns(place(*runs, *labels), WIDTH)
    assert [read(label) for label in part.labels] == [["Research", "Experience"], ["Skills"]]


def test_texts_printed_over_each_other_are_read_one_by_one() -> None:
    """A long date runs into the title beside it."""
    pieces = place((55.0, 60.0, "Spring 2015 – Summer 2020"), (150.0, 60.0, "Designer, Studio Kvist"))
    assert read(tuple(pieces)) == ["Spring 2015 – Summer 2020", "Designer, Studio Kvist"]


def test_a_sidebar_is_a_column() -> None:
    """It has lines of its own that follow each other, beside the text or not."""
    runs = [(30.0, 60.0 + 14 * number, f"line number {number} of the text") for number in range(8)]
    runs += [(400.0, 60.0 + 14 * number, f"skill {number}") for number in range(6)]
    left, right = split_columns(place(*runs), WIDTH)
    assert (left.side, len(left.pieces), right.side, len(right.pieces)) == ("left", 8, "right", 6)


def make_part(left: float, right: float, side: str) -> Part:
    return Part(tuple(place((left, 60, "x" * int((right - left) / 5)))), side=side)  # type: ignore[arg-type]


def test_the_text_goes_on_before_the_sidebar() -> None:
    """The narrow column is read behind the wide one of all pages, whichever side it stands on."""
    wide, narrow = make_part(30, 350, "left"), make_part(400, 550, "right")
    below, whole = make_part(30, 350, "whole"), make_part(30, 550, "whole")
    assert chain_columns([(1, wide), (1, narrow), (2, below)]) == [(1, wide), (2, below), (1, narrow)]
    assert chain_columns([(1, wide), (1, narrow), (1, whole)]) == [(1, wide), (1, narrow), (1, whole)]
    first, second = make_part(30, 180, "left"), make_part(220, 550, "right")
    assert chain_columns([(1, first), (1, second), (2, first), (2, second)]) == [
        (1, second), (2, second), (1, first), (2, first),
    ]  # fmt: skip


def test_columns_of_one_width_are_read_page_by_page() -> None:
    """As those of a newspaper."""
    left, right = make_part(30, 280, "left"), make_part(300, 550, "right")
    parts = [(1, left), (1, right), (2, left), (2, right)]
    assert chain_columns(parts) == parts
