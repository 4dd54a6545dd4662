"""Compares `check` over many resumes with the mere parsing of the same bullets, whole processes in turns.

    python -m benchmarks.throughput [--count N] [--runs N] [--formats markdown,docx,pdf] [--jobs 1,2]

`check` reads the files of a folder, parses, judges and rewrites every bullet and writes a JSON report, without a
cache. Its floors are scripts that get the bullets as a list and run them through `nlp.pipe` in as many processes:
plain spaCy, by `spacy.load`; and our own pipeline, by `bulletlint.pipeline`, which is the faster one: it is loaded
once and forked. A ratio is bullets a second of `check` by those of a floor. Everything is measured again with five
resumes; without that, what each further bullet costs is left, in milliseconds of the processor.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.resumes import generate_resumes, list_bullets, write_resumes
from benchmarks.timing import BULLETLINT, PIPELINE, Times, make_environment, measure, time_process

#: Both floors look at what the linter needs of a parse, and keep nothing.
PLAIN = """\
import json, sys
import spacy
nlp = spacy.load(sys.argv[1])
bullets = json.load(open(sys.argv[2], encoding="utf-8"))
print(sum(doc[0].lemma > 0 for doc in nlp.pipe(bullets, batch_size=128, n_process=int(sys.argv[3]))))
"""
OWN = """\
import json, os, sys
from bulletlint.pipeline import load_pipeline
nlp = load_pipeline()
bullets = json.load(open(sys.argv[2], encoding="utf-8"))
processes = int(sys.argv[3])
shares = [range(number, len(bullets), processes) for number in range(processes)]
others = [] if processes == 1 else list(range(1, processes))
share = shares[next((number for number in others if os.fork() == 0), 0)]
print(sum(doc[0].lemma > 0 for doc in nlp.pipe((bullets[at] for at in share), batch_size=128)))
if share is shares[0]:
    assert [os.wait()[1] for _ in others] == [0] * len(others)
"""
FLOORS = {"plain spaCy": PLAIN, "our pipeline": OWN}
#: Resumes of the short runs, which show what a run costs before its first bullet.
FEW = 5


def make_tasks(
    scratch: Path, count: int, formats: Sequence[str], jobs: Sequence[int]
) -> dict[tuple[str, int], Callable[[], Times]]:
    """Write the resumes and return how each side is run, by its name and the number of its processes."""
    environment = make_environment(str(scratch / "cache"))
    resumes = list(generate_resumes(count))
    scratch.mkdir()
    bullets = scratch / "bullets.json"
    bullets.write_text(json.dumps(list_bullets(resumes)), encoding="utf-8")
    tasks: dict[tuple[str, int], Callable[[], Times]] = {}
    for processes in jobs:
        for name, script in FLOORS.items():
            command = [sys.executable, "-c", script, str(PIPELINE), str(bullets), str(processes)]
            tasks[name, processes] = lambda command=command: time_process(command, environment)  # type: ignore[misc]
    for format in formats:
        write_resumes(resumes, scratch / format, format)
        for processes in jobs:
            command = [*BULLETLINT, "check", str(scratch / format), "--no-cache", "--format", "json"]
            command += ["--output", str(scratch / "report.json")]
            command += ["--jobs", str(processes)]
            tasks[f"check, {format}", processes] = lambda command=command: time_process(command, environment)  # type: ignore[misc]
    return tasks


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--count", type=int, default=2000, help="resumes, of twelve bullets on average (2000)"
    )
    parser.add_argument("--runs", type=int, default=7, help="runs of each side (7)")
    parser.add_argument("--formats", default="markdown,docx,pdf")
    parser.add_argument("--jobs", default="1,2", help="numbers of processes (1,2)")
    given = parser.parse_args()
    formats, jobs = given.formats.split(","), [int(number) for number in given.jobs.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        few = make_tasks(Path(folder) / "few", FEW, formats, jobs)
        many = make_tasks(Path(folder) / "many", given.count, formats, jobs)
        start = measure(few, max(3, given.runs))
        whole = measure(many, given.runs, warm_up=False)
    first = len(list_bullets(generate_resumes(FEW)))
    total = len(list_bullets(generate_resumes(given.count)))
    print(f"{given.count:,} resumes, {total:,} bullets; medians of {given.runs} runs taken in turns")
    print(
        f"{'':<16} {'':>9} {'by the clock':^43} {'of the processor, without the start':^38}\n"
        f"{'side':<16} {'processes':>9} {'start s':>8} {'whole s':>8} {'bullets/s':>9} {'of plain':>8} {'of ours':>7} "
        f"{'ms a bullet':>12} {'bullets/s':>9} {'of plain':>8} {'of ours':>7}"
    )
    for (name, processes), times in whole.items():
        spent = {
            side: (whole[side, processes].processor - start[side, processes].processor) / (total - first)
            for side in (*FLOORS, name)
        }
        by_clock = [whole[floor, processes].clock / times.clock for floor in FLOORS]
        by_processor = [spent[floor] / spent[name] for floor in FLOORS]
        print(
            f"{name:<16} {processes:>9} {start[name, processes].clock:>8.2f} {times.clock:>8.2f} "
            f"{total / times.clock:>9,.0f} {by_clock[0]:>8.2f} {by_clock[1]:>7.2f} "
            f"{1000 * spent[name]:>12.3f} {1 / spent[name]:>9,.0f} {by_processor[0]:>8.2f} {by_processor[1]:>7.2f}"
        )
    for format in formats:
        if format != "markdown" and "markdown" in formats:
            extra = whole[f"check, {format}", 1].processor - whole["check, markdown", 1].processor
            print(f"{format}: {1000 * extra / given.count:.2f} ms of the processor a file more than Markdown")


if __name__ == "__main__":
    main()
