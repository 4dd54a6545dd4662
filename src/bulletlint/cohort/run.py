"""A run over a cohort: part by part, so that one that is killed goes on where it was."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bulletlint.cohort.folder import check_identity
from bulletlint.cohort.manifest import Counts, Identity, Journal, Manifest, finish, write_manifest
from bulletlint.cohort.plan import Entry, Shard, fingerprint_part
from bulletlint.cohort.rows import Rows, Showing, build_rows
from bulletlint.cohort.tables.columns import TABLES
from bulletlint.cohort.tables.parts import Parts
from bulletlint.cohort.writing import remove_drafts
from bulletlint.core.finding import FileReport
from bulletlint.lint.linter import Linter
from bulletlint.lint.parallel.chunks import Chunk, split_sources
from bulletlint.lint.run import share_chunks


class Progress(Protocol):
    """Is told what is done."""

    def count_bullets(self, bullets: int) -> None:
        """Count bullets that were analysed."""

    def count_file(self) -> None:
        """Count a file that is done."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a run has to do: the files of each part of a shard, and how their rows are written."""

    folder: Path
    identity: Identity
    shard: Shard
    entries: Mapping[int, Sequence[Entry]]
    showing: Showing
    listing: str = ""

    @property
    def parts(self) -> Parts:
        return Parts(self.folder, self.identity.format)


@dataclass(frozen=True, slots=True)
class Pending:
    """What is left of a run: its parts with the digest of their files. `done` counts the files of the others."""

    states: Mapping[int, str]
    done: int


def find_pending(work: Work, journal: Journal) -> Pending:
    """Return the parts that are missing, or whose files have changed since they were written."""
    states, done = {}, 0
    for number, entries in work.entries.items():
        state = fingerprint_part(entries)
        known = journal.find(number)
        if known is not None and known[0] == state and work.parts.has(number):
            done += len(entries)
        else:
            states[number] = state
    return Pending(states, done)


def lint_cohort(
    work: Work, linter: Linter, *, jobs: int = 1, progress: Progress | None = None
) -> tuple[Manifest, Counts]:
    """Lint what is not done yet, write its tables, and return the manifest, and the counts of what was done now.

    The folder must be held (`hold_folder`). Raises BulletlintError if settings or rules are wrong, the folder holds
    another run, or a table cannot be written; the parts that were written before stay whole.
    """
    check_identity(work.folder, work.identity, work.shard)
    for table in TABLES:
        remove_drafts(work.folder / table)
    journal = Journal(work.folder)
    pending = find_pending(work, journal)
    manifest = Manifest(work.identity, work.shard, work.listing)
    write_manifest(work.folder, manifest)
    added = Counts()
    tell = progress.count_bullets if progress else None
    with closing(lint_parts(work, list(pending.states), linter, jobs=jobs, tell=tell)) as results:
        for number, state in pending.states.items():
            rows: Rows = {table: [] for table in TABLES}
            for entry in work.entries[number]:
                add_rows(rows, build_rows(entry.name, next(results), work.showing, entry.person))
                if progress is not None:
                    progress.count_file()
            counts = write_part(work.parts, number, rows)
            journal.add(number, state, counts)
            added += counts
    manifest = finish(manifest, journal.total())
    write_manifest(work.folder, manifest)
    return manifest, added


def lint_parts(
    work: Work,
    numbers: Sequence[int],
    linter: Linter,
    *,
    jobs: int,
    tell: Callable[[int], None] | None,
) -> Generator[tuple[FileReport, ...], None, None]:
    """Yield the reports of each file of some parts, in order, with those of the files that it includes.

    No more of them are under way than the workers need. Each part is cut into chunks by itself, so that its bullets
    are parsed in the same batches whether the run was killed before or not.
    """

    def cut() -> Iterator[Chunk]:
        for number in numbers:
            yield from split_sources(entry.source for entry in work.entries[number])

    if jobs > 1:
        yield from share_chunks(linter, cut(), jobs, tell)
        return
    for chunk in cut():
        results = linter.lint_chunk(chunk)
        if tell is not None:
            tell(sum(len(file.bullets) for files in results for file in files))
        yield from results


def add_rows(rows: Rows, more: Rows) -> None:
    """Add rows to those of their table."""
    for table, added in more.items():
        rows[table] += added


def write_part(parts: Parts, number: int, rows: Rows) -> Counts:
    """Write a part of the three tables and return what it comes to; raises CohortError."""
    size = parts.write(number, rows)
    unreadable = sum(row["error"] is not None for row in rows["resumes"])
    return Counts(len(rows["resumes"]), unreadable, len(rows["bullets"]), len(rows["findings"]), size)
