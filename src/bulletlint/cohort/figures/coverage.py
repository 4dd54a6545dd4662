"""What bullets state, by programme and year, without a figure about too few people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from bulletlint.cohort.figures.groups import FEWEST, UNNAMED, Group, GroupSums, pool_small, sort_names
from bulletlint.cohort.figures.hiding import WHOLE, Cell, hide_cells
from bulletlint.cohort.figures.topics import TOPICS

EVERYBODY = "everybody"
#: A programme and a year.
Names = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Block:
    """A programme, or everybody: the group as a whole, and its years, if there are several."""

    whole: Group
    years: tuple[Group, ...] = ()


def tabulate(sums: Mapping[Names, GroupSums]) -> tuple[Block, ...]:
    """Return everybody, then each programme, from sums by both; nothing for fewer than five people."""
    table = add_totals(pool(drop_unnamed(sums)))
    if table[WHOLE].people < FEWEST:
        return ()
    people = {cell: each.people for cell, each in table.items()}
    hidden = hide_cells(people)
    by_topic = [
        hide_cells({cell: each.topics[number].people for cell, each in table.items()}, hidden=hidden)
        for number in range(len(TOPICS))
    ]

    def show(name: str, cell: Cell) -> Group:
        shares = (
            None if cell in hiding or table[WHOLE].topics[number].people < FEWEST else sums.share()
            for number, (hiding, sums) in enumerate(zip(by_topic, table[cell].topics, strict=True))
        )
        return Group(name, None if cell in hidden else people[cell], tuple(shares))

    programmes = sorted({row for row, _ in table if row is not None}, key=sort_names)
    years = sorted({column for _, column in table if column is not None}, key=sort_names)
    return tuple(
        Block(
            show(EVERYBODY if row is None else row, (row, None)),
            tuple(show(year, (row, year)) for year in years if (row, year) in table),
        )
        for row in (None, *programmes)
    )


def drop_unnamed(sums: Mapping[Names, GroupSums]) -> Mapping[Names, GroupSums]:
    """Return groups without the few people whom the list gives no programme, or no year, but gives it others.

    They are not in the whole either, from which they could be found by subtraction.
    """
    for at in (0, 1):
        named = {names: each for names, each in sums.items() if names[at] != UNNAMED}
        people, enough = (sum(each.people for each in some.values()) for some in (sums, named))
        if people - enough < FEWEST <= enough:
            sums = named
    return sums


def pool(sums: Mapping[Names, GroupSums]) -> dict[Names, GroupSums]:
    """Return groups with small programmes, and small years, put together."""
    sizes: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for names, each in sums.items():
        for size, name in zip(sizes, names, strict=True):
            size[name] += each.people
    programmes, years = map(pool_small, sizes)
    pooled: defaultdict[Names, GroupSums] = defaultdict(GroupSums)
    for (programme, year), each in sums.items():
        pooled[programmes[programme], years[year]].add_all(each)
    return pooled


def add_totals(cells: Mapping[Names, GroupSums]) -> dict[Cell, GroupSums]:
    """Return cells and their totals; a dimension with one group only says nothing new and is left out."""
    several = [len({names[at] for names in cells}) > 1 for at in (0, 1)]
    table: defaultdict[Cell, GroupSums] = defaultdict(GroupSums)
    table[WHOLE] = GroupSums()
    for (programme, year), each in cells.items():
        for row in {None, programme if several[0] else None}:
            for column in {None, year if several[1] else None}:
                table[row, column].add_all(each)
    return table
