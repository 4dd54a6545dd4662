"""Which cells of a table must not be shown, so that none about too few people can be computed from the others.

A table has rows, columns and their totals. That the cells of a row add up to its total is what anybody can compute
with. Take each row and each column as a point, and each cell as a line from its row to its column; a total is a line
too, to the point of the totals. Then whatever sum or difference of hidden cells follows from the shown ones is about
all hidden lines between some points and the others. So no such cut may have lines of fewer than five people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from bulletlint.cohort.figures.groups import FEWEST

#: A row and a column of a table; None for the total, so that (None, None) is the whole.
Cell = tuple[str | None, str | None]
WHOLE: Cell = (None, None)
#: Rows or columns; more than one where they are taken as one.
Points = frozenset[tuple[str, str | None]]
#: Two of them, and the people of the lines between.
Line = tuple[Points, Points, int]


def hide_cells(people: Mapping[Cell, int], *, hidden: Collection[Cell] = ()) -> frozenset[Cell]:
    """Return the cells that must be hidden, by the number of people that each is about; `hidden` are so already.

    The totals are among the cells; the whole is never hidden. A table of one dimension has nothing but totals.
    """
    flat = not any(None not in cell for cell in people)
    ends = {cell: find_ends(cell, flat=flat) for cell in sorted(people, key=str) if cell != WHOLE}
    hiding = {cell for cell in ends if cell in hidden or people[cell] < FEWEST}
    added: list[Cell] = []
    while side := find_weak_side(list_lines(people, hiding, flat=flat)):
        crossing = [
            cell
            for cell, (row, column) in ends.items()
            if cell not in hiding and row.issubset(side) != column.issubset(side)
        ]
        if not crossing:
            return frozenset(ends)
        # Rather a cell than a total, and rather a small one.
        added.append(min(crossing, key=lambda cell: (None in cell, people[cell], str(cell))))
        hiding.add(added[-1])
    for cell in sorted(added, key=lambda cell: (None not in cell, -people[cell], str(cell))):
        if not find_weak_side(list_lines(people, hiding - {cell}, flat=flat)):
            hiding.remove(cell)  # one that came later does for it
    return frozenset(hiding)


def find_ends(cell: Cell, *, flat: bool) -> tuple[Points, Points]:
    """Return the row and the column of a cell; in a table of one dimension only the whole is a sum."""
    row, column = WHOLE if flat else cell
    return frozenset([("row", row)]), frozenset([("column", column)])


def list_lines(people: Mapping[Cell, int], hiding: Collection[Cell], *, flat: bool) -> list[Line]:
    """Return the lines of hidden cells.

    A row of which nothing is shown tells nothing by itself, so that its total is only another name for its cells: each
    of them is a line between its column and the column of the totals; and so it is with a column.
    """
    shown = [cell for cell in people if cell not in hiding]
    rows, columns = {row for row, _ in shown}, {column for _, column in shown}
    lines = []
    for cell in sorted(hiding, key=str):
        row, column = cell
        one, other = find_ends(cell, flat=flat)
        no_row, no_column = not flat and row not in {None, *rows}, not flat and column not in {None, *columns}
        if (no_row and column is None) or (no_column and row is None):
            continue
        if no_row:
            one = frozenset([("column", None)])
        if no_column:
            other = frozenset([("row", None)])
        lines.append((one, other, people[cell]))
    return lines


def find_weak_side(lines: Iterable[Line]) -> Points:
    """Return points with lines to the others that are of at least one person and too few; none if there are none.

    As Stoer and Wagner look for the smallest cut of a graph: of the points in the order of how much ties them to those
    before, the last by itself is a cut, and no smaller one parts the last two, which are then taken as one.
    """
    links = link_points(lines)
    while links:
        order = order_points(links)
        last = order[-1]
        if 0 < links[last].total() < FEWEST:
            return last
        merge_points(links, last, order[-2] if len(order) > 1 else None)
    return frozenset()


def link_points(lines: Iterable[Line]) -> dict[Points, Counter[Points]]:
    """Return for each point those that it has lines to, with the people of them."""
    links: dict[Points, Counter[Points]] = {}
    for one, other, number in lines:
        if number:
            links.setdefault(one, Counter())[other] += number
            links.setdefault(other, Counter())[one] += number
    return links


def order_points(links: Mapping[Points, Counter[Points]]) -> list[Points]:
    """Return the points that hang together with one of them, each the one that is tied most to those before it."""
    ties = Counter({next(iter(links)): 0})
    order: dict[Points, None] = {}
    while ties:
        nearest = max(ties, key=lambda points: ties[points])
        del ties[nearest]
        order[nearest] = None
        for points, number in links[nearest].items():
            if points not in order:
                ties[points] += number
    return list(order)


def merge_points(links: dict[Points, Counter[Points]], one: Points, other: Points | None) -> None:
    """Take two points as one; with no other, forget the one, which nothing is tied to."""
    gone = links.pop(one)
    if other is None:
        return
    both = one | other
    links[both] = links.pop(other) + gone
    for points in (one, other):
        del links[both][points]
    for points, number in links[both].items():
        del links[points][one], links[points][other]
        links[points][both] = number
