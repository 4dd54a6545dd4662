"""Counted words, and the columns that words take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletlint.core.wording import count, cut_words, list_numbers, measure_width, wrap_words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 files"), (1, "1 file"), (2, "2 files"), (1234567, "1,234,567 files")]
)
def test_a_number_takes_the_right_form_of_its_noun(number: int, words: str) -> None:
    """Only one is singular, and thousands are parted by commas."""
    assert count(number, "file") == words


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("漢字", 4),
        ("a漢", 3),
        ("a\u200bb", 2),
        ("é\x07漢", 3),
        ("→", 1),
    ],
)
def test_the_width_is_that_of_a_terminal(text: str, width: int) -> None:
    """A wide character takes two columns, a combining one none, and a control character does not spoil the rest."""
    assert measure_width(text) == width


@given(st.text(alphabet="abc é漢 %-", min_size=1, max_size=80), st.integers(4, 30))
def test_wrapped_words_are_the_words(text: str, width: int) -> None:
    """No word is lost or split."""
    lines = wrap_words(text, width)
    assert " ".join(lines).split() == text.split()
    assert all(measure_width(line) <= width or " " not in line for line in lines)


def test_the_first_line_may_be_shorter() -> None:
    """A line that begins with something else has less room."""
    assert wrap_words("aa bb cc dd", 8, first=5) == ["aa bb", "cc dd"]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 8, [""]),
        ("  aa   bb ", 8, ["aa bb"]),
        ("aa bb cc", 5, ["aa bb", "cc"]),
        ("aaaaaaaaaa b", 4, ["aaaaaaaaaa", "b"]),
        ("漢字 漢字", 8, ["漢字", "漢字"]),
    ],
)
def test_lines_break_at_spaces(text: str, width: int, lines: list[str]) -> None:
    """A word that is wider than the line stands alone on its own; wide characters count twice."""
    assert wrap_words(text, width) == lines


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("aa bb cc", 8, "aa bb cc"),
        ("aa bb cc", 7, "aa bb …"),
        ("aa bb cc", 5, "aa …"),
        ("aaaa bb", 5, "aaaa …"),
        ("Built a cache", 13, "Built a cache"),
        ("Built a cache", 12, "Built a …"),
        ("Antidisestablishment", 8, "Antidisestablishment …"),
    ],
)
def test_a_text_is_cut_at_a_space(text: str, width: int, cut: str) -> None:
    """With a sign that words are missing; the first word is always there."""
    assert cut_words(text, width) == cut


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([], ""),
        ([3], "3"),
        ([1, 2], "1, 2"),
        ([1, 2, 3], "1 to 3"),
        ([11, 1, 5, 4, 7, 6, 8, 9, 4], "1, 4 to 9, 11"),
    ],
)
def test_numbers_in_a_row_are_drawn_together(numbers: list[int], words: str) -> None:
    """A list of two thousand is read by nobody."""
    assert list_numbers(numbers) == words
