"""The pieces that a run is cut into: a few files whose bullets go through the pipeline together.

The pieces depend on the files alone, never on the number of processes, so that a bullet is always parsed in the same
batch: floating-point sums depend on batch order, and a near-tie in the parser could flip.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bulletlint.core.errors import ReadError
from bulletlint.read.discovery import Source

Chunk = Sequence[Source | ReadError]
#: Files, and bytes of files, that make a chunk: bullets for one or two batches, and little to hold or to lose.
MOST_FILES = 16
MOST_BYTES = 400_000
#: Files from which on another process repays its start, and processes that are started without being asked for.
FILES_A_JOB, MOST_JOBS = 50, 8


def choose_jobs(asked: int, *, files: int) -> int:
    """Return the number of processes for a run: as asked, or for 0 what the files and the cores are good for."""
    if files < 2:
        return 1
    return asked or max(1, min(files // FILES_A_JOB, count_cores(), MOST_JOBS))


def count_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def split_sources(sources: Iterable[Source | ReadError]) -> Iterator[tuple[Source | ReadError, ...]]:
    """Yield the sources in their order, in chunks."""
    chunk: list[Source | ReadError] = []
    total = 0
    for source in sources:
        size = measure_source(source)
        if chunk and (len(chunk) == MOST_FILES or total + size > MOST_BYTES):
            yield tuple(chunk)
            chunk, total = [], 0
        chunk.append(source)
        total += size
    if chunk:
        yield tuple(chunk)


def measure_source(source: Source | ReadError) -> int:
    """Return the bytes of a source, 0 if they cannot be told."""
    if isinstance(source, ReadError):
        return 0
    try:
        return source.stat().st_size if isinstance(source, Path) else len(source.content)
    except OSError:
        return 0
