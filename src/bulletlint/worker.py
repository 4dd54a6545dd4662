"""A process that helps a run: it lints the chunks that it is sent, until there are no more or nobody listens."""

from __future__ import annotations

import gc
import signal
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from bulletlint.cache import Cache
from bulletlint.errors import BulletlintError
from bulletlint.linter import Linter, describe_failure
from bulletlint.memory import make_memory
from bulletlint.parcel import pack_results
from bulletlint.rulebook import Rulebook
from bulletlint.settings import Settings

if TYPE_CHECKING:
    from bulletlint.analysis import Analyser

#: Signals that are for the run as a whole, which then ends its workers.
HELD = (signal.SIGINT, signal.SIGTERM)
#: Seconds between two signs of life.
PAUSE = 0.25


@dataclass(frozen=True, slots=True)
class Orders:
    """What every worker of a run is told: the settings, the folder of the cache, and what is loaded already.

    A loaded pipeline can only be handed on by a fork.
    """

    settings: Settings
    cache_folder: Path | None = None
    rulebook: Rulebook | None = None
    analyser: Analyser | None = None


class Pulse:
    """Tells the run now and then that work goes on, and how many bullets were analysed since."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._bullets = 0
        self._told = monotonic()

    def count(self, bullets: int) -> None:
        """Count bullets; tell of them if the last time was a while ago."""
        self._bullets += bullets
        now = monotonic()
        if now - self._told >= PAUSE:
            self.tell()
            self._told = now

    def tell(self) -> None:
        """Tell of the bullets that were counted."""
        self._connection.send(("alive", self._bullets))
        self._bullets = 0


def work(orders: Orders, connection: Connection, other_end: Connection | None) -> None:
    """Lint chunks until None comes; `other_end` is the run's end of the connection, where a fork has copied it.

    Answers are ("ready", None), ("alive", bullets), ("done", packed reports), ("wrong", an error of the settings) and
    ("failed", why).
    """
    prepare_process()
    if other_end is not None:
        other_end.close()
    try:
        connection.send(("ready", None))
        pulse = Pulse(connection)
        memory = make_memory(Cache(orders.cache_folder), orders.settings) if orders.cache_folder else None
        linter = Linter(
            orders.settings,
            analyser=orders.analyser,
            memory=memory,
            progress=pulse.count,
            rulebook=orders.rulebook,
        )
        while (chunk := connection.recv()) is not None:
            try:
                packed = pack_results(linter.lint_chunk(chunk))
                pulse.tell()
                connection.send(("done", packed))
            except MemoryError:
                connection.send(("failed", "out of memory"))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the run is over
    except BulletlintError as error:
        connection.send(("wrong", error))
    except Exception as error:
        connection.send(("wrong", BulletlintError(describe_failure(error))))


def prepare_process() -> None:
    """Leave Ctrl-C to the run, die of a request to terminate, and look for garbage rarely."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, HELD)
    gc.set_threshold(100_000, 20, 20)
    gc.freeze()  # what a fork has copied stays, and looking at it would make copies of its memory
