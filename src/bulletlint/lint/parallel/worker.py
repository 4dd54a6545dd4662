"""A worker process of a run: it gets ready once, then lints the chunks that it is given."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from bulletlint.core.errors import BulletlintError, describe_failure
from bulletlint.core.finding import FileReport
from bulletlint.core.settings import Settings
from bulletlint.lint.cache.memory import make_memory
from bulletlint.lint.cache.store import Cache
from bulletlint.lint.linter import Linter
from bulletlint.lint.parallel.chunks import Chunk
from bulletlint.rulebook.rulebook import Rulebook

if TYPE_CHECKING:
    from bulletlint.lint.analysis import Analyser

#: Signals that are for the run as a whole, which then ends its workers.
HELD = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Orders:
    """What every worker of a run is told: the settings, the folder of the cache, and what is loaded already.

    A loaded pipeline can only be handed on by a fork.
    """

    settings: Settings
    cache_folder: Path | None = None
    rulebook: Rulebook | None = None
    analyser: Analyser | None = None


#: The orders of this process. An executor hands them to the worker once, when it starts, and never with a chunk.
_orders: list[Orders] = []


def start_worker(orders: Orders) -> None:
    """Get a worker ready: Ctrl-C is left to the run, and the worker ends when the run is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, HELD)
    gc.set_threshold(100_000, 20, 20)
    gc.freeze()  # what a fork has copied stays, and looking at it would make copies of its memory
    _orders[:] = [orders]
    make_linter.cache_clear()
    Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """End this process as soon as its parent has ended for any reason: nobody would send it another chunk."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@cache
def make_linter() -> Linter:
    """Return the linter of this process; raises BulletlintError if settings or rules are wrong."""
    (orders,) = _orders
    memory = make_memory(Cache(orders.cache_folder), orders.settings) if orders.cache_folder else None
    return Linter(orders.settings, analyser=orders.analyser, memory=memory, rulebook=orders.rulebook)


def lint_chunk(chunk: Chunk) -> list[tuple[FileReport, ...]]:
    """Return the reports of each source of a chunk; raises BulletlintError if settings or rules are wrong."""
    try:
        return make_linter().lint_chunk(chunk)
    except (BulletlintError, MemoryError):
        raise
    except Exception as error:
        raise BulletlintError(describe_failure(error)) from None
