"""Text on a grid of columns: wide and combining characters, marks that survive wrapping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bulletlint.core.finding import Severity
from bulletlint.core.wording import measure_width


@dataclass(frozen=True, slots=True)
class Cells:
    """A run of characters under one mark; `width` is how many columns it takes."""

    text: str
    width: int
    mark: Severity | None


def mark_cells(text: str, marks: Sequence[Severity | None]) -> list[Cells]:
    """Return the words and spaces of a text, cut where the mark changes; a space is a run of its own."""
    cells: list[Cells] = []
    start = 0
    for end in range(1, len(text) + 1):
        at_edge = end == len(text) or marks[end] != marks[start]
        if at_edge or (text[end] == " ") != (text[start] == " "):
            run = text[start:end]
            cells.append(Cells(run, measure_width(run), marks[start]))
            start = end
    return cells


def wrap_cells(cells: Sequence[Cells], width: int) -> Iterator[list[Cells]]:
    """Yield rows of at most `width` columns, broken at spaces; a word longer than that stands alone."""
    row: list[Cells] = []
    for word in _join_words(cells):
        if row and sum(cell.width for cell in (*row, *word)) > width:
            yield _strip_end(row)
            row = []
        if row or word[0].text.strip():
            row += word
    if row:
        yield _strip_end(row)


def _join_words(cells: Sequence[Cells]) -> Iterator[list[Cells]]:
    """Yield the runs of each word together (a mark may end inside one), and each space alone."""
    word: list[Cells] = []
    for cell in cells:
        if cell.text.isspace():
            if word:
                yield word
            yield [cell]
            word = []
        else:
            word.append(cell)
    if word:
        yield word


def _strip_end(row: list[Cells]) -> list[Cells]:
    while row and row[-1].text.isspace():
        row = row[:-1]
    return row
