"""The pieces of a run, and how many processes are worth it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.core.errors import ReadError
from bulletlint.lint.parallel import chunks
from bulletlint.lint.parallel.chunks import FILES_A_JOB, MOST_BYTES, MOST_FILES, choose_jobs, split_sources
from bulletlint.read.discovery import Pasted


def test_a_chunk_holds_few_files(tmp_path: Path) -> None:
    """In their order, all of them; one that is not there takes its place too."""
    sources = [Path(f"{number}.md") for number in range(2 * MOST_FILES)] + [ReadError("gone", path="x")]
    split = list(split_sources(sources))
    assert [len(chunk) for chunk in split] == [MOST_FILES, MOST_FILES, 1]
    assert [source for chunk in split for source in chunk] == sources


def test_large_files_make_small_chunks(tmp_path: Path) -> None:
    """One alone may be larger than a chunk is meant to be."""
    sizes = [MOST_BYTES // 2, MOST_BYTES // 2, 1, 2 * MOST_BYTES, 1]
    sources = [Pasted(b"x" * size, str(number)) for number, size in enumerate(sizes)]
    assert [[source.name for source in chunk] for chunk in split_sources(sources)] == [  # type: ignore[union-attr]
        ["0", "1"], ["2"], ["3"], ["4"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "files", "jobs"),
    [
        (0, 1, 1), (0, FILES_A_JOB, 1), (0, 2 * FILES_A_JOB, 2), (0, 10_000, 4),
        (1, 10_000, 1), (3, 10, 3), (3, 1, 1),
    ],
)  # fmt: skip
def test_processes_are_started_where_they_repay_it(
    asked: int, files: int, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not for a few files, unless it is asked for; never for one; not more than there are cores."""
    monkeypatch.setattr(chunks, "count_cores", lambda: 4)
    assert choose_jobs(asked, files=files) == jobs
