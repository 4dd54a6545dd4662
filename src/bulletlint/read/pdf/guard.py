"""PDF files are read in a process of their own, since PDFium is native code: it cannot be interrupted, and bytes made
for it take all memory or abort the process they are read in.

The process starts with the first PDF file of a run and is used for all of them. A file that takes too much, or brings
it down, is refused in one line; the next file gets a fresh process.
"""

from __future__ import annotations

import json
import os
import signal
import struct
import subprocess
import sys
import weakref
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock, Timer
from typing import Any

from bulletlint.core.document import Block, Comment, Draft, LeftOut, Place, Stretch
from bulletlint.core.errors import ReadError
from bulletlint.core.rows import Layout, decode

#: Seconds of processor time that a file may take; seconds on the clock, for a process that waits instead of working.
PROCESSOR_SECONDS, CLOCK_SECONDS = 2.0, 20.0
#: Bytes of memory that the process may take, where the system can limit it.
MOST_MEMORY = 500_000_000
TOO_LONG = f"takes more than {PROCESSOR_SECONDS:g} seconds to read; print it to a new PDF"
TOO_MUCH = (
    f"takes more than {MOST_MEMORY // 10**6} MB to read, or brings the reader down; print it to a new PDF"
)
NO_START = "PDF files cannot be read: the process that reads them does not start"

#: What the draft of a file is made of.
DRAFT_LAYOUT: Layout = {
    Stretch: {},
    Comment: {},
    Block: {"stretches": [Stretch]},
    Place: {},
    LeftOut: {"place": Place},
    Draft: {"blocks": [Block], "comments": [Comment], "unread": [LeftOut]},
}
#: The length of a message, before it.
HEAD = struct.Struct(">Q")
#: What the process says first: that it can read, or that it cannot, with the reason behind it.
READY, FAILED = b"+", b"-"
#: Seconds in which a process whose answers have ended is gone, for its exit code to be its own.
_LEAVING_SECONDS = 0.5
#: What the process is started with: nothing of the working folder or the environment decides what it imports.
_START = "import sys; sys.path[:] = sys.argv[1:]; from bulletlint.read.pdf.child import serve; serve()"


def read_pdf_guarded(content: bytes) -> Draft:
    """Return the blocks of a PDF file as `reader.read_pdf` does.

    Raises ReadError for a file that is password-protected, damaged, without text, or takes too much to read.
    """
    return find_process(os.getpid()).read(content)


def start_early() -> None:
    """Start the process that reads PDF files, and do not wait for it."""
    find_process(os.getpid()).start()


@lru_cache(maxsize=1)
def find_process(owner: int) -> ReaderProcess:
    """Return the process that reads for the process of this number; a fork gets one of its own."""
    return ReaderProcess()


class ReaderProcess:
    """A process that reads one PDF file after the other. It may be used from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._read = 0  # files that this process has read

    def start(self) -> None:
        """Start the process if there is none; raises ReadError if the system has none to give."""
        if self._process is not None:
            return
        home = str(Path(__file__).parents[3])
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", _START, home, *filter(None, sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except (OSError, ValueError) as error:
            raise ReadError(f"{NO_START} ({error})") from error
        self._read = 0
        weakref.finalize(self, end_process, self._process, os.getpid())

    def stop(self) -> int:
        """End the process and return its exit code."""
        process, self._process = self._process, None
        return end_process(process, os.getpid()) if process is not None else 0

    def read(self, content: bytes) -> Draft:
        """Return the blocks of a PDF file; raises ReadError."""
        with self._lock:
            self.start()
            answer = self._ask(content)
            if answer is None and self._read:
                # What other files have left behind in the process must not decide about this one.
                self.stop()
                self.start()
                answer = self._ask(content)
            if answer is None:
                self.stop()
                raise ReadError(TOO_MUCH)
        if "error" in answer:
            raise ReadError(answer["error"])
        if "failed" in answer:
            raise RuntimeError(answer["failed"])
        draft: Draft = decode(Draft, answer["draft"], DRAFT_LAYOUT)
        return draft

    def _ask(self, content: bytes) -> dict[str, Any] | None:
        """Return the answer of the process about a file, None if it brought the process down.

        Raises ReadError if the process took too long, or cannot start at all.
        """
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        late = Timer(CLOCK_SECONDS, process.kill)
        late.daemon = True
        late.start()
        ready = bool(self._read)
        reason = b""
        try:
            if not ready:
                first = process.stdout.read(len(READY))
                ready = first == READY
                reason = process.stdout.read() if first == FAILED else b""
            process.stdin.write(HEAD.pack(len(content)))
            process.stdin.write(content)
            process.stdin.flush()
            (size,) = HEAD.unpack(process.stdout.read(HEAD.size))
            answer: dict[str, Any] = json.loads(process.stdout.read(size))
        except (OSError, ValueError, struct.error) as error:
            slow = not late.is_alive()
            with suppress(subprocess.TimeoutExpired):
                process.wait(0 if slow else _LEAVING_SECONDS)
            code = self.stop()
            if slow or code == -getattr(signal, "SIGPROF", 0):
                raise ReadError(TOO_LONG) from error
            if not ready:
                why = " ".join(reason.decode(errors="replace").split()) or f"exit code {code}"
                raise ReadError(f"{NO_START} ({why})") from error
            return None
        except BaseException:
            self.stop()
            raise
        finally:
            late.cancel()
        self._read += 1
        return answer


def end_process(process: subprocess.Popen[bytes], owner: int) -> int:
    """End a process at once, unless it is another's since a fork, and return its exit code."""
    if os.getpid() != owner:
        return 0
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    if process.poll() is None:
        process.kill()
    return process.wait()
