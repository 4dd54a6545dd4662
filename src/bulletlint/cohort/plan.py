"""Which files go into which part of the tables, and which parts are a shard's.

A file's part follows from its digest, so that a file that comes or goes changes one part, and the order of the rows
says nothing of the order of the names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.names import Names
from bulletlint.cohort.people import People, Person
from bulletlint.core.errors import ReadError
from bulletlint.lint.source import name_source

#: Files of a part: seconds of work, and rows that are held in memory until it is written.
FILES_A_PART = 500
#: Shards and parts that a folder may have.
MOST_SHARDS, MOST_PARTS = 9_999, 99_999


@dataclass(frozen=True, slots=True)
class Shard:
    """The `number`th (from 1) of `total` shares of a cohort."""

    number: int = 1
    total: int = 1

    def __str__(self) -> str:
        return f"{self.number}/{self.total}"

    @property
    def folder(self) -> str:
        """The name of its folder below that of the cohort."""
        return f"shard-{self.number:04}-of-{self.total:04}"


WHOLE = Shard()


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a cohort, or the error in its place; `name` is what it is called in the tables."""

    name: str
    source: Path | ReadError
    person: Person


def read_shard(text: str) -> Shard:
    """Return the shard that "3/20" means; raises CohortError."""
    number, slash, total = text.partition("/")
    if slash and number.isdecimal() and total.isdecimal() and 1 <= int(number) <= int(total) <= MOST_SHARDS:
        return Shard(int(number), int(total))
    raise CohortError(f"--shard {text}: write it as 3/20, the third of twenty")


def count_parts(files: int, shard: Shard) -> int:
    """Return the number of parts for a cohort of so many files: a multiple of its shards."""
    each = -(-files // (FILES_A_PART * shard.total))
    return min(max(1, each), MOST_PARTS // shard.total) * shard.total


def split_entries(
    sources: Iterable[Path | ReadError], names: Names, people: People, *, parts: int, shard: Shard
) -> dict[int, list[Entry]]:
    """Return the files of each part of a shard, by its number, in the order of their digests."""
    entries: dict[int, list[Entry]] = {number: [] for number in range(shard.number - 1, parts, shard.total)}
    for source in sources:
        path = name_source(source)
        name = names.name_path(path)
        number = int(name[:8], 16) % parts
        if number in entries:
            entries[number].append(Entry(name, source, people.find(path)))
    for part in entries.values():
        part.sort(key=lambda entry: entry.name)
    return entries


def fingerprint_listing(sources: Iterable[Path | ReadError], names: Names) -> str:
    """Return a digest of all files of a cohort, whatever their order: it says whether two shards found the same."""
    listing = 0
    for source in sources:
        listing ^= int(names.name_path(name_source(source)), 16)
    return f"{listing:x}"


def fingerprint_part(entries: Iterable[Entry]) -> str:
    """Return a digest of a part's files, their sizes and times, and what the centre's list says of them."""
    digest = blake2b(digest_size=10)
    for entry in entries:
        state = "none"
        if isinstance(entry.source, Path):
            try:
                status = entry.source.stat()
                state = f"{status.st_size} {status.st_mtime_ns}"
            except OSError:
                pass  # it has vanished, which its row will say
        digest.update(f"{entry.name}\0{state}\0{entry.person!r}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
