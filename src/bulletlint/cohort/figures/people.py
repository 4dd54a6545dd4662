"""The people of a cohort, read off its tables: whoever has several files counts once."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from bulletlint.cohort.figures.topics import COLUMNS, NOTHING, Counts, add_counts, count_topics
from bulletlint.cohort.tables.columns import Row
from bulletlint.cohort.tables.parts import Parts

#: Files of people who have several that are in memory at a time.
MOST_HELD = 20_000
_RESUME = ("resume", "id", "programme", "year", "error", "judged", "digest")
#: A rule by its code and its name.
RuleName = tuple[str, str]
#: Says who handed in the file of a row of the resumes, None where that cannot be told.
Naming = Callable[[Row], str | None]


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet: the digest of its words, what it states, its lead verb, the findings of each rule."""

    digest: str | None
    counts: Counts
    verb: str | None
    rules: Mapping[RuleName, int]


@dataclass(frozen=True, slots=True)
class Resume:
    """A file that could be judged; `rules` are the findings about it as a whole."""

    row: Row
    bullets: tuple[Bullet, ...]
    rules: Mapping[RuleName, int]


@dataclass(frozen=True, slots=True)
class Person:
    """What all files of a person say together; `digests` are those of the files."""

    name: str
    programme: str | None
    year: str | None
    counts: Counts
    verbs: frozenset[str]
    rules: Mapping[RuleName, int]
    digests: frozenset[str]


def name_person(row: Row) -> str:
    """Return who handed in a file: the id of the centre's list, else the digest of its bullets, else its name.

    So two copies of a resume are one person's, unless the list says that they are not.
    """
    return str(row["id"] or row["digest"] or row["resume"])


def make_key(name: str) -> int:
    """Return a person as a number of 64 bits, which takes less room."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def find_repeated(keys: array[int]) -> frozenset[int]:
    """Return the keys that are there more than once."""
    values, numbers = np.unique(np.array(keys, dtype=np.uint64), return_counts=True)
    return frozenset(values[numbers > 1].tolist())


def count_repeated(keys: array[int]) -> int:
    """Return how many keys are there a second time or more."""
    return len(keys) - len(np.unique(np.array(keys, dtype=np.uint64)))


def find_shared(parts: Parts, naming: Naming = name_person) -> frozenset[int]:
    """Return the keys of the people who have several files that could be read; raises CohortError."""
    keys = array("Q")
    for row in parts.read("resumes", _RESUME):
        if row["error"] is None and (name := naming(row)) is not None:
            keys.append(make_key(name))
    return find_repeated(keys)


def read_people(parts: Parts, naming: Naming = name_person) -> Iterator[Person]:
    """Yield the people of a cohort who have a file that could be judged; raises CohortError for a damaged part.

    Those with one file come as they are read, the others afterwards; if there are many of these, the tables are read
    several times, so that few of them are in memory at a time.
    """
    shared = find_shared(parts, naming)
    passes = 1 + len(shared) * 2 // MOST_HELD
    for turn in range(passes):
        held: defaultdict[str, list[Resume]] = defaultdict(list)
        for resume in read_resumes(parts):
            name = naming(resume.row)
            if name is None:
                continue
            key = make_key(name)
            if key in shared:
                if key % passes == turn:
                    held[name].append(resume)
            elif turn == 0:
                yield join_files(name, [resume])
        for name, resumes in held.items():
            yield join_files(name, resumes)


def read_resumes(parts: Parts) -> Iterator[Resume]:
    """Yield the files of a cohort that could be judged; raises CohortError for a damaged part."""
    for number in parts.list_numbers():
        rules: defaultdict[tuple[str, int | None], Counter[RuleName]] = defaultdict(Counter)
        for finding in parts.read_part("findings", number, ("resume", "bullet", "code", "rule")):
            rules[finding["resume"], finding["bullet"]][finding["code"], finding["rule"]] += 1
        bullets: defaultdict[str, list[Bullet]] = defaultdict(list)
        for row in parts.read_part("bullets", number, (*COLUMNS, "bullet", "lead_verb", "digest")):
            name = row["resume"]
            verb = row["lead_verb"] if row["kind"] == "delivery" else None
            found: Mapping[RuleName, int] = rules.get((name, row["bullet"]), {})
            bullets[name].append(Bullet(row["digest"], count_topics(row), verb, found))
        for row in parts.read_part("resumes", number, _RESUME):
            if row["judged"]:
                name = row["resume"]
                yield Resume(row, tuple(bullets[name]), rules.get((name, None), {}))


def join_files(name: str, resumes: Iterable[Resume]) -> Person:
    """Return a person with what the files say together; a bullet that stands in several of them counts once.

    A person is in one group: that of the file with the latest year.
    """
    resumes = sorted(resumes, key=lambda resume: str(resume.row["resume"]))
    latest = max((resume.row["year"] or "", resume.row["programme"] or "") for resume in resumes)
    bullets: list[Bullet] = []
    whole: Counter[RuleName] = Counter()
    for resume in resumes:
        told = {bullet.digest for bullet in bullets if bullet.digest is not None}
        bullets += [bullet for bullet in resume.bullets if bullet.digest not in told]
        whole |= Counter(resume.rules)
    counts = NOTHING
    for bullet in bullets:
        counts = add_counts(counts, bullet.counts)
        whole.update(bullet.rules)
    return Person(
        name,
        latest[1] or None,
        latest[0] or None,
        counts,
        frozenset(bullet.verb for bullet in bullets if bullet.verb is not None),
        whole,
        frozenset(resume.row["digest"] for resume in resumes if resume.row["digest"] is not None),
    )
