"""Groups of a cohort; those of fewer than five people are put together, so that nobody can be told from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bulletlint.cohort.figures.share import Share, Sums
from bulletlint.cohort.figures.topics import TOPICS, Counts

#: The fewest people that a figure may be about.
FEWEST = 5
UNNAMED = "not named"
TOGETHER = "smaller groups together"


class GroupSums:
    """The sums of a group, each person of which is added once."""

    __slots__ = ("people", "topics")

    def __init__(self) -> None:
        self.people = 0
        self.topics = tuple(Sums() for _ in TOPICS)

    def add(self, counts: Counts) -> None:
        """Count a person, by what the bullets are asked for and state."""
        self.people += 1
        for sums, (asked, stated) in zip(self.topics, counts, strict=True):
            sums.add(asked, stated)

    def add_all(self, other: GroupSums) -> None:
        """Count the people of another group."""
        self.people += other.people
        for sums, others in zip(self.topics, other.topics, strict=True):
            sums.add_all(others)


@dataclass(frozen=True, slots=True)
class Group:
    """A group as it is shown; `people` is None where even their number is hidden.

    `shares` are in the order of TOPICS, None where they are hidden or nobody is asked.
    """

    name: str
    people: int | None
    shares: tuple[Share | None, ...]


def pool_small(sizes: Mapping[str, int]) -> dict[str, str]:
    """Return for each group, by its number of people, the name that it is shown under.

    Small ones are put together. If they are too few even so, the next smallest joins them: else a subtraction from the
    whole would show them.
    """
    by_size = sorted(sizes, key=lambda name: (sizes[name], name))
    pool = [name for name in by_size if sizes[name] < FEWEST]
    large = by_size[len(pool) :]
    while pool and large and sum(sizes[name] for name in pool) < FEWEST:
        pool.append(large.pop(0))
    return {name: name for name in large} | dict.fromkeys(pool, TOGETHER)


def sort_names(name: str) -> tuple[bool, bool, str]:
    """Return what names are sorted by: the small ones come last, before them those that the list does not name."""
    return name == TOGETHER, name == UNNAMED, name
