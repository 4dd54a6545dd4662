"""The progress of a long run: one line on a terminal, redrawn in place and wiped at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic
from typing import TextIO

from bulletlint.report.style import find_width

#: Seconds that a run may take without a line, and between two drawings of it.
PATIENCE, PAUSE = 1.0, 0.2
#: The share of the files from which on the time that is left can be told.
ENOUGH = 0.05


def start_progress(files: int, *, quiet: bool) -> ProgressLine | None:
    """Return a line on standard error as wide as the terminal, None where that is none or nothing is to be told."""
    if quiet or not sys.stderr.isatty():
        return None
    return ProgressLine(sys.stderr, files, width=find_width(terminal=True) - 1)


class ProgressLine:
    """Counts files and bullets; when a run takes long, shows them with their rate and the time left."""

    def __init__(
        self, target: TextIO, files: int, *, width: int, clock: Callable[[], float] = monotonic
    ) -> None:
        self._target = target
        self._total = files
        self._width = width
        self._clock = clock
        self._files = self._bullets = 0
        self._start = clock()
        self._drawn = self._start + PATIENCE - PAUSE
        self._length = 0

    def count_bullets(self, bullets: int) -> None:
        """Count bullets that were analysed."""
        self._bullets += bullets
        self._draw()

    def count_file(self) -> None:
        """Count a file that is done."""
        self._files += 1
        self._draw()

    def wipe(self) -> None:
        """Take the line away, so that something else can be written."""
        if self._length:
            self._target.write("\r" + " " * self._length + "\r")
            self._target.flush()
            self._length = 0

    def _draw(self) -> None:
        now = self._clock()
        if now - self._drawn < PAUSE:
            return
        self._drawn = now
        line = self._describe(now - self._start)[: self._width]
        self._target.write("\r" + line.ljust(self._length))
        self._target.flush()
        self._length = max(self._length, len(line))

    def _describe(self, seconds: float) -> str:
        parts = [f"{self._files:,} of {self._total:,} files"]
        if self._bullets:
            parts.append(f"{self._bullets:,} bullet{'s' if self._bullets > 1 else ''}")
            parts.append(f"{self._bullets / seconds:,.0f} a second")
        if ENOUGH * self._total <= self._files < self._total:
            parts.append(f"{describe_time(seconds * (self._total - self._files) / self._files)} left")
        return ", ".join(parts)


def describe_time(seconds: float) -> str:
    """Return hours, minutes and seconds as people write them: 0:07, 12:30, 1:02:03."""
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
