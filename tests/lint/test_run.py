"""A run over many sources, in this process or shared among several."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from pathlib import Path

import pytest

from bulletlint.core.errors import ReadError
from bulletlint.core.finding import FileReport
from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter
from bulletlint.lint.parallel.chunks import Chunk
from bulletlint.lint.parallel.worker import Orders
from bulletlint.lint.run import lint_sources

SOURCES = tuple(ReadError("gone", path=f"{number}.md") for number in range(40))
#: More than two chunks of 16.
PATHS = [f"{number}.md" for number in range(40)]


class FakeLinter:
    """A linter that knows some chunks from an earlier run, by their first source, and lints none."""

    settings = Settings()
    cache_folder = Path("cache")
    rulebook = None

    def __init__(self, *known: str) -> None:
        self.known = known
        self.asked: list[str] = []

    def recall_chunk(self, chunk: Chunk) -> list[tuple[FileReport, ...]] | None:
        """Return the reports of a chunk that is known."""
        paths = [str(getattr(source, "path", "")) for source in chunk]
        self.asked.append(paths[0])
        return [(FileReport(path, "known", None),) for path in paths] if paths[0] in self.known else None

    def load_analyser(self) -> None:
        """Load nothing."""


def fake_pool(given: list[list[str]]) -> Callable[..., Generator[tuple[FileReport, ...], None, None]]:
    """Return processes that write down which chunks they were given."""

    def lint_chunks(
        orders: Orders, jobs: int, chunks: Iterable[Chunk], *, progress: Callable[[int], None] | None
    ) -> Generator[tuple[FileReport, ...], None, None]:
        assert (jobs, orders.cache_folder) == (2, Path("cache"))
        for chunk in chunks:
            paths = [str(getattr(source, "path", "")) for source in chunk]
            given.append([paths[0], paths[-1]])
            if progress:
                progress(len(paths))
            yield from ((FileReport(path, "linted", None),) for path in paths)

    return lint_chunks


@pytest.mark.parametrize(
    ("known", "shared"),
    [
        ((), [["0.md", "15.md"], ["16.md", "31.md"], ["32.md", "39.md"]]),
        (("0.md",), [["16.md", "31.md"], ["32.md", "39.md"]]),
        (("0.md", "32.md"), [["16.md", "31.md"], ["32.md", "39.md"]]),
        (("0.md", "16.md", "32.md"), []),
    ],
)
def test_processes_start_with_the_first_chunk_that_is_not_known(
    known: tuple[str, ...], shared: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known chunks before it are reported without any; those after it are given out, since a process looks them up itself."""
    given: list[list[str]] = []
    told: list[int] = []
    monkeypatch.setattr("bulletlint.lint.parallel.pool.lint_chunks", fake_pool(given))
    results = lint_sources(FakeLinter(*known), SOURCES, jobs=2, progress=told.append)  # type: ignore[arg-type]
    assert [file.path for files in results for file in files] == PATHS
    assert given == shared
    assert told == [16, 16, 8][3 - len(shared) :]


def test_one_process_lints_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one job no other process is asked, and each source has its own report."""
    given: list[list[str]] = []
    monkeypatch.setattr("bulletlint.lint.parallel.pool.lint_chunks", fake_pool(given))
    results = list(lint_sources(Linter(), SOURCES))
    assert results == [(FileReport(path, None, f"{path}: gone"),) for path in PATHS]
    assert given == []


def test_a_part_of_several_latex_files_is_reported_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stays with the first file that includes it, also where another process reads the second."""
    root, other, part = (FileReport(path, "latex", None) for path in ("a.tex", "b.tex", "part.tex"))

    def lint_chunks(*_: object, **__: object) -> Generator[tuple[FileReport, ...], None, None]:
        yield (root, part)
        yield (other, part)

    monkeypatch.setattr("bulletlint.lint.parallel.pool.lint_chunks", lint_chunks)
    assert list(lint_sources(FakeLinter(), SOURCES, jobs=2)) == [(root, part), (other,)]  # type: ignore[arg-type]


def test_what_is_left_of_a_run_is_closed_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stops listening ends the processes."""
    closed: list[bool] = []

    def lint_chunks(*_: object, **__: object) -> Generator[tuple[FileReport, ...], None, None]:
        try:
            while True:
                yield (FileReport("a.md", None, None),)
        finally:
            closed.append(True)

    monkeypatch.setattr("bulletlint.lint.parallel.pool.lint_chunks", lint_chunks)
    results = lint_sources(FakeLinter(), SOURCES, jobs=2)  # type: ignore[arg-type]
    next(results)
    assert closed == []
    results.close()
    assert closed == [True]
