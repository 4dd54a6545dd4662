"""Bullets that stand in several resumes: a template, or a project of a team."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bulletlint.cohort.figures.groups import FEWEST
from bulletlint.cohort.tables.parts import Parts

#: Bullets that the page names, and digests that are held in memory at a time.
MOST_REPEATED, MOST_HELD = 10, 500_000


@dataclass(frozen=True, slots=True)
class Repeated:
    """`bullets` is the number of those in two or more resumes, `frequent` the digests of those in at least five.

    Each of the latter has the number of its resumes.
    """

    bullets: int
    frequent: tuple[tuple[str, int], ...]


def find_repeated(parts: Parts, *, bullets: int) -> Repeated:
    """Return the bullets that several resumes have; `bullets` is the number of all, which says in how many passes.

    Raises CohortError for a damaged part.
    """
    passes = 1 + bullets // MOST_HELD
    repeated, frequent = 0, []
    for turn in range(passes):
        seen: Counter[str] = Counter()
        owner, mine = "", set[str]()
        for row in parts.read("bullets", ("resume", "digest")):
            digest = row["digest"]
            if digest is None or int(digest[:8], 16) % passes != turn:
                continue
            if row["resume"] != owner:
                owner, mine = row["resume"], set()
            if digest not in mine:  # a resume that says it twice is still one
                mine.add(digest)
                seen[digest] += 1
        repeated += sum(number > 1 for number in seen.values())
        frequent += [(digest, number) for digest, number in seen.items() if number >= FEWEST]
    return Repeated(repeated, tuple(sorted(frequent, key=lambda item: (-item[1], item[0]))[:MOST_REPEATED]))
