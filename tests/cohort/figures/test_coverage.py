"""What bullets state, by programme and year."""

from __future__ import annotations

import pytest

from bulletlint.cohort.figures.coverage import Block, tabulate
from bulletlint.cohort.figures.groups import TOGETHER, UNNAMED, Group, GroupSums


def make(people: int, asked: int | None = None) -> GroupSums:
    """Return a group of people, half of whose bullets state a result; `asked` are asked for a cost as well."""
    sums = GroupSums()
    for number in range(people):
        cost = (4, 1) if asked is not None and number < asked else (0, 0)
        sums.add(((4, 2), cost, (0, 0), (0, 0)))
    return sums


def list_people(blocks: tuple[Block, ...]) -> dict[str, object]:
    """Return the people of each block, and of its years."""
    return {
        block.whole.name: (block.whole.people, {year.name: year.people for year in block.years})
        for block in blocks
    }


def test_programmes_and_years_are_one_table() -> None:
    """With the totals of both; a cell without anybody is not there."""
    blocks = tabulate({("CS", "2026"): make(6), ("CS", "2027"): make(7), ("EE", "2027"): make(8)})
    assert list_people(blocks) == {
        "everybody": (21, {"2026": 6, "2027": 15}),
        "CS": (13, {"2026": 6, "2027": 7}),
        "EE": (8, {"2027": 8}),
    }
    share = blocks[0].whole.shares[0]
    assert share is not None
    assert (share.stated, share.asked, share.people) == (42, 84, 21)


def test_a_small_cell_takes_others_with_it() -> None:
    """Its number and its shares cannot be found from the totals, which stay."""
    blocks = tabulate(
        {("CS", "2026"): make(3), ("CS", "2027"): make(9), ("EE", "2026"): make(8), ("EE", "2027"): make(7)}
    )
    assert list_people(blocks) == {
        "everybody": (27, {"2026": 11, "2027": 16}),
        "CS": (12, {"2026": None, "2027": None}),
        "EE": (15, {"2026": None, "2027": None}),
    }
    assert [year.shares for year in blocks[1].years] == [(None,) * 4] * 2


def test_small_programmes_and_years_are_put_together() -> None:
    """Before the table is made."""
    blocks = tabulate(
        {("CS", "2026"): make(9), ("CS", "2027"): make(9), ("EE", "2027"): make(3), ("ME", "2027"): make(2)}
    )
    assert list_people(blocks) == {
        "everybody": (23, {"2026": 9, "2027": 14}),
        "CS": (18, {"2026": 9, "2027": 9}),
        TOGETHER: (5, {"2027": 5}),
    }


@pytest.mark.parametrize("at", [0, 1])
def test_a_list_without_years_or_programmes_has_one_dimension(at: int) -> None:
    """Programmes are blocks, years stand below everybody."""
    names = [("CS", UNNAMED), ("EE", UNNAMED)]
    blocks = tabulate({name[:: -1 if at else 1]: make(6) for name in names})  # type: ignore[misc]
    expected = (
        {"everybody": (12, {}), "CS": (6, {}), "EE": (6, {})}
        if at == 0
        else {"everybody": (12, {"CS": 6, "EE": 6})}
    )
    assert list_people(blocks) == expected


def test_the_few_whom_the_list_does_not_name_are_left_out() -> None:
    """Of everybody too; where they are enough they are a group."""
    listed = {("CS", "2026"): 6, ("CS", "2027"): 7, ("EE", "2027"): 8}
    for unnamed, everybody, groups in (
        (4, 21, ["everybody", "CS", "EE"]),
        (5, 26, ["everybody", "CS", "EE", UNNAMED]),
    ):
        sizes = {**listed, (UNNAMED, UNNAMED): unnamed}
        people = list_people(tabulate({names: make(size) for names, size in sizes.items()}))
        assert [people["everybody"][0], list(people)] == [everybody, groups]  # type: ignore[index]


def test_one_group_is_everybody() -> None:
    """And says nothing new; fewer than five people have no table."""
    assert list_people(tabulate({("CS", "2026"): make(6)})) == {"everybody": (6, {})}
    assert list_people(tabulate({("CS", UNNAMED): make(3), ("EE", UNNAMED): make(4)})) == {
        "everybody": (7, {})
    }
    assert tabulate({("CS", "2026"): make(4)}) == ()
    assert tabulate({}) == ()


def test_a_topic_that_few_are_asked_for_is_hidden_with_the_next_smallest() -> None:
    """The other topics of the group are shown."""
    blocks = tabulate(
        {("a", ""): make(9, 9), ("b", ""): make(12, 2), ("c", ""): make(7, 7), ("d", ""): make(6, 0)}
    )
    shown = {block.whole.name: [share is not None for share in block.whole.shares] for block in blocks}
    assert shown == {
        "everybody": [True, True, False, False],
        "a": [True, True, False, False],
        "b": [True, False, False, False],
        "c": [True, False, False, False],
        "d": [True, False, False, False],
    }


def test_a_topic_that_few_in_all_are_asked_for_is_not_shown() -> None:
    """Not even of everybody."""
    (block,) = tabulate({("a", "x"): make(9, 4)})
    assert block.whole == Group("everybody", 9, (block.whole.shares[0], None, None, None))
