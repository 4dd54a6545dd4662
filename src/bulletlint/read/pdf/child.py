"""The process that reads PDF files: it gets one after the other, and answers each with its blocks or what is wrong."""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import suppress
from typing import Any

from bulletlint.core.errors import ReadError
from bulletlint.core.rows import encode
from bulletlint.read.pdf.guard import FAILED, HEAD, MOST_MEMORY, PROCESSOR_SECONDS, READY


def serve() -> None:
    """Answer until nobody asks; a file that takes too much ends the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asks
    limit_memory()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    try:
        from bulletlint.read.pdf.reader import read_pdf  # noqa: F401
    except Exception as error:  # a library that is missing or too old
        answers.write(FAILED + f"{type(error).__name__}: {error}".encode(errors="replace"))
        return
    answers.write(READY)
    answers.flush()
    questions = sys.stdin.buffer
    while len(head := questions.read(HEAD.size)) == HEAD.size:
        content = questions.read(HEAD.unpack(head)[0])
        limit_time(PROCESSOR_SECONDS)
        written = json.dumps(answer_about(content), separators=(",", ":")).encode("ascii")
        limit_time(0)
        answers.write(HEAD.pack(len(written)) + written)
        answers.flush()


def answer_about(content: bytes) -> dict[str, Any]:
    """Return the blocks of a PDF file as rows, or why it cannot be read."""
    from bulletlint.read.pdf.reader import read_pdf

    try:
        return {"draft": encode(read_pdf(content))}
    except ReadError as error:
        return {"error": error.message}
    except MemoryError:
        raise
    except Exception as error:
        return {"failed": f"{type(error).__name__}: {error}"}


def limit_memory() -> None:
    """Take no more than MOST_MEMORY, and leave no image of the memory behind, where the system has such limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def limit_time(seconds: float) -> None:
    """End the process after so many seconds of processor time from now on; 0 for never.

    A signal without a handler ends it even within native code.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
