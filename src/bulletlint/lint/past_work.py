"""Which bullets of a resume tell of work long past: nobody asks there for a result any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bulletlint.check.jobs import compile_words, pair_blocks
from bulletlint.core.document import Document
from bulletlint.read.bullets.dates import find_years

#: Years between the end of an entry and the begin of the newest from which on it is long past; the years that are
#: enough for the oldest of so many entries: a graduate's first job was last year.
LONG, SOME, SEVERAL = 8, 2, 3


@dataclass(slots=True)
class Entry:
    """An entry with dates: its first and last year, and the numbers of its bullets."""

    first: int
    last: int
    bullets: list[int] = field(default_factory=list)


def find_past(document: Document, lexicons: Mapping[str, Sequence[str]]) -> frozenset[int]:
    """Return the numbers of the bullets under an entry long past, or under the oldest of several.

    A line that praises itself is none of them: it is worth asking what it rests on, however old.
    """
    entries = [entry for entry in find_entries(document) if entry.bullets]
    if len(entries) < 2:
        return frozenset()
    praise = compile_words(tuple(lexicons.get("words-praise", ())))
    newest = max(entry.first for entry in entries)
    oldest = min(entries, key=lambda entry: (entry.last, entry.first))
    return frozenset(
        number
        for entry in entries
        if entry.last + LONG <= newest
        or entry is oldest
        and entry.last + SOME <= newest
        and len(entries) >= SEVERAL
        and sum(other.last == entry.last for other in entries) == 1
        for number in entry.bullets
        if praise is None or praise.search(document.bullets[number].text) is None
    )


def find_entries(document: Document) -> Iterator[Entry]:
    """Yield the entries with dates, each with the bullets below it whose job has ended or goes on as its dates say.

    A bullet under another heading of the page than the entry's first is none of it.
    """
    entry: Entry | None = None
    for _, text, held in pair_blocks(document):
        for number in held:
            bullet = document.bullets[number]
            if entry is not None and bullet.ended is not None:
                first = document.bullets[entry.bullets[0]] if entry.bullets else bullet
                if bullet.section == first.section and bullet.ended == first.ended:
                    entry.bullets.append(number)
        if not held and (years := find_years(text)) is not None:
            if entry is not None:
                yield entry
            entry = Entry(*years)
    if entry is not None:
        yield entry
