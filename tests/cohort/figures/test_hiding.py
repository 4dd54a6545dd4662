"""Cells of a table that must be hidden."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest

from bulletlint.cohort.figures.groups import FEWEST
from bulletlint.cohort.figures.hiding import WHOLE, Cell, hide_cells


def add_totals(cells: dict[tuple[str, str], int]) -> dict[Cell, int]:
    """Return cells with the totals of their rows and columns."""
    table: dict[Cell, int] = {}
    for (row, column), number in cells.items():
        for cell in ((row, column), (row, None), (None, column), WHOLE):
            table[cell] = table.get(cell, 0) + number
    return table


def find_told(table: dict[Cell, int], hidden: frozenset[Cell]) -> list[tuple[Cell, ...]]:
    """Return sets of cells with one to four people in all about which sums of what is shown tell something.

    They do if what is shown loses a dimension without these cells: then a sum of it has no others.
    """
    cells = sorted((cell for cell in table if None not in cell and table[cell]), key=str)
    shown = [
        [float(row in (None, cell[0]) and column in (None, cell[1])) for cell in cells]
        for row, column in table
        if (row, column) not in hidden
    ]
    matrix = np.array(shown)
    rank = np.linalg.matrix_rank(matrix)
    light = [at for at, cell in enumerate(cells) if table[cell] < FEWEST]
    told = []
    for size in range(1, FEWEST):
        for chosen in combinations(light, size):
            if sum(table[cells[at]] for at in chosen) < FEWEST:
                rest = [at for at in range(len(cells)) if at not in chosen]
                if (np.linalg.matrix_rank(matrix[:, rest]) if rest else 0) < rank:
                    told.append(tuple(cells[at] for at in chosen))
    return told


def test_a_table_of_enough_people_hides_nothing() -> None:
    """Nor does a cell without anybody."""
    table = add_totals({("a", "x"): 5, ("a", "y"): 9, ("b", "x"): 7, ("b", "y"): 5})
    assert hide_cells(table) == frozenset()
    assert hide_cells({**table, ("c", "x"): 0}) == {("c", "x")}


def test_a_small_cell_hides_a_second_one_in_its_row_and_its_column() -> None:
    """And the fourth corner, without which those two would tell."""
    table = add_totals(
        {("a", "x"): 3, ("a", "y"): 9, ("a", "z"): 20, ("b", "x"): 8, ("b", "y"): 7, ("b", "z"): 30}
    )
    assert hide_cells(table) == {("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")}
    assert find_told(table, frozenset({("a", "x"), ("a", "y"), ("b", "x")})) != []


def test_two_small_cells_are_not_enough_to_hide_each_other() -> None:
    """Their sum is about four people."""
    table = add_totals(
        {("a", "x"): 2, ("a", "y"): 2, ("a", "z"): 9, ("b", "x"): 9, ("b", "y"): 9, ("b", "z"): 9}
    )
    hidden = hide_cells(table)
    assert ("a", "z") in hidden
    assert find_told(table, hidden) == []


def test_a_column_of_one_row_hides_a_total() -> None:
    """x is in a alone, so that both totals would tell of the two in y."""
    table = add_totals({("a", "x"): 8, ("a", "y"): 2, ("b", "y"): 20})
    hidden = hide_cells(table)
    assert hidden & {("a", None), (None, "x")}
    assert find_told(table, hidden) == []


def test_a_row_of_few_people_takes_another_with_it_and_not_the_table() -> None:
    """Nobody in y is in b, so that its cell and its total are the same two people."""
    cells = {(row, column): 20 for row in "acd" for column in "xyz"}
    hidden = hide_cells(add_totals({**cells, ("b", "x"): 2}))
    assert ("b", None) in hidden
    assert len(hidden) < 8


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ({"a": 9, "b": 7, "c": 6}, set()),
        ({"a": 9, "b": 7, "c": 3}, {"b", "c"}),
        ({"a": 9, "b": 3, "c": 3}, {"b", "c"}),
        ({"a": 9, "b": 3, "c": 1}, {"a", "b", "c"}),
    ],
)
def test_one_dimension_has_only_the_whole_as_a_sum(sizes: dict[str, int], hidden: set[str]) -> None:
    """As rows and as columns."""
    whole = {WHOLE: sum(sizes.values())}
    rows: dict[Cell, int] = {(name, None): size for name, size in sizes.items()}
    columns: dict[Cell, int] = {(None, name): size for name, size in sizes.items()}
    assert hide_cells({**rows, **whole}) == {(name, None) for name in hidden}
    assert hide_cells({**columns, **whole}) == {(None, name) for name in hidden}


def test_what_is_hidden_already_stays_so() -> None:
    """As a cell whose people are hidden, and who are asked for a topic."""
    table = add_totals({("a", "x"): 6, ("a", "y"): 9, ("b", "x"): 7, ("b", "y"): 8})
    assert hide_cells(table, hidden={("a", "x")}) == {("a", "x")}


def test_no_few_people_can_be_computed_in_any_table() -> None:
    """Told by the ranks of the equations, in 300 random tables, and never everything is hidden for nothing."""
    chance = random.Random(7)
    kept = 0
    for _ in range(300):
        rows, columns = chance.randint(2, 5), chance.randint(2, 4)
        cells = {
            (f"r{row}", f"c{column}"): chance.choice((0, 1, 2, 3, 4, 6, 9, 20, 40))
            for row in range(rows)
            for column in range(columns)
        }
        table = add_totals({cell: number for cell, number in cells.items() if number})
        if table.get(WHOLE, 0) < FEWEST:
            continue
        hidden = hide_cells(table)
        assert {cell for cell, number in table.items() if number < FEWEST} <= hidden
        assert find_told(table, hidden) == []
        kept += len(table) - 1 - len(hidden)
    assert kept > 1200
