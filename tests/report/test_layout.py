"""Wrapping and widths."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from bulletlint.core.wording import measure_width
from bulletlint.report.layout import mark_cells, wrap_cells

TEXTS = st.text(alphabet="abc é漢 %-", min_size=1, max_size=80)


@example("aaaaaaaaaa  a", 11, 0, 0)
@given(TEXTS, st.integers(4, 30), st.integers(0, 79), st.integers(0, 79))
def test_wrapping_keeps_every_word_in_order(text: str, width: int, start: int, end: int) -> None:
    """Only spaces at the breaks are lost; a row is longer than the width only where one word is."""
    marks = ["error" if start <= index < end else None for index in range(len(text))]
    rows = list(wrap_cells(mark_cells(text, marks), width))  # type: ignore[arg-type]
    lines = ["".join(cell.text for cell in row) for row in rows]
    assert " ".join(lines).split() == text.split()
    assert all(measure_width(line) <= width or " " not in line for line in lines)
