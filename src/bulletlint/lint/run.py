"""A run over many sources: in this process, or shared among several."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING

from bulletlint.core.errors import ReadError
from bulletlint.core.finding import FileReport
from bulletlint.lint.linter import Linter, drop_repeated
from bulletlint.lint.parallel.chunks import Chunk, split_sources

if TYPE_CHECKING:
    from bulletlint.read.discovery import Source


def lint_sources(
    linter: Linter,
    sources: Sequence[Source | ReadError],
    *,
    jobs: int = 1,
    progress: Callable[[int], None] | None = None,
) -> Generator[tuple[FileReport, ...], None, None]:
    """Yield the reports of each source, in their order, and forget them.

    With more than one of `jobs`, processes share the work, and `progress` is told how many bullets each chunk had;
    the reports are the same.
    """
    if jobs == 1:
        yield from linter.lint_sources(sources)
        return
    with closing(share_chunks(linter, split_sources(sources), jobs, progress)) as results:
        yield from drop_repeated(results)


def share_chunks(
    linter: Linter, chunks: Iterator[Chunk], jobs: int, progress: Callable[[int], None] | None
) -> Generator[tuple[FileReport, ...], None, None]:
    """Yield the reports of chunks; processes start with the first chunk that an earlier run did not know."""
    for chunk in chunks:
        known = linter.recall_chunk(chunk)
        if known is None:
            chunks = chain([chunk], chunks)
            break
        yield from known
    else:
        return
    from bulletlint.lint.parallel.pool import lint_chunks
    from bulletlint.lint.parallel.worker import Orders

    # Where processes are forked, they have what is loaded now; elsewhere each has to load it.
    analyser = linter.load_analyser() if sys.platform.startswith("linux") else None
    orders = Orders(linter.settings, linter.cache_folder, linter.rulebook, analyser)
    yield from lint_chunks(orders, jobs, chunks, progress=progress)
