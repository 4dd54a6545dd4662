"""Says what `check` spends its time on, in milliseconds of the processor a bullet, stage by stage.

    python -m benchmarks.where_time_goes [--count N] [--format markdown|docx|pdf] [--files]

One process lints generated resumes, in which no bullet stands twice, and is looked at every two milliseconds of
processor time: what passed since the last look counts for the stage whose code is running, also where that code
waits for a library. With --files the same for every source file.
"""

from __future__ import annotations

import argparse
import os
import signal
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time
from types import FrameType

from benchmarks.resumes import generate_resumes, list_bullets, write_resumes
from benchmarks.timing import make_environment

#: Seconds of processor time between two looks.
TICK = 0.002
#: stage → the files of the package, by the beginning of their path, whose code does it; the first that fits counts.
STAGES = {
    "start: pipeline, rules": (
        "pipeline/__init__", "pipeline/location", "pipeline/fast/start", "pipeline/fast/assembly",
        "pipeline/fast/weights", "rulebook/", "core/strict_yaml", "core/lexicon", "core/settings", "config/",
        "read/bullets/selection", "evidence/patterns/files", "evidence/patterns/terms", "evidence/words",
        "rewrite/slots/wording",
    ),
    "read files": ("read/",),
    "network: vectors of words": ("pipeline/fast/word_table",),
    "network: vectors in context": ("pipeline/fast/context", "pipeline/fast/maxout"),
    "network: trees": ("pipeline/fast/transitions",),
    "classes and lemmas": ("pipeline/fast/word_classes",),
    "tags, batches": ("pipeline/",),
    "evidence": ("evidence/", "core/facts"),
    "rules": ("check/bullet_rules", "check/rule_patterns", "check/score", "check/suggestions"),
    "rewrites": ("rewrite/", "core/inflect"),
    "rules on whole files": ("check/", "lint/directives"),
    "report": ("report/", "cli/", "core/finding"),
}  # fmt: skip
#: Functions of spaCy that do a stage by themselves.
SPACY_STAGES = {
    ("language.py", "make_doc"): "tokens",
    ("util.py", "load_model_from_path"): "start: pipeline, rules",
    ("language.py", "from_disk"): "start: pipeline, rules",
}
SPACY_PIPES = {"tok2vec.py": "tok2vec", "attributeruler.py": "attribute ruler", "lemmatizer.py": "lemmatizer"}


@dataclass(slots=True)
class Looks:
    """Seconds of the processor by stage and by file, as the looks at the running code found them."""

    last: float = 0.0
    stages: Counter[str] = field(default_factory=Counter)
    files: Counter[str] = field(default_factory=Counter)

    def look(self, _: int, frame: FrameType | None) -> None:
        """Count the time since the last look for what is running."""
        now = process_time()
        spent, self.last = now - self.last, now
        stage, file = find_stage(frame)
        self.stages[stage] += spent  # type: ignore[assignment]
        self.files[file] += spent  # type: ignore[assignment]


def find_stage(frame: FrameType | None) -> tuple[str, str]:
    """Return the stage of the innermost frame that belongs to one, and the innermost file of the package."""
    file = ""
    while frame is not None:
        path = frame.f_code.co_filename.replace("\\", "/")
        if path.startswith("<frozen importlib"):
            return "start: imports", "imports"
        if "/spacy/" in path:
            name = path.rpartition("/")[2]
            stage = SPACY_STAGES.get((name, frame.f_code.co_name)) or SPACY_PIPES.get(name)
            if stage:
                return stage, f"spacy/{name}"
        elif "/bulletlint/" in path:
            part = path.rpartition("/bulletlint/")[2].removesuffix(".py")
            file = file or part
            for stage, beginnings in STAGES.items():
                if part.startswith(beginnings):
                    return stage, file
        frame = frame.f_back
    return "the rest", file or "the rest"


def run_check(folder: Path, report: Path) -> Looks:
    """Lint a folder in this process and return what the time went to."""
    from bulletlint.cli import main as run_command

    looks = Looks(process_time())
    signal.signal(signal.SIGPROF, looks.look)
    signal.setitimer(signal.ITIMER_PROF, TICK, TICK)
    arguments = [
        "check",
        str(folder),
        "--no-cache",
        "--jobs",
        "1",
        "--format",
        "json",
        "--output",
        str(report),
    ]
    try:
        run_command(arguments)
    except SystemExit as ended:
        if ended.code not in (0, 1):
            raise
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return looks


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=500, help="resumes, of twelve bullets on average (500)")
    parser.add_argument("--format", choices=("markdown", "docx", "pdf"), default="markdown")
    parser.add_argument("--files", action="store_true", help="also by source file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ.update(make_environment(scratch))
        write_resumes(generate_resumes(given.count), Path(scratch) / "resumes", given.format)
        looks = run_check(Path(scratch) / "resumes", Path(scratch) / "report.json")
    bullets = len(list_bullets(generate_resumes(given.count)))
    tables = [looks.stages, looks.files] if given.files else [looks.stages]
    for table in tables:
        whole = sum(table.values())
        print(
            f"{'ms a bullet':>11} {'share':>6}  {given.count:,} resumes, {bullets:,} bullets, {given.format}"
        )
        for name, seconds in table.most_common(40):
            print(f"{1000 * seconds / bullets:>11.3f} {seconds / whole:>6.1%}  {name}")
        print(f"{1000 * whole / bullets:>11.3f} {1:>6.0%}  all\n")


if __name__ == "__main__":
    main()
