"""Stop a run on Ctrl-C or at the system's request, never in the middle of a write."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


class Interrupted(KeyboardInterrupt):
    """The run was told to end, by the signal of this number."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(number)

    @property
    def exit_code(self) -> int:
        """The exit code that shells expect of a process that a signal ended."""
        return 128 + self.number


class Interruption:
    """Raises Interrupted for Ctrl-C and for the request to terminate, while it is entered.

    Inside `shield` the first signal is held back until the end of it; a second one is not. A signal that is ignored,
    or that somebody else handles, is left as it is, and so are all outside of the main thread.
    """

    def __init__(self) -> None:
        self._received: int | None = None
        self._shielded = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Interruption:
        if threading.current_thread() is threading.main_thread():
            usual = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: signal.SIG_DFL}
            for number, handler in usual.items():
                if signal.getsignal(number) is handler:
                    self._before[number] = signal.signal(number, self._receive)
        return self

    def __exit__(self, *error: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()

    def _receive(self, number: int, frame: FrameType | None) -> None:
        again = self._received is not None
        self._received = number
        if again or not self._shielded:
            raise Interrupted(number)

    @contextmanager
    def shield(self) -> Iterator[None]:
        """Hold the first signal back, and raise it at the end."""
        self._shielded = True
        try:
            yield
        finally:
            self._shielded = False
        if self._received is not None:
            raise Interrupted(self._received)
