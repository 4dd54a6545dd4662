"""Times whole processes, taken in turns, and compares them by their medians."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple, TypeVar

ROOT = Path(__file__).parent.parent
PIPELINE = ROOT / "src" / "bulletlint" / "pipeline" / "en_bullet"
BULLETLINT = (sys.executable, "-m", "bulletlint")

Key = TypeVar("Key")


class Times(NamedTuple):
    """Seconds by the clock, seconds of the processor (which a busy machine blurs less), megabytes at the peak.

    The megabytes are those of the largest process; the seconds of the processor are those of all processes.
    """

    clock: float
    processor: float = float("nan")
    megabytes: float = float("nan")


def time_process(
    command: Sequence[str], environment: Mapping[str, str], *, accepted: Sequence[int] = (0, 1)
) -> Times:
    """Return what a process takes from its start to its end; raises RuntimeError where its exit code is another."""
    with tempfile.TemporaryFile() as output:
        start = perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=output, env=environment, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in accepted:
            output.seek(0)
            raise RuntimeError(f"{' '.join(command)}: {output.read().decode()}")
    # Linux counts ru_maxrss in KiB, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return Times(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)


def make_environment(cache: str) -> dict[str, str]:
    """Return the environment of the processes: one thread each, a cache of their own, compiled modules kept."""
    environment = {"OMP_NUM_THREADS": "1", **os.environ, "BULLETLINT_CACHE_DIR": cache, "TERM": "xterm"}
    # An installed package comes compiled; a checkout has to be allowed to keep what the first run compiles.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def measure(tasks: Mapping[Key, Callable[[], Times]], runs: int, *, warm_up: bool = True) -> dict[Key, Times]:
    """Return the medians of each task; the tasks take turns, so that a busy minute falls on all of them."""
    if warm_up:
        for task in tasks.values():
            task()
    taken: dict[Key, list[Times]] = {name: [] for name in tasks}
    for number in range(runs):
        for name, task in tasks.items():
            taken[name].append(task())
        if sys.stderr.isatty():
            print(f"\rround {number + 1} of {runs} ", end="" if number + 1 < runs else "\n", file=sys.stderr)
    return {name: take_medians(times) for name, times in taken.items()}


def take_medians(times: Sequence[Times]) -> Times:
    """Return the median of each figure."""
    return Times(*(statistics.median(values) for values in zip(*times, strict=True)))
