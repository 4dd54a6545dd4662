"""A run shared among processes: results in order, and a process that dies costs at most one file.

`ProcessPoolExecutor` gives up for good when one of its processes dies. Here the sources that were under way are then
tried one by one, each alone in a process, so that a file which brings down its reader is named and costs no other.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing.process import BaseProcess
from threading import Thread
from time import monotonic

from bulletlint.core.errors import BulletlintError, ReadError
from bulletlint.core.finding import FileReport
from bulletlint.lint.parallel.chunks import Chunk
from bulletlint.lint.parallel.worker import HELD, Orders, lint_chunk, start_worker
from bulletlint.lint.source import name_source, report_error
from bulletlint.read.discovery import Source

#: Seconds without an answer after which a worker is taken to hang: more than the slowest file needs.
TIMEOUT = 120.0
#: Seconds between two looks at the clock, and that a process is given to end by itself.
POLL_INTERVAL, GRACE_PERIOD = 0.25, 0.5
#: Chunks a worker that may be under way or wait for their turn to be written.
PREFETCH = 4

Files = tuple[FileReport, ...]
Results = list[Files]
Task = Callable[[Chunk], Results]


class WorkerError(Exception):
    """A worker died, hung or ran out of memory; the text says which."""


@dataclass(slots=True)
class Workers:
    """An executor and its processes; `timeout` is in seconds, `progress` is called at least every POLL_INTERVAL."""

    executor: ProcessPoolExecutor
    task: Task
    timeout: float
    progress: Callable[[int], None]
    processes: frozenset[BaseProcess] = frozenset()

    def submit(self, chunk: Chunk) -> Future[Results]:
        """Hand a chunk to a process; if the pool is already broken, the future says so."""
        try:
            with hold_signals():
                future = self.executor.submit(self.task, chunk)
        except BrokenProcessPool as error:
            future = Future()
            future.set_exception(error)
        self.processes |= frozenset(multiprocessing.active_children())
        return future

    def wait_for(self, future: Future[Results]) -> Results:
        """Return the reports of a chunk; raises WorkerError, and BulletlintError if settings are wrong."""
        silent = 0.0
        while not future.done():
            start = monotonic()
            wait([future], timeout=POLL_INTERVAL)
            # A machine that was put to sleep has not been silent.
            silent += min(monotonic() - start, 2 * POLL_INTERVAL)
            self.progress(0)
            if silent > self.timeout:
                raise WorkerError(f"it took more than {self.timeout:,.0f} seconds")
        try:
            return future.result()
        except BrokenProcessPool:
            self.end()
            codes = [process.exitcode for process in self.processes if process.exitcode not in (None, 0)]
            # The others were ended because of the first.
            code = next((code for code in codes if code != -signal.SIGTERM), codes[0] if codes else None)
            raise WorkerError(describe_end(code)) from None
        except MemoryError:
            raise WorkerError("out of memory") from None

    def end(self) -> None:
        """End all processes, by force if one does not end by itself.

        They get GRACE_PERIOD to finish their chunk: ending one while it writes would leave the executor waiting for the
        rest for ever.
        """
        # In a thread, since it waits for the processes, and one of them may never end by itself.
        ending = Thread(target=self.executor.shutdown, kwargs={"wait": True, "cancel_futures": True})
        ending.start()
        deadline = monotonic() + GRACE_PERIOD
        for process in self.processes:
            process.join(max(0.0, deadline - monotonic()))
            if process.exitcode is None:
                process.kill()
                process.join()
        ending.join()


def lint_chunks(
    orders: Orders,
    jobs: int,
    chunks: Iterable[Chunk],
    *,
    progress: Callable[[int], None] | None = None,
    timeout: float = TIMEOUT,
    task: Task = lint_chunk,
) -> Generator[Files, None, None]:
    """Yield the reports of each source, in the order of the chunks; ends all processes when it is closed.

    `progress` is told how many bullets a chunk had, `timeout` is in seconds, and `task` is what a worker does with a
    chunk. Raises BulletlintError if settings or rules are wrong or no process can start.
    """
    tell = progress or (lambda bullets: None)

    # Told once: a thread of an executor that has ended may still be listed for a moment.
    forks = can_fork()

    def start(processes: int) -> Workers:
        return start_workers(orders, processes, forks=forks, task=task, timeout=timeout, progress=tell)

    coming = iter(chunks)
    under_way: deque[tuple[Chunk, Future[Results]]] = deque()
    workers = start(jobs)
    try:
        while True:
            while len(under_way) < PREFETCH * jobs and (chunk := next(coming, None)) is not None:
                under_way.append((chunk, workers.submit(chunk)))
            if not under_way:
                return
            try:
                results = workers.wait_for(under_way[0][1])
            except WorkerError:
                workers.end()
                for chunk, future in under_way:
                    done = future.done() and not future.cancelled() and future.exception() is None
                    yield from future.result() if done else lint_one_by_one(chunk, start)
                under_way.clear()
                workers = start(jobs)
                continue
            under_way.popleft()
            tell(sum(len(file.bullets) for files in results for file in files))
            yield from results
    finally:
        workers.end()


def lint_one_by_one(chunk: Chunk, start: Callable[[int], Workers]) -> Iterator[Files]:
    """Yield the reports of each source, linted alone in a process; one that fails again is reported as an error."""
    workers = start(1)
    try:
        for source in chunk:
            try:
                (files,) = workers.wait_for(workers.submit((source,)))
            except WorkerError as failure:
                workers.end()
                check_start(start)
                workers = start(1)
                files = (give_up(source, str(failure)),)
            yield files
    finally:
        workers.end()


def give_up(source: Source | ReadError, why: str) -> FileReport:
    """Return the report of a file that failed in two processes."""
    message = f"failed twice, each time in a fresh worker: {why}; leave it out or fix it"
    return report_error(ReadError(message, path=name_source(source)))


def check_start(start: Callable[[int], Workers]) -> None:
    """Make sure that a worker can start and answer at all; raises BulletlintError if it cannot."""
    workers = start(1)
    try:
        workers.wait_for(workers.submit(()))
    except WorkerError as failure:
        raise BulletlintError(f"the worker processes cannot start ({failure}); try --jobs 1") from None
    finally:
        workers.end()


def start_workers(
    orders: Orders,
    jobs: int,
    *,
    forks: bool,
    task: Task,
    timeout: float,
    progress: Callable[[int], None],
) -> Workers:
    """Return workers that start with their first chunk: as copies of this process, or on their own."""
    executor = ProcessPoolExecutor(
        jobs,
        mp_context=multiprocessing.get_context("fork" if forks else "spawn"),
        initializer=start_worker,
        initargs=(orders if forks else replace(orders, analyser=None),),
    )
    return Workers(executor, task, timeout, progress)


def describe_end(exitcode: int | None) -> str:
    """Return why a process ended, in words."""
    if exitcode is None or exitcode >= 0:
        return f"the worker ended with code {exitcode}"
    try:
        name = signal.Signals(-exitcode).name
    except ValueError:
        name = f"signal {-exitcode}"
    return f"the worker was ended by {name}" + (", perhaps out of memory" if name == "SIGKILL" else "")


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
    """Hold signals back while a process starts: it inherits that until it knows what to do with them."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, HELD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
