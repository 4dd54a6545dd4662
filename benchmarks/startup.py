"""Times whole processes against the least that they could cost, as ratios of medians taken in turns in one run.

    python -m benchmarks.startup [RESUME] [--runs N]

Cold: `check RESUME` without a cache, against a plain script that imports spaCy, loads the bundled pipeline and parses
the same bullets. Small: a cached `check`, `--help`, `rules` and `explain`, against importing click and yaml. Prompt:
seconds until `repl` has drawn its first prompt on a terminal.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter, perf_counter_ns
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
COLD_FLOOR = """\
import json, sys
import spacy
nlp = spacy.load(sys.argv[1])
bullets = json.load(open(sys.argv[2], encoding="utf-8"))
for doc in nlp.pipe(bullets):
    print([(token.lemma_, token.dep_) for token in doc][0])
"""
SMALL_FLOOR = "import click, yaml"


class Times(NamedTuple):
    """Seconds by the clock, and seconds of the processor, which a busy machine blurs less."""

    clock: float
    processor: float


#: What is drawn when a person can type.
PROMPT = b"bullet>"


def time_process(command: list[str], environment: Mapping[str, str]) -> Times:
    """Return what a process takes from its start to its end; raises RuntimeError where it fails."""
    with tempfile.TemporaryFile() as output:
        start = perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=output, env=environment, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            output.seek(0)
            raise RuntimeError(f"{' '.join(command)}: {output.read().decode()}")
    return Times(seconds, usage.ru_utime + usage.ru_stime)


def time_prompt(command: list[str], environment: Mapping[str, str]) -> Times:
    """Return the seconds until a prompt stands on a terminal; those of the processor are not known by then."""
    import pty

    start = perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.execvpe(command[0], command, dict(environment))
    seen = b""
    while PROMPT not in seen:
        seen += os.read(terminal, 4096)
    seconds = perf_counter() - start
    os.write(terminal, b"\x04")
    try:
        while os.read(terminal, 4096):
            pass
    except OSError:
        pass  # the terminal is gone with its process
    os.close(terminal)
    os.waitpid(process, 0)
    return Times(seconds, float("nan"))


def time_new_resume(bulletlint: list[str], resume: Path, environment: Mapping[str, str]) -> Times:
    """Return what a `check` takes of a resume whose bullets were never seen, where the rules were read before."""
    text = resume.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / resume.name
        # A word more in every bullet makes each of them new to the cache.
        new = f" in round {perf_counter_ns()}"
        path.write_text(re.sub(r"(?m)(?<=\w)\.$", f"{new}.", text), encoding="utf-8")
        return time_process([*bulletlint, "check", str(path)], environment)


def list_bullets(path: Path) -> list[str]:
    """Return the texts of a resume's bullets, so that the floor parses the same."""
    from bulletlint.readers import read_file

    return [bullet.text for document in read_file(path) for bullet in document.bullets]


def measure(tasks: Mapping[str, Callable[[], Times]], runs: int) -> dict[str, Times]:
    """Return the medians of each task; the tasks take turns, so that a busy minute falls on all of them."""
    for task in tasks.values():
        task()
    taken: dict[str, list[Times]] = {name: [] for name in tasks}
    for _ in range(runs):
        for name, task in tasks.items():
            taken[name].append(task())
    return {
        name: Times(*(statistics.median(values) for values in zip(*times, strict=True)))
        for name, times in taken.items()
    }


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("resume", nargs="?", type=Path, default=ROOT / "samples" / "engineer.md")
    parser.add_argument("--runs", type=int, default=9, help="runs of each task, at least 7 (9)")
    given = parser.parse_args()
    resume, python = str(given.resume.resolve()), sys.executable
    bulletlint = [python, "-m", "bulletlint"]
    with tempfile.TemporaryDirectory() as scratch:
        environment = {"OMP_NUM_THREADS": "1", **os.environ, "BULLETLINT_CACHE_DIR": scratch, "TERM": "xterm"}
        # An installed package comes compiled; a checkout has to be allowed to keep what the first run compiles.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        bullets = Path(scratch) / "bullets.json"
        bullets.write_text(json.dumps(list_bullets(given.resume)), encoding="utf-8")
        pipeline = str(ROOT / "src" / "bulletlint" / "pipeline" / "en_bullet")

        def run(*command: str) -> Callable[[], Times]:
            return lambda: time_process(list(command), environment)

        tasks = {
            "cold floor": run(python, "-c", COLD_FLOOR, pipeline, str(bullets)),
            "check, cold": run(*bulletlint, "check", resume, "--no-cache"),
            "check, cold, rules known": lambda: time_new_resume(bulletlint, given.resume, environment),
            "small floor": run(python, "-c", SMALL_FLOOR),
            "check, cached": run(*bulletlint, "check", resume),
            "--help": run(*bulletlint, "--help"),
            "rules": run(*bulletlint, "rules"),
            "explain": run(*bulletlint, "explain", "weak-verb"),
            "repl, first prompt": lambda: time_prompt([*bulletlint, "repl"], environment),
        }
        medians = measure(tasks, max(7, given.runs))
    print(f"{'task':<24} {'clock s':>8} {'ratio':>6} {'processor s':>12} {'ratio':>6}  to")
    for name, times in medians.items():
        floor = "cold floor" if "cold" in name else "small floor"
        clock, processor = (value / least for value, least in zip(times, medians[floor], strict=True))
        print(
            f"{name:<24} {times.clock:>8.3f} {clock:>6.2f} {times.processor:>12.3f} {processor:>6.2f}  {floor}"
        )


if __name__ == "__main__":
    main()
