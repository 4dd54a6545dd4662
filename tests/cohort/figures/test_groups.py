"""Groups that are too small to be shown."""

from __future__ import annotations

import pytest

from bulletlint.cohort.figures.groups import TOGETHER, UNNAMED, GroupSums, hide_small, make_group


def make(people: int, *, resumes: int = 1, prefix: str = "p") -> GroupSums:
    """Return a group of people with so many resumes each, half of whose bullets state everything."""
    sums = GroupSums()
    for number in range(people):
        for _ in range(resumes):
            sums.add(f"{prefix}{number}", ((4, 2),) * 4)
    return sums


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({"a": 9, "b": 5}, [("a", 9), ("b", 5)]),
        ({"b": 9, UNNAMED: 6, "a": 9}, [("a", 9), ("b", 9), (UNNAMED, 6)]),
        ({"a": 9, "b": 3, "c": 2}, [("a", 9), (TOGETHER, 5)]),
        ({"a": 9, "b": 6, "c": 4}, [("a", 9), (TOGETHER, 10)]),  # else c is the whole without a and b
        ({"a": 9, "c": 4}, [(TOGETHER, 13)]),
        ({"a": 2, "b": 2}, []),
        ({}, []),
    ],
)
def test_small_groups_are_shown_together(sizes: dict[str, int], shown: list[tuple[str, int]]) -> None:
    """So that nothing can be found by subtraction."""
    groups = {name: make(size, prefix=name) for name, size in sizes.items()}
    assert [(group.name, group.resumes) for group in hide_small(groups)] == shown


def test_people_count_and_not_their_files() -> None:
    """Four people with two files each are four."""
    assert hide_small({"a": make(4, resumes=2)}) == ()


def test_a_topic_that_few_are_asked_for_is_left_out() -> None:
    """The group is shown, but for that."""
    sums = make(6)
    sums.add("x", ((4, 0), (0, 0), (0, 0), (0, 0)))
    few = GroupSums()
    for number in range(6):
        few.add(f"p{number}", ((4, 2), (4, 2) if number < 4 else (0, 0), (0, 0), (0, 0)))
    assert [share is None for share in make_group("a", few).shares] == [False, True, True, True]
    assert make_group("a", sums).shares[0] is not None


def test_what_few_are_asked_for_cannot_be_found_by_subtraction() -> None:
    """The topic is hidden in the next smallest group as well; where nobody is asked, nothing need be hidden."""
    groups = {name: make(size, prefix=name) for name, size in (("a", 6), ("b", 7), ("c", 9))}
    for number in range(6):
        groups["a"].add(f"q{number}", ((4, 2), (0, 0), (0, 0), (0, 0)))
    few = GroupSums()
    for number in range(6):
        few.add(f"d{number}", ((4, 2), (4, 2) if number < 2 else (0, 0), (0, 0), (0, 0)))
    shown = {
        group.name: [share is not None for share in group.shares]
        for group in hide_small({**groups, "d": few})
    }
    assert shown == {
        "a": [True, False, True, True],
        "b": [True, True, True, True],
        "c": [True, True, True, True],
        "d": [True, False, False, False],
    }
