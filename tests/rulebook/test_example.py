"""Examples: [brackets] mark what a finding points at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletlint.core.rule import Example
from bulletlint.report.rule_page import mark_example
from bulletlint.rulebook.example import parse_marks


@pytest.mark.parametrize(
    ("marked", "text", "spans"),
    [
        ("[Built] a cache.", "Built a cache.", ((0, 5),)),
        ("a [b] c [d]", "a b c d", ((2, 3), (6, 7))),
        ("no marks", "no marks", ()),
        (r"a \[b\] [c]", "a [b] c", ((6, 7),)),
        (r"a \\[b]", "a \\b", ((3, 4),)),
    ],
)
def test_marks_become_spans(marked: str, text: str, spans: tuple[tuple[int, int], ...]) -> None:
    """Spans are offsets in the text without marks; a backslash keeps a bracket."""
    assert parse_marks(marked) == (text, spans)


@pytest.mark.parametrize(
    ("marked", "message"),
    [("[a", "never closed"), ("a]", "without an opening one"), ("[a [b]]", "opens inside another")],
)
def test_marks_must_pair(marked: str, message: str) -> None:
    """A stray bracket is an error, not text."""
    with pytest.raises(ValueError, match=message):
        parse_marks(marked)


@given(st.lists(st.text(alphabet="ab é%\n", min_size=1), min_size=1, max_size=6), st.integers(0, 63))
def test_marking_an_example_and_reading_it_gives_it_back(pieces: list[str], chosen: int) -> None:
    """The page of a rule shows its examples in the form in which they are written."""
    spans = []
    offset = 0
    for number, piece in enumerate(pieces):
        if chosen >> number & 1:
            spans.append((offset, offset + len(piece)))
        offset += len(piece)
    example = Example("".join(pieces), tuple(spans), 1)
    assert parse_marks(mark_example(example)) == (example.text, example.spans)
