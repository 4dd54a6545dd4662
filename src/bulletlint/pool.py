"""The processes of a run: hands them chunks, gives their results back in order, and bears the loss of any of them.

The standard pools do not fit: one of them hangs and the other gives up altogether when a process is killed. Here a
chunk whose process ended is tried again source by source in a fresh one, so that a file which brings down its reader
is named and costs no other file.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext, ForkProcess, SpawnContext, SpawnProcess
from time import monotonic
from typing import Any

from bulletlint.chunks import Chunk
from bulletlint.discovery import Pasted
from bulletlint.errors import BulletlintError, ReadError
from bulletlint.finding import FileReport
from bulletlint.linter import name_source, report_error
from bulletlint.parcel import unpack_results
from bulletlint.worker import HELD, Orders, work

#: Seconds without a sign of life after which a process is taken to hang: more than the slowest file needs.
PATIENCE = 120.0
#: Seconds between two looks at the clock, and that a process is given to end by itself.
LOOK, FAREWELL = 0.25, 0.5
#: Chunks that a process has before it, so that it need not wait for the next, and that may be ahead of the output.
AHEAD, WINDOW = 2, 4
#: Processes that may end before they began to work: then there is no hope for another.
MOST_STILLBORN = 3

Files = tuple[FileReport, ...]


@dataclass(frozen=True, slots=True)
class Ticket:
    """Sources to be linted together: of the chunk `number`, from its place `first` on."""

    number: int
    first: int
    sources: Chunk
    tried: bool = False


@dataclass(slots=True)
class Hand:
    """A process, the way to it, the tickets that it has, oldest first, and how long it has been silent (seconds)."""

    process: ForkProcess | SpawnProcess
    connection: Connection
    tickets: deque[Ticket] = field(default_factory=deque)
    silent: float = 0.0
    ready: bool = False


class Pool:
    """A number of processes that lint chunks; raises BulletlintError where settings or rules are wrong.

    `progress` is told the bullets that were analysed. `patience` is in seconds. `task` is what each process runs.
    """

    def __init__(
        self,
        orders: Orders,
        jobs: int,
        *,
        progress: Callable[[int], None] | None = None,
        patience: float = PATIENCE,
        task: Callable[[Orders, Connection, Connection | None], None] = work,
    ) -> None:
        self._jobs = jobs
        self._progress = progress or (lambda bullets: None)
        self._patience = patience
        self._task = task
        self._context: ForkContext | SpawnContext = multiprocessing.get_context("spawn")
        self._orders = replace(orders, analyser=None)
        if can_fork():
            self._context, self._orders = multiprocessing.get_context("fork"), orders
        self._hands: list[Hand] = []
        self._again: deque[Ticket] = deque()
        self._results: dict[int, list[Files | None]] = {}
        self._stillborn = 0

    def lint_chunks(self, chunks: Iterable[Chunk]) -> Generator[Files, None, None]:
        """Yield the reports of each source, in the order of the chunks; ends all processes when it is closed."""
        coming = enumerate(chunks)
        following = next(coming, None)
        given_out = 0
        try:
            while following is not None or self._results:
                while following is not None and following[0] < given_out + WINDOW * self._jobs:
                    if not self._find_hand():
                        break
                    number, chunk = following
                    self._results[number] = [None] * len(chunk)
                    self._again.append(Ticket(number, 0, chunk))
                    self._hand_out()
                    following = next(coming, None)
                self._hand_out()
                self._listen()
                while given_out in self._results and None not in self._results[given_out]:
                    for files in self._results.pop(given_out):
                        yield files or ()
                    given_out += 1
        finally:
            self._end_all()

    def _find_hand(self) -> Hand | None:
        """Return a process that can take another chunk, a new one if need be, None where all have enough."""
        hand = min(self._hands, key=lambda hand: len(hand.tickets), default=None)
        if len(self._hands) < self._jobs and (hand is None or hand.tickets):
            return self._start_hand()
        return hand if hand is not None and len(hand.tickets) < AHEAD else None

    def _start_hand(self) -> Hand:
        ours, theirs = self._context.Pipe()
        forked = isinstance(self._context, ForkContext)
        process = self._context.Process(
            target=self._task, args=(self._orders, theirs, ours if forked else None), daemon=True
        )
        with hold_signals():
            process.start()
            hand = Hand(process, ours)
            self._hands.append(hand)
        theirs.close()
        return hand

    def _hand_out(self) -> None:
        while self._again and (hand := self._find_hand()) is not None:
            if hand.tickets and any(isinstance(source, Pasted) for source in self._again[0].sources):
                return  # so much content goes only to a process that is ready to read it
            ticket = self._again.popleft()
            hand.tickets.append(ticket)
            with suppress(BrokenPipeError, ConnectionResetError):  # it has ended, and will be found out next
                hand.connection.send(ticket.sources)

    def _listen(self) -> None:
        """Take what the processes have said since, and count the silence of the others."""
        start = monotonic()
        heard: list[Any] = wait([hand.connection for hand in self._hands], timeout=LOOK)
        # A machine that was put to sleep has not been silent.
        passed = min(monotonic() - start, 2 * LOOK)
        if not heard:
            self._progress(0)
        for hand in tuple(self._hands):
            if hand.connection in heard:
                hand.silent = 0.0
                self._hear(hand)
            elif hand.tickets:
                hand.silent += passed
                if hand.silent > self._patience:
                    self._lose(hand, f"it took more than {self._patience:,.0f} seconds")

    def _hear(self, hand: Hand) -> None:
        try:
            kind, content = hand.connection.recv()
        except (EOFError, OSError):
            hand.process.join(FAREWELL)
            self._lose(hand, describe_end(hand.process.exitcode))
            return
        if kind == "ready":
            hand.ready = True
        elif kind == "alive":
            self._progress(content)
        elif kind == "done":
            self._keep(hand.tickets.popleft(), unpack_results(content))
        elif kind == "failed":
            self._lose(hand, content)
        else:
            raise content

    def _keep(self, ticket: Ticket, results: Sequence[Files]) -> None:
        self._results[ticket.number][ticket.first : ticket.first + len(results)] = results

    def _lose(self, hand: Hand, why: str) -> None:
        """End a process, try again what it was at, and hand what it had not begun to another."""
        self._hands.remove(hand)
        end_hand(hand)
        if not hand.ready:
            self._stillborn += 1
            if self._stillborn >= MOST_STILLBORN:
                raise BulletlintError(f"the worker processes cannot start ({why}); try --jobs 1")
        if not hand.tickets:
            return
        ticket = hand.tickets.popleft()
        self._again.extendleft(reversed(hand.tickets))
        if not ticket.tried:
            single = [
                Ticket(ticket.number, ticket.first + place, (source,), tried=True)
                for place, source in enumerate(ticket.sources)
            ]
            self._again.extendleft(reversed(single))
            return
        message = f"given up after two tries, each in a process of its own: {why}; leave it out or mend it"
        self._keep(ticket, [(report_error(ReadError(message, path=name_source(ticket.sources[0]))),)])

    def _end_all(self) -> None:
        for hand in self._hands:
            hand.process.terminate()
        for hand in self._hands:
            end_hand(hand)
        self._hands.clear()


def end_hand(hand: Hand) -> None:
    """End a process, by force if it does not go by itself, and leave nothing of it."""
    hand.process.terminate()
    hand.process.join(FAREWELL)
    if hand.process.exitcode is None:
        hand.process.kill()
        hand.process.join()
    hand.connection.close()


def describe_end(exitcode: int | None) -> str:
    """Return why a process ended, in words."""
    if exitcode is None or exitcode >= 0:
        return f"the process ended with code {exitcode}"
    try:
        name = signal.Signals(-exitcode).name
    except ValueError:
        name = f"signal {-exitcode}"
    return f"the process was ended by {name}" + (", perhaps for want of memory" if name == "SIGKILL" else "")


def can_fork() -> bool:
    """Tell whether a process can be started as a copy of this one, at once and with all that is loaded.

    That is safe as long as this one has a single thread, of Python or of a numeric library, which only Linux says.
    """
    try:
        return sys.platform.startswith("linux") and len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False


@contextmanager
def hold_signals() -> Iterator[None]:
    """Keep signals waiting while a process starts, which inherits that until it knows what to do with them."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, HELD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
