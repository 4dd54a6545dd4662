"""Times other tools beside `check`, on one page and on a folder of generated resumes, in turns.

    python -m benchmarks.peers [--runs N] [--count N] 'NAME=COMMAND {}' …

A command gets the path of one Markdown file in the place of {}, or of a folder in the place of {folder}, or a pattern
for all files in the place of {files}; one that takes a single file is run once for each file, `{each}`. Several may
have one name: the first without {folder}, {files} or {each} is for the page, the first with one for the folder.
"""

from __future__ import annotations

import argparse
import shlex
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.resumes import generate_resumes, list_bullets, write_resumes
from benchmarks.timing import BULLETLINT, ROOT, Times, make_environment, measure, time_process

#: Exit codes of a tool that ran: linters have their own for what they found.
ACCEPTED = tuple(range(120))


def make_task(
    template: str, files: list[Path], folder: Path, environment: dict[str, str]
) -> Callable[[], Times]:
    """Return how a command is run: on a page, on a folder, on all files at once, or once for each."""
    words = shlex.split(template)
    if "{each}" in words:
        commands = [[str(file) if word == "{each}" else word for word in words] for file in files]
    else:
        named = {"{}": [str(files[0])], "{folder}": [str(folder)], "{files}": [str(file) for file in files]}
        commands = [[part for word in words for part in named.get(word, [word])]]

    def run() -> Times:
        times = [time_process(command, environment, accepted=ACCEPTED) for command in commands]
        return Times(
            sum(each.clock for each in times),
            sum(each.processor for each in times),
            max(each.megabytes for each in times),
        )

    return run


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("commands", nargs="*", metavar="NAME=COMMAND")
    parser.add_argument("--runs", type=int, default=7, help="runs of each (7)")
    parser.add_argument("--count", type=int, default=100, help="resumes in the folder (100)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        environment = make_environment(str(Path(scratch) / "cache"))
        folder = Path(scratch) / "resumes"
        write_resumes(generate_resumes(given.count), folder, "markdown")
        files = sorted(folder.rglob("*.md"))
        page = ROOT / "samples" / "engineer.md"
        check = shlex.join([*BULLETLINT, "check"])
        commands = [
            ("bulletlint, no cache", f"{check} {{}} --no-cache"),
            ("bulletlint, cached", f"{check} {{}}"),
            ("bulletlint, no cache", f"{check} {{folder}} --no-cache --jobs 1"),
            ("bulletlint, two jobs", f"{check} {{folder}} --no-cache --jobs 2"),
            ("bulletlint, cached", f"{check} {{folder}}"),
            *(tuple(entry.split("=", 1)) for entry in given.commands),
        ]
        tasks: dict[tuple[str, str], Callable[[], Times]] = {}
        for name, template in commands:
            many = any(slot in template for slot in ("{folder}", "{files}", "{each}"))
            what = f"{given.count:,} resumes" if many else "a page"
            tasks[what, name] = make_task(template, files if many else [page], folder, environment)
        medians = measure(tasks, given.runs)
    bullets = len(list_bullets(generate_resumes(given.count)))
    print(f"medians of {given.runs} runs in turns; the {given.count:,} resumes have {bullets:,} bullets")
    print(f"{'what':<16} {'tool':<28} {'clock s':>8} {'processor s':>11} {'peak MB':>8}")
    for (what, name), times in sorted(medians.items(), key=lambda entry: (entry[0][0] != "a page", entry[1])):
        print(f"{what:<16} {name:<28} {times.clock:>8.3f} {times.processor:>11.3f} {times.megabytes:>8.0f}")


if __name__ == "__main__":
    main()
