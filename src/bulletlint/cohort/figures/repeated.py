"""Bullets that several people have: a template, or a project of a team."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bulletlint.cohort.figures.groups import FEWEST
from bulletlint.cohort.figures.people import find_shared, make_key, name_person
from bulletlint.cohort.tables.parts import Parts

#: Bullets that the page names, and digests that are held in memory at a time.
MOST_REPEATED, MOST_HELD = 10, 500_000


@dataclass(frozen=True, slots=True)
class Repeated:
    """`bullets` is the number of those of two or more people, `frequent` the digests of those of at least five.

    Each of the latter has the number of its people.
    """

    bullets: int
    frequent: tuple[tuple[str, int], ...]


def find_repeated(parts: Parts, *, bullets: int) -> Repeated:
    """Return the bullets that several people have; `bullets` is the number of all, which says in how many passes.

    Raises CohortError for a damaged part.
    """
    passes = 1 + bullets // MOST_HELD
    shared = find_shared(parts)
    repeated, frequent = 0, []
    for turn in range(passes):
        seen: Counter[str] = Counter()
        told: set[tuple[int, str]] = set()
        for person, digests in read_digests(parts):
            for digest in digests:
                if int(digest[:8], 16) % passes != turn:
                    continue
                if person in shared:  # another file of hers may have said it
                    if (person, digest) in told:
                        continue
                    told.add((person, digest))
                seen[digest] += 1
        repeated += sum(number > 1 for number in seen.values())
        frequent += [(digest, number) for digest, number in seen.items() if number >= FEWEST]
    return Repeated(repeated, tuple(sorted(frequent, key=lambda item: (-item[1], item[0]))[:MOST_REPEATED]))


def read_digests(parts: Parts) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield for each file that was read the key of its person and the digests of its bullets."""
    for number in parts.list_numbers():
        digests: dict[str, set[str]] = {}
        for row in parts.read_part("bullets", number, ("resume", "digest")):
            if row["digest"] is not None:
                digests.setdefault(row["resume"], set()).add(row["digest"])
        for row in parts.read_part("resumes", number, ("resume", "id", "digest")):
            if row["resume"] in digests:
                yield make_key(name_person(row)), frozenset(digests[row["resume"]])
