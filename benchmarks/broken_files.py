"""Lints many resumes of which some are broken, and says whether only those were lost.

    python -m benchmarks.broken_files [--count N] [--broken N] [--jobs 1,2]

Every broken file must be one line on standard error, every other file must stand in the report with its bullets, and
the exit code must be 2. The same is asked again with a process killed from outside while it works: then its files are
tried once more, and none is lost.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, sleep

from benchmarks.memory import list_tree
from benchmarks.resume_files import Resume, write_docx, write_markdown, write_pdf
from benchmarks.resumes import generate_resumes, write_resumes
from benchmarks.timing import BULLETLINT, ROOT, make_environment
from bulletlint.core.errors import ReadError
from bulletlint.lint.source import read_paths

#: What a file may be instead of a resume, with the suffix it then has.
BREAKAGES: tuple[tuple[str, Callable[[Resume], bytes]], ...] = (
    (".docx", lambda resume: b""),
    (".docx", lambda resume: halve(write_docx(resume))),
    (".docx", write_markdown),
    (".pdf", lambda resume: halve(write_pdf(resume))[:300]),
    (".pdf", write_markdown),
    (".md", lambda resume: write_markdown(resume)[:50] + b"\x00\x01\x02\x00" * 400),
    (".yaml", lambda resume: b"cv:\n  name: [open\n" + write_markdown(resume)),
    (".json", lambda resume: b'{"basics": {"name": "A"}, "work": [' + write_markdown(resume)),
)


def halve(content: bytes) -> bytes:
    """Return the first half of a file, as an upload that broke off leaves it."""
    return content[: len(content) // 2]


def break_files(files: dict[Path, Resume], count: int, *, seed: int) -> set[Path]:
    """Put broken files in the place of some of the files and return their paths."""
    chance = random.Random(seed)
    broken = set()
    for number, path in enumerate(chance.sample(list(files), count)):
        suffix, damage = BREAKAGES[number % len(BREAKAGES)]
        path.unlink()
        path.with_suffix(suffix).write_bytes(damage(files[path]))
        broken.add(path.with_suffix(suffix))
    return broken


def run_check(
    folder: Path, report: Path, *, jobs: int, kill: bool, scratch: Path
) -> tuple[int, list[str], float]:
    """Run `check`, killing one of its processes if asked for; return exit code, lines of standard error, seconds."""
    command = [*BULLETLINT, "check", str(folder), "--no-cache", "--jobs", str(jobs), "--format", "json"]
    command += ["--output", str(report)]
    start = perf_counter()
    with (scratch / "errors.txt").open("w+", encoding="utf-8") as errors:
        process = subprocess.Popen(
            command, stderr=errors, env=make_environment(str(scratch / "cache")), cwd=ROOT
        )
        while kill and process.poll() is None:
            sleep(0.1)
            working = [pid for pid in list_tree(process.pid)[1:] if has_worked(pid)]
            if working:
                os.kill(working[0], signal.SIGKILL)
                kill = False
        process.wait()
        if kill:
            sys.exit("the run was over before a process could be killed; give a larger --count")
        errors.seek(0)
        return process.returncode, errors.read().splitlines(), perf_counter() - start


def has_worked(pid: int) -> bool:
    """Tell whether a process has used a second and a half of the processor, so that it is past its start."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return False
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") > 1.5


def main() -> None:
    """Run, print what came out, and exit with 1 where something was lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=2000, help="resumes (2000)")
    parser.add_argument("--broken", type=int, default=50, help="how many of them are broken (50)")
    parser.add_argument("--jobs", default="1,2", help="numbers of processes (1,2)")
    given = parser.parse_args()
    faults = 0
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        folder = scratch / "resumes"
        resumes = list(generate_resumes(given.count))
        write_resumes(resumes, folder, "markdown")
        files = dict(zip(sorted(folder.rglob("*.md")), resumes, strict=True))
        expected = {
            entry.path: len(entry.bullets)
            for entry in read_paths([str(folder)])
            if not isinstance(entry, ReadError)
        }
        broken = break_files(files, given.broken, seed=1)
        for path in broken:
            del expected[str(path.with_suffix(".md"))]
        jobs = [int(number) for number in given.jobs.split(",")]
        for number, kill in [*((number, False) for number in jobs), *((n, True) for n in jobs if n > 1)]:
            report = scratch / "report.json"
            code, errors, seconds = run_check(folder, report, jobs=number, kill=kill, scratch=scratch)
            reported = json.loads(report.read_text(encoding="utf-8"))["files"]
            linted = {file["path"]: len(file["bullets"]) for file in reported if not file.get("error")}
            unreadable = {file["path"] for file in reported if file.get("error")}
            named = [line for line in errors if line.startswith("error: ")]
            whole = {
                "exit code 2": code == 2,
                f"{given.broken} lines of errors": len(named) == given.broken == len(errors),
                "each broken file is one of them": unreadable == {str(path) for path in broken},
                "each other file has all its bullets": linted == expected,
                "in the order of the paths": [file["path"] for file in reported]
                == sorted(file["path"] for file in reported),
            }
            faults += list(whole.values()).count(False)
            print(
                f"{number} processes{', one killed' if kill else ''}: {seconds:.1f} s, {len(linted):,} files linted"
            )
            for question, answer in whole.items():
                print(f"  {'yes' if answer else 'NO '} {question}")
            if not all(whole.values()):
                print(*(f"    {line[:160]}" for line in errors[:60]), sep="\n")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
