"""Positions of the protocol against character offsets, in every unit that clients count in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from bulletlint.cli.lsp.positions import map_text
from bulletlint.core.document import Place

TEXTS = st.text(alphabet=st.sampled_from("aé€🚀\n\r \u2028\u0301"), max_size=40)
ENCODINGS = ("utf-8", "utf-16", "utf-32")


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("utf-8", Position(1, 7)), ("utf-16", Position(1, 5)), ("utf-32", Position(1, 4))],
)
def test_each_encoding_counts_in_its_own_units(encoding: str, expected: Position) -> None:
    text = "one\r\n- 🚀 Cut"
    assert map_text(text, encoding).find_position(text.index("Cut")) == expected


@given(TEXTS, st.sampled_from(ENCODINGS), st.data())
def test_an_offset_comes_back_from_its_position(text: str, encoding: str, data: st.DataObject) -> None:
    """Except between CR and LF, which no position names."""
    offset = data.draw(st.integers(0, len(text)))
    lines = map_text(text, encoding)
    if text[offset - 1 : offset + 1] != "\r\n" or offset == 0:
        assert lines.find_offset(lines.find_position(offset)) == offset


@given(TEXTS, st.sampled_from(ENCODINGS), st.integers(0, 50), st.integers(0, 50))
def test_any_position_of_a_client_is_an_offset(text: str, encoding: str, line: int, character: int) -> None:
    """Clients send positions behind the end of a line, and of the text."""
    assert 0 <= map_text(text, encoding).find_offset(Position(line, character)) <= len(text)


def test_other_line_breaks_of_unicode_are_characters() -> None:
    assert map_text("a\u2028b\x0bc", "utf-16").find_position(4) == Position(0, 4)


def test_a_place_of_a_report_becomes_offsets() -> None:
    text = "x\n- Cut 40 %\n  of it"
    lines = map_text(text, "utf-16")
    assert lines.find_place(Place(2, 3, 3, 8)) == (4, 20)
    assert lines.find_place(Place(2, 3)) == (4, 4)
    assert lines.find_place(Place(page=1)) is None
    assert lines.find_place(Place(9, 1, 9, 2)) is None


def test_a_line_has_no_line_break() -> None:
    lines = map_text("ab\r\ncd\nef", "utf-8")
    assert [lines.find_line(number) for number in (0, 1, 2, 7)] == [(0, 2), (4, 6), (7, 9), (7, 9)]
    lines = map_text("ab\rcd\r\r\nef\n", "utf-8")
    assert [lines.find_line(number) for number in range(5)] == [(0, 2), (3, 5), (6, 6), (8, 10), (11, 11)]
