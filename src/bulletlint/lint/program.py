"""A program of the user's, run once: JSON lines in, JSON lines out, within limits and without a shell."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import IO, Any

from bulletlint.core.errors import BulletlintError, ConfigError
from bulletlint.core.wording import count

#: Seconds that a program may take, unless the user says otherwise.
TIME_LIMIT = 120.0
#: Bytes that it may answer with: a thousand bullets in ten versions each.
MOST_OUTPUT = 4_000_000
#: Seconds that what it started may keep its output open after it has ended.
_GRACE = 2.0
_CHUNK = 65_536


class ProgramError(BulletlintError):
    """The program did not run to its end, or answered with something that is no answer."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a program answered: each JSON object with the number of its line, and what was wrong, one line each."""

    rows: tuple[tuple[int, dict[str, Any]], ...]
    faults: tuple[ProgramError, ...]


def split_command(command: str) -> list[str]:
    """Return the words of a command as a shell would cut them, nothing expanded; raises ConfigError."""
    try:
        words = shlex.split(command, posix=os.name != "nt")
    except ValueError as error:
        raise ConfigError(f"--with: the command cannot be read ({error}); check its quotes") from None
    if not words:
        raise ConfigError("--with: the command is empty; name a program")
    return words


def run_program(
    command: Sequence[str],
    rows: Sequence[object],
    *,
    time_limit: float = TIME_LIMIT,
    most_output: int = MOST_OUTPUT,
) -> Answered:
    """Give a program rows as JSON lines and return what it answered, whole lines only.

    `time_limit` is in seconds, `most_output` in bytes; a program beyond either is ended, with everything it started.
    What it says on standard error goes to ours. Raises ProgramError if it cannot be started.
    """
    name = command[0]
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ProgramError(f"--with: `{name}` cannot be started ({reason}); check the command") from None
    assert process.stdin is not None
    assert process.stdout is not None
    given = "".join(json.dumps(row, ensure_ascii=True) + "\n" for row in rows).encode("ascii")
    writer = Thread(target=_write, args=(process.stdin, given), daemon=True)
    output = bytearray()
    reader = Thread(target=_read, args=(process.stdout, output, most_output), daemon=True)
    late = False
    try:
        writer.start()
        reader.start()
        deadline = time.monotonic() + time_limit
        reader.join(time_limit)
        late = reader.is_alive()
        if len(output) <= most_output and not late:
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, deadline - time.monotonic()) + _GRACE)
            late = process.poll() is None
    finally:
        code = _end(process)
        reader.join(_GRACE)
        if not reader.is_alive():
            process.stdout.close()
    faults: list[ProgramError] = []
    if len(output) > most_output:
        faults.append(_fail(name, f"answered with more than {most_output:,} bytes and was stopped"))
    elif late:
        faults.append(
            _fail(
                name, f"was stopped after {count(round(time_limit), 'second')}; --time-limit gives it longer"
            )
        )
    elif code:
        faults.append(
            _fail(name, f"ended with exit code {code}" if code > 0 else f"was ended by signal {-code}")
        )
    whole = not faults
    rows_read, wrong = read_lines(bytes(output[:most_output]), name, whole=whole)
    return Answered(rows_read, (*faults, *wrong))


def read_lines(
    output: bytes, name: str, *, whole: bool
) -> tuple[tuple[tuple[int, dict[str, Any]], ...], list[ProgramError]]:
    """Return the JSON objects of an output with their line numbers, and an error for each line that is none.

    Of an output that is not `whole` the last line counts only if it ends.
    """
    rows: list[tuple[int, dict[str, Any]]] = []
    wrong: list[ProgramError] = []
    lines = output.split(b"\n")
    for number, line in enumerate(lines if whole else lines[:-1], 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            rows.append((number, value))
        else:
            wrong.append(_fail(name, f"answered with a line {number} that is no JSON object"))
    return tuple(rows), wrong


def _fail(name: str, what: str) -> ProgramError:
    return ProgramError(f"--with: `{name}` {what}")


def _write(stream: IO[bytes], given: bytes) -> None:
    # A program that has read enough, or ended, is no fault by itself: what it did not answer is told.
    with suppress(OSError, ValueError), stream:
        stream.write(given)


def _read(stream: IO[bytes], output: bytearray, most: int) -> None:
    with suppress(OSError, ValueError):
        while len(output) <= most and (chunk := os.read(stream.fileno(), _CHUNK)):
            output += chunk


def _end(process: subprocess.Popen[bytes]) -> int:
    """End a program that still runs, with everything it started, and return its exit code."""
    if sys.platform != "win32":
        # The group outlives its leader as long as anything in it runs.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    return process.wait()
