"""Measures how much memory `check` takes for few and for many resumes, as the peak of a whole process.

    python -m benchmarks.memory [--counts 100,1000,10000] [--runs N] [--jobs 1,2]

Markdown in, a JSON report to a file, no cache. For several processes the figure is the peak of their sum, pages that
they share counted once for each (Linux only).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import sleep

from benchmarks.resumes import generate_resumes, write_resumes
from benchmarks.timing import BULLETLINT, ROOT, make_environment, time_process

#: Seconds between two looks at a process tree.
TICK = 0.02


def measure_tree(command: list[str], environment: dict[str, str]) -> float:
    """Return the peak of the memory of a process with all its children, in megabytes; raises RuntimeError."""
    peak = 0
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, env=environment, cwd=ROOT)
        while process.poll() is None:
            peak = max(peak, sum(read_resident(pid) for pid in list_tree(process.pid)))
            sleep(TICK)
        if process.returncode not in (0, 1):
            output.seek(0)
            raise RuntimeError(f"{' '.join(command)}: {output.read().decode()}")
    return peak / 1e6


def list_tree(pid: int) -> list[int]:
    """Return a process and all that descend from it, as far as they still run."""
    found = [pid]
    for parent in found:
        for path in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += [int(child) for child in path.read_text().split()]
            except OSError:
                continue  # it ended meanwhile
    return found


def read_resident(pid: int) -> int:
    """Return the bytes that a process holds in memory now, 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:")), 0)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--counts", default="100,1000,10000", help="resumes (100,1000,10000)")
    parser.add_argument("--runs", type=int, default=1, help="runs of each; the memory hardly varies (1)")
    parser.add_argument("--jobs", default="1,2", help="numbers of processes (1,2)")
    given = parser.parse_args()
    counts = [int(count) for count in given.counts.split(",")]
    jobs = [int(number) for number in given.jobs.split(",")]
    if max(jobs) > 1 and not Path("/proc/self/status").exists():
        sys.exit("several processes can only be measured where there is /proc; use --jobs 1")
    with tempfile.TemporaryDirectory() as scratch:
        environment = make_environment(scratch)
        peaks: dict[tuple[int, int], float] = {}
        for count in counts:
            folder = Path(scratch) / str(count)
            write_resumes(generate_resumes(count), folder, "markdown")
            command = [*BULLETLINT, "check", str(folder), "--no-cache", "--format", "json"]
            command += ["--output", str(Path(scratch) / "report.json")]
            for number in jobs:
                options = ["--jobs", str(number)]
                taken = [
                    measure_tree([*command, *options], environment)
                    if number > 1
                    else time_process([*command, *options], environment).megabytes
                    for _ in range(given.runs)
                ]
                peaks[number, count] = median(taken)
    print(f"{'processes':>9} {'files':>7} {'peak MB':>8} {'of ' + str(counts[0]):>8}")
    for number in jobs:
        for count in counts:
            peak = peaks[number, count]
            print(f"{number:>9} {count:>7,} {peak:>8.0f} {peak / peaks[number, counts[0]]:>8.2f}")


if __name__ == "__main__":
    main()
