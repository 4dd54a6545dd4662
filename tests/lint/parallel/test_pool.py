"""Processes that share a run: order, losses, and that none is left over."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from itertools import islice
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic, sleep

import pytest

import fake_worker
from bulletlint.core.errors import BulletlintError, ConfigError
from bulletlint.core.settings import Settings
from bulletlint.lint.parallel.chunks import Chunk
from bulletlint.lint.parallel.pool import PREFETCH, describe_end, lint_chunks
from bulletlint.lint.parallel.worker import Orders

ORDERS = Orders(Settings())


def lint(
    *chunks: str,
    jobs: int = 2,
    timeout: float = 60,
    progress: Callable[[int], None] | None = None,
    folder: Path = Path(),
) -> list[tuple[str, str | None]]:
    """Return path and error of each report; a chunk is written as names with blanks between."""
    results = lint_chunks(
        ORDERS,
        jobs,
        [tuple(folder / name for name in chunk.split()) for chunk in chunks],
        progress=progress,
        timeout=timeout,
        task=fake_worker.lint_chunk,
    )
    return [(Path(file.path).name, file.error) for files in results for file in files]


def list_left() -> list[BaseProcess]:
    """Return the processes that are left of a run.

    One that has ended is still listed until the executor's thread, which nobody waits for, has taken note of it.
    """
    end = monotonic() + 10
    while (left := multiprocessing.active_children()) and monotonic() < end:
        sleep(0.01)
    return left


def test_results_come_in_the_order_of_the_chunks() -> None:
    """Whoever has made them, and with more chunks than the processes can have at a time."""
    told: list[int] = []
    chunks = [f"a{number} b{number}" for number in range(40)]
    found = lint(*chunks, progress=told.append)
    assert found == [(name, None) for chunk in chunks for name in chunk.split()]
    assert len(told) >= 40  # told after each chunk
    assert list_left() == []


def test_no_more_chunks_are_taken_than_may_be_under_way() -> None:
    """However many there are: what is not written yet is held."""
    taken = []

    def make_chunks() -> Iterator[Chunk]:
        for number in range(1000):
            taken.append(number)
            yield (Path(f"a{number}"),)

    results = lint_chunks(ORDERS, 2, make_chunks(), task=fake_worker.lint_chunk)
    assert [files[0].path for files in islice(results, 10)] == [f"a{number}" for number in range(10)]
    assert len(taken) <= 10 + 2 * PREFETCH
    results.close()
    assert list_left() == []


def test_a_file_that_kills_its_process_is_named_and_costs_no_other() -> None:
    """The chunk is tried again file by file; the file gets one line."""
    found = lint("a b", "c crash d", "e")
    assert [name for name, _ in found] == ["a", "b", "c", "crash", "d", "e"]
    assert [name for name, error in found if error] == ["crash"]
    assert dict(found)["crash"] == (
        "crash: failed twice, each time in a fresh worker: the worker ended with code 3; "
        "leave it out or fix it"
    )
    assert list_left() == []


def test_a_process_that_was_killed_once_costs_nothing(tmp_path: Path) -> None:
    """Its files are tried again and found sound."""
    found = lint("a", "b once c", "d", folder=tmp_path)
    assert found == [("a", None), ("b", None), ("once", None), ("c", None), ("d", None)]
    assert (tmp_path / "once").exists()


def test_a_file_that_hangs_is_given_up() -> None:
    """After the timeout, as one that kills its process."""
    found = lint("a", "hang", "b", timeout=3)
    assert [name for name, error in found if error is None] == ["a", "b"]
    assert "it took more than 3 seconds" in (dict(found)["hang"] or "")


def test_a_file_that_needs_too_much_memory_is_given_up() -> None:
    """Where the process could still say so."""
    found = lint("a memory", "b", jobs=1)
    assert [name for name, error in found if error] == ["memory"]
    assert "out of memory" in (dict(found)["memory"] or "")


def test_wrong_settings_end_the_run() -> None:
    """With the error that the process met, and without leaving a process behind."""
    with pytest.raises(ConfigError, match=r"^x\.toml:3: no such thing$"):
        lint("a", "wrong", "b")
    assert list_left() == []


def test_processes_that_cannot_start_end_the_run() -> None:
    """Instead of being started for ever."""
    chunks: list[Chunk] = [(Path("a"),)] * 9
    results = lint_chunks(ORDERS, 2, chunks, task=fake_worker.end_at_once)
    with pytest.raises(BulletlintError, match=r"cannot start \(the worker ended with code 7\); try --jobs 1"):
        list(results)
    assert list_left() == []


@pytest.mark.parametrize(
    ("exitcode", "said"),
    [
        (3, "the worker ended with code 3"),
        (-11, "the worker was ended by SIGSEGV"),
        (-9, "the worker was ended by SIGKILL, perhaps out of memory"),
        (-250, "the worker was ended by signal 250"),
    ],
)
def test_the_end_of_a_process_is_told_in_words(exitcode: int, said: str) -> None:
    """The number of a signal means nothing to most."""
    assert describe_end(exitcode) == said
