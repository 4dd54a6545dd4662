"""Says whether time grows in step with the work: with files, with bullets a file and with the length of bullets.

    python -m benchmarks.scaling [--files 100,1000,5000] [--runs N]

One process, Markdown in, JSON out, no cache, sizes in turns. What a run costs before its first bullet (measured on a
single file) is taken away; the rest is processor time by bullets, for the lengths by words. A ratio of 1.00 is the
cost at the middle size.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.resumes import BULLETS, generate_resumes, list_bullets, write_resumes
from benchmarks.timing import BULLETLINT, Times, make_environment, measure, time_process

#: Bullets a file, and phrases a bullet, whose cost is compared; the work stays about the same.
BULLETS_A_FILE = (3, 12, 48)
PHRASES_A_BULLET = (1, 2, 4)


@dataclass(frozen=True, slots=True)
class Size:
    """A run: so many files, so many bullets a file on average, so many phrases a bullet."""

    series: str
    label: str
    files: int
    bullets: int = BULLETS
    phrases: int = 1


def list_sizes(files: list[int]) -> list[Size]:
    """Return the sizes to measure, each series with its middle one in the middle."""
    middle = files[len(files) // 2]
    return [
        *(Size("files", f"{count:,} files", count) for count in files),
        *(
            Size("bullets a file", f"{bullets} bullets a file", middle * BULLETS // bullets, bullets)
            for bullets in BULLETS_A_FILE
        ),
        *(
            Size("words a bullet", f"{phrases} phrases a bullet", middle // phrases, BULLETS, phrases)
            for phrases in PHRASES_A_BULLET
        ),
    ]


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", default="100,1000,5000", help="numbers of files (100,1000,5000)")
    parser.add_argument("--runs", type=int, default=3, help="runs of each size (3)")
    given = parser.parse_args()
    sizes = list_sizes([int(count) for count in given.files.split(",")])
    work: dict[Size, tuple[int, int]] = {}
    tasks: dict[Size, Callable[[], Times]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        environment = make_environment(scratch)
        start = Size("start", "a single file", 1)
        for size in (start, *sizes):
            resumes = list(generate_resumes(size.files, bullets=size.bullets, joined=size.phrases))
            texts = list_bullets(resumes)
            work[size] = len(texts), sum(len(text.split()) for text in texts)
            folder = Path(scratch) / size.label.replace(" ", "_")
            write_resumes(resumes, folder, "markdown")
            command = [*BULLETLINT, "check", str(folder), "--no-cache", "--jobs", "1", "--format", "json"]
            command += ["--output", str(Path(scratch) / "report.json")]
            tasks[size] = lambda command=command: time_process(command, environment)  # type: ignore[misc]
        taken = measure(tasks, given.runs, warm_up=False)
    print(
        f"{'size':<20} {'bullets':>8} {'processor s':>11} {'ms a bullet':>11} {'µs a word':>9} {'of the middle':>13}"
    )
    for series in dict.fromkeys(size.series for size in sizes):
        members = [size for size in sizes if size.series == series]
        unit = 1 if series == "words a bullet" else 0
        costs = {
            size: (taken[size].processor - taken[start].processor) / (work[size][unit] - work[start][unit])
            for size in members
        }
        for size in members:
            spent = taken[size].processor - taken[start].processor
            bullets, words = (most - least for most, least in zip(work[size], work[start], strict=True))
            print(
                f"{size.label:<20} {bullets:>8,} {spent:>11.2f} {1e3 * spent / bullets:>11.3f} "
                f"{1e6 * spent / words:>9.1f} {costs[size] / costs[members[len(members) // 2]]:>13.2f}"
            )


if __name__ == "__main__":
    main()
