"""Stops a reader that does not come to an end: a last line behind the limits of size, lines and marks.

A timer of processor time interrupts the reader, as far as the system has one (not on Windows) and the reader runs in
the main thread, where alone Python handles signals. PDF files are read in a process of their own (`read/pdf/guard`).
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from bulletlint.core.errors import ReadError

#: Seconds of processor time after which a reader is stopped: what the other limits let through takes less than two.
MOST_SECONDS = 5.0
OVERDUE = f"takes more than {MOST_SECONDS:g} seconds to read; shorten it"


class OverdueError(BaseException):
    """The time is over; not an Exception, so that no reader takes it for an error of its own."""


@contextmanager
def limit_seconds(seconds: float = MOST_SECONDS) -> Iterator[None]:
    """Raise ReadError where what stands inside takes more than so many seconds of processor time.

    Somebody else's timer, or one that already runs, is left alone.
    """
    if not can_be_limited():
        yield
        return
    previous = signal.signal(signal.SIGVTALRM, raise_overdue)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1.0)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0.0)
    except OverdueError:
        raise ReadError(OVERDUE) from None
    finally:
        signal.signal(signal.SIGVTALRM, previous)


def can_be_limited() -> bool:
    """Tell whether a timer may be set here: there is one, nobody uses it, and its signal would be handled."""
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGVTALRM) is signal.SIG_DFL
        and signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0.0
    )


def raise_overdue(signum: int, frame: FrameType | None) -> None:
    """Interrupt what is running."""
    raise OverdueError
