"""What has changed since another cohort, among those who are in both."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from bulletlint.cohort.figures.groups import FEWEST
from bulletlint.cohort.figures.people import read_people
from bulletlint.cohort.figures.share import Z
from bulletlint.cohort.figures.topics import TOPICS
from bulletlint.cohort.tables.columns import Row
from bulletlint.cohort.tables.parts import Parts


@dataclass(frozen=True, slots=True)
class TopicChange:
    """The share of a topic then and now, 0 to 1, and the 95 % interval of the difference."""

    topic: str
    then: float
    now: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Change:
    """`both` people have a file that could be judged in both cohorts, `new` only in this one, `gone` in the other.

    `unchanged` of the former handed in the same bullets, None where the cohorts have no key in common; `topics` is
    empty where fewer than five are in both.
    """

    both: int
    new: int
    gone: int
    unchanged: int | None
    topics: tuple[TopicChange, ...]


def find_change(now: Parts, then: Parts, *, same_key: bool) -> Change:
    """Return what has changed between two cohorts; raises CohortError for a damaged part.

    People are known by their id, or, with the same key, by the digest of their file's path.
    """
    naming = name_file if same_key else name_listed
    before = {person.name: person for person in read_people(then, naming)}
    after = {person.name: person for person in read_people(now, naming)}
    both = sorted(before.keys() & after.keys())
    unchanged = sum(before[name].digests == after[name].digests for name in both) if same_key else None
    enough = len(both) >= FEWEST
    pairs = [(before[name].counts, after[name].counts) for name in both] if enough else []
    changes = (
        compare_topic(name, [(old[at], new[at]) for old, new in pairs]) for at, name in enumerate(TOPICS)
    )
    return Change(
        len(both),
        len(after.keys() - before.keys()),
        len(before.keys() - after.keys()),
        unchanged if enough else None,
        tuple(change for change in changes if change is not None),
    )


def name_listed(row: Row) -> str | None:
    """Return the id of the centre's list, None where it has none."""
    return None if row["id"] is None else str(row["id"])


def name_file(row: Row) -> str:
    """Return the id of the centre's list, else the digest of the path, which is the same in the next term."""
    return str(row["id"] or row["resume"])


def compare_topic(name: str, pairs: list[tuple[tuple[int, int], tuple[int, int]]]) -> TopicChange | None:
    """Return the change of a topic, from what each person was asked and stated, then and now.

    The interval is that of a difference of two shares over the same people, who are taken as the sample.
    """
    pairs = [(old, new) for old, new in pairs if old[0] and new[0]]
    if len(pairs) < FEWEST:
        return None
    asked_then, asked_now = sum(old[0] for old, _ in pairs), sum(new[0] for _, new in pairs)
    then = sum(old[1] for old, _ in pairs) / asked_then
    now = sum(new[1] for _, new in pairs) / asked_now
    parts = [
        (new[1] - now * new[0]) / asked_now - (old[1] - then * old[0]) / asked_then for old, new in pairs
    ]
    number = len(parts)
    half = Z * sqrt(number / (number - 1) * sum(part * part for part in parts))
    return TopicChange(name, then, now, now - then - half, now - then + half)
