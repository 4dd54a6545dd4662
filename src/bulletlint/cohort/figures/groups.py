"""Groups of a cohort; those of fewer than five people are put together, so that nobody can be told from them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bulletlint.cohort.figures.share import Share, Sums
from bulletlint.cohort.figures.topics import TOPICS, Counts

#: The fewest people that a figure may be about.
FEWEST = 5
UNNAMED = "not named"
TOGETHER = "smaller groups together"


class FewPeople:
    """The people of something, as far as they tell whether it is about enough of them."""

    __slots__ = ("_people",)

    def __init__(self) -> None:
        self._people: set[str] = set()

    def add(self, *people: str) -> None:
        """Take note of people."""
        if len(self._people) < FEWEST:
            self._people.update(people)

    def add_all(self, other: FewPeople) -> None:
        """Take note of the people of something else."""
        self.add(*other._people)

    def __len__(self) -> int:
        return len(self._people)


class GroupSums:
    """The sums of a group, and of each topic those who are asked for it."""

    __slots__ = ("asked", "people", "resumes", "topics")

    def __init__(self) -> None:
        self.resumes = 0
        self.people = FewPeople()
        self.topics = tuple(Sums() for _ in TOPICS)
        self.asked = tuple(FewPeople() for _ in TOPICS)

    def add(self, person: str, counts: Counts) -> None:
        """Count a resume."""
        self.resumes += 1
        self.people.add(person)
        for sums, people, (asked, stated) in zip(self.topics, self.asked, counts, strict=True):
            sums.add(asked, stated)
            if asked:
                people.add(person)

    def add_all(self, other: GroupSums) -> None:
        """Count the resumes of another group."""
        self.resumes += other.resumes
        self.people.add_all(other.people)
        for sums, others in zip(self.topics, other.topics, strict=True):
            sums.add_all(others)
        for people, more in zip(self.asked, other.asked, strict=True):
            people.add_all(more)

    @property
    def is_shown(self) -> bool:
        return len(self.people) >= FEWEST


@dataclass(frozen=True, slots=True)
class Group:
    """A group as it is shown; `shares` are in the order of TOPICS, None where nobody is asked or too few are."""

    name: str
    resumes: int
    shares: tuple[Share | None, ...]


def make_group(name: str, sums: GroupSums, hidden: Collection[int] = ()) -> Group:
    """Return a group as it is shown, but for the topics (by number) that are hidden or asked of fewer than five."""
    shares = [
        topic.share() if len(people) >= FEWEST and number not in hidden else None
        for number, (topic, people) in enumerate(zip(sums.topics, sums.asked, strict=True))
    ]
    return Group(name, sums.resumes, tuple(shares))


def hide_small(groups: Mapping[str, GroupSums]) -> tuple[Group, ...]:
    """Return groups by name, the small ones as one group at the end.

    If those are too few even together, the next smallest joins them: else a subtraction from the whole would show
    them. Nothing is returned where all of them together are too few.
    """
    by_size = sorted(groups, key=lambda name: (groups[name].resumes, name))
    small = [name for name in by_size if not groups[name].is_shown]
    large = [name for name in by_size if groups[name].is_shown]
    pool = GroupSums()
    for name in small:
        pool.add_all(groups[name])
    while small and not pool.is_shown and large:
        pool.add_all(groups[large.pop(0)])
    shown = {name: groups[name] for name in sorted(large, key=sort_names)}
    if small and pool.is_shown:
        shown[TOGETHER] = pool
    hidden = find_hidden(shown)
    return tuple(make_group(name, sums, hidden[name]) for name, sums in shown.items())


def find_hidden(groups: Mapping[str, GroupSums]) -> dict[str, set[int]]:
    """Return for each group the topics (by number) that a subtraction from the whole must not show."""
    hidden: dict[str, set[int]] = {name: set() for name in groups}
    for topic in range(len(TOPICS)):
        asked = {name: sums.asked[topic] for name, sums in groups.items() if sums.asked[topic]}
        sizes = {name: groups[name].topics[topic].resumes for name in asked}
        few = FewPeople()
        by_size = sorted((len(people) >= FEWEST, sizes[name], name) for name, people in asked.items())
        for is_enough, _, name in by_size:
            if is_enough and not 0 < len(few) < FEWEST:
                break
            hidden[name].add(topic)
            few.add_all(asked[name])
    return hidden


def sort_names(name: str) -> tuple[bool, str]:
    """Return what names are sorted by: those that the list does not name come last."""
    return name == UNNAMED, name
