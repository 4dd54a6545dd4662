"""Says whether a cohort takes time and memory in step with its files: rate, peak memory, bytes written.

    python -m benchmarks.cohort [--counts 1250,5000,20000] [--jobs 1,2]

Generated Markdown, Parquet out, the pages included. Seconds of the processor are those of all processes, which a busy
machine blurs less than those by the clock; memory is the peak of the sum of all processes (Linux only).
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

from benchmarks.memory import measure_tree
from benchmarks.resumes import generate_resumes, write_resumes
from benchmarks.timing import BULLETLINT, make_environment


def main() -> None:
    """Measure and print a line for each number of files and of processes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--counts", default="1250,5000,20000", help="resumes (1250,5000,20000)")
    parser.add_argument("--jobs", default="1,2", help="numbers of processes (1,2)")
    given = parser.parse_args()
    print(
        f"{'files':>7} {'jobs':>4} {'clock s':>8} {'processor s':>11} {'files a processor s':>19} "
        f"{'peak MB':>8} {'KB a file':>9}",
        flush=True,
    )
    with tempfile.TemporaryDirectory() as scratch:
        environment = make_environment(scratch)
        for count in map(int, given.counts.split(",")):
            folder = Path(scratch) / str(count)
            write_resumes(generate_resumes(count), folder, "markdown")
            for jobs in map(int, given.jobs.split(",")):
                output = Path(scratch) / f"{count}-{jobs}"
                command = [*BULLETLINT, "cohort", str(folder), "--output", str(output), "--jobs", str(jobs)]
                start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
                peak = measure_tree(command, environment)
                seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
                processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
                size = sum(path.stat().st_size for path in output.rglob("part-*.parquet"))
                print(
                    f"{count:>7,} {jobs:>4} {seconds:>8.0f} {processor:>11.0f} {count / processor:>19.1f} "
                    f"{peak:>8.0f} {size / count / 1000:>9.2f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
