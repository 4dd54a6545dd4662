"""Times whole processes against the least that they could cost, as ratios of medians taken in turns in one run.

    python -m benchmarks.startup [RESUME] [--runs N]

Cold: `check` of a page without a cache, against a plain script that imports spaCy, loads the bundled pipeline and
parses the same bullets; the same of a generated resume of two pages; and a page with a cache that is still empty, as
on the first day. Small: a cached `check`, `--help`, `rules` and `explain`, against importing click and yaml. Prompt:
seconds until `repl` has drawn its first prompt on a terminal, and until it has answered a bullet typed at once.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import select
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter, perf_counter_ns

from benchmarks.resume_files import write_markdown
from benchmarks.resumes import generate_resumes
from benchmarks.timing import BULLETLINT, PIPELINE, ROOT, Times, make_environment, measure, time_process

COLD_FLOOR = """\
import json, sys
import spacy
nlp = spacy.load(sys.argv[1])
bullets = json.load(open(sys.argv[2], encoding="utf-8"))
for doc in nlp.pipe(bullets):
    print([(token.lemma_, token.dep_) for token in doc][0])
"""
SMALL_FLOOR = "import click, yaml"
#: What is drawn when a person can type, a bullet to type, and what its answer is known by; seconds to wait for them.
PROMPT = b"bullet>"
PATIENCE = 30
TYPED, ANSWERED = b"Implemented a nightly batch job for the stock feed.\r", b"BL401"


def time_prompt(command: Sequence[str], environment: Mapping[str, str], *, answered: bool = False) -> Times:
    """Return the seconds until a prompt, or the first answer, stands on a terminal."""
    import pty

    start = perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.execvpe(command[0], list(command), dict(environment))
    wait_for(PROMPT, terminal)
    if answered:
        os.write(terminal, TYPED)
        wait_for(ANSWERED, terminal)
    seconds = perf_counter() - start
    os.kill(process, signal.SIGKILL)
    os.close(terminal)
    os.waitpid(process, 0)
    return Times(seconds)


def wait_for(words: bytes, terminal: int) -> None:
    """Read what a terminal shows until some words stand there; raises RuntimeError where they never come."""
    seen = b""
    while words not in seen:
        if not select.select([terminal], [], [], PATIENCE)[0]:
            raise RuntimeError(f"no {words.decode()!r} on the terminal after {PATIENCE} s")
        seen += os.read(terminal, 4096)


def time_first_day(resume: Path, environment: Mapping[str, str]) -> Times:
    """Return what a `check` takes that has to read the rules and to begin a cache."""
    with tempfile.TemporaryDirectory() as cache:
        return time_process(
            [*BULLETLINT, "check", str(resume)], {**environment, "BULLETLINT_CACHE_DIR": cache}
        )


def time_new_resume(resume: Path, environment: Mapping[str, str]) -> Times:
    """Return what a `check` takes of a resume whose bullets were never seen, where the rules were read before."""
    text = resume.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / resume.name
        # A word more in every bullet makes each of them new to the cache.
        new = f" in round {perf_counter_ns()}"
        path.write_text(re.sub(r"(?m)(?<=\w)\.$", f"{new}.", text), encoding="utf-8")
        return time_process([*BULLETLINT, "check", str(path)], environment)


def list_bullets(path: Path) -> list[str]:
    """Return the texts of a resume's bullets, so that the floor parses the same."""
    from bulletlint.read import read_file

    return [bullet.text for document in read_file(path) for bullet in document.bullets]


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("resume", nargs="?", type=Path, default=ROOT / "samples" / "engineer.md")
    parser.add_argument("--runs", type=int, default=9, help="runs of each task, at least 7 (9)")
    given = parser.parse_args()
    page = given.resume.resolve()
    with tempfile.TemporaryDirectory() as scratch:
        environment = make_environment(scratch)
        (long,) = generate_resumes(1, bullets=24)
        pages = Path(scratch) / "two_pages.md"
        pages.write_bytes(write_markdown(long))

        def run(*command: str) -> Callable[[], Times]:
            return lambda: time_process(command, environment)

        def run_floor(resume: Path) -> Callable[[], Times]:
            bullets = Path(scratch) / f"{resume.stem}.json"
            bullets.write_text(json.dumps(list_bullets(resume)), encoding="utf-8")
            return run(sys.executable, "-c", COLD_FLOOR, str(PIPELINE), str(bullets))

        #: task → its floor and how it is run
        tasks = {
            "plain spaCy, a page": ("plain spaCy, a page", run_floor(page)),
            "check": ("plain spaCy, a page", run(*BULLETLINT, "check", str(page), "--no-cache")),
            "check, empty cache": ("plain spaCy, a page", lambda: time_first_day(page, environment)),
            "check, rules cached": ("plain spaCy, a page", lambda: time_new_resume(page, environment)),
            "plain spaCy, two pages": ("plain spaCy, two pages", run_floor(pages)),
            "check, two pages": (
                "plain spaCy, two pages",
                run(*BULLETLINT, "check", str(pages), "--no-cache"),
            ),
            "import click, yaml": ("import click, yaml", run(sys.executable, "-c", SMALL_FLOOR)),
            "check, cached": ("import click, yaml", run(*BULLETLINT, "check", str(page))),
            "--help": ("import click, yaml", run(*BULLETLINT, "--help")),
            "rules": ("import click, yaml", run(*BULLETLINT, "rules")),
            "explain": ("import click, yaml", run(*BULLETLINT, "explain", "weak-verb")),
            "repl, first prompt": (
                "import click, yaml",
                lambda: time_prompt([*BULLETLINT, "repl"], environment),
            ),
            "repl, first answer": (
                "plain spaCy, a page",
                lambda: time_prompt([*BULLETLINT, "repl"], environment, answered=True),
            ),
        }
        medians = measure({name: task for name, (_, task) in tasks.items()}, max(7, given.runs))
    print(f"{'task':<24} {'clock s':>8} {'ratio':>6} {'processor s':>12} {'ratio':>6}  to")
    for name, times in medians.items():
        floor = tasks[name][0]
        clock, processor = (value / least for value, least in zip(times[:2], medians[floor][:2], strict=True))
        print(
            f"{name:<24} {times.clock:>8.3f} {clock:>6.2f} {times.processor:>12.3f} {processor:>6.2f}  {floor}"
        )


if __name__ == "__main__":
    main()
