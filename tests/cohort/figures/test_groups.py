"""Groups that are too small to be shown."""

from __future__ import annotations

import pytest

from bulletlint.cohort.figures.groups import TOGETHER, UNNAMED, GroupSums, pool_small, sort_names


@pytest.mark.parametrize(
    ("sizes", "pooled"),
    [
        ({"a": 9, "b": 5}, []),
        ({"a": 9, "b": 3, "c": 2}, ["b", "c"]),
        ({"a": 9, "b": 6, "c": 4}, ["b", "c"]),  # else c is the whole without a and b
        ({"a": 9, "c": 4}, ["a", "c"]),
        ({"a": 2, "b": 2}, ["a", "b"]),
        ({}, []),
    ],
)
def test_small_groups_are_put_together(sizes: dict[str, int], pooled: list[str]) -> None:
    """So that they cannot be found by subtraction."""
    assert pool_small(sizes) == {name: TOGETHER if name in pooled else name for name in sizes}


def test_groups_are_sorted_by_name_the_pooled_ones_last() -> None:
    """Before them those that the list does not name."""
    names = ["a", TOGETHER, "z", UNNAMED]
    assert sorted(names, key=sort_names) == ["a", "z", UNNAMED, TOGETHER]


def test_sums_of_two_groups_are_those_of_all_people() -> None:
    """Person by person."""
    one, other, both = GroupSums(), GroupSums(), GroupSums()
    for number, sums in enumerate((one, one, other)):
        counts = ((4, number), (0, 0), (2, 1), (1, 1))
        sums.add(counts)
        both.add(counts)
    one.add_all(other)
    assert one.people == both.people == 3
    assert [each.share() for each in one.topics] == [each.share() for each in both.topics]
