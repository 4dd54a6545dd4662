"""Small cohorts for the tests: files, a linter with the bundled pipeline, and a run over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from builders import load_shipped
from bulletlint.cohort.manifest import Counts, Identity, Manifest
from bulletlint.cohort.names import Names
from bulletlint.cohort.people import NO_PEOPLE, People
from bulletlint.cohort.plan import WHOLE, Shard, split_entries
from bulletlint.cohort.rows import Showing, load_verbs
from bulletlint.cohort.run import Progress, Work, lint_cohort
from bulletlint.cohort.tables.columns import TABLES, Row, TableName, list_columns
from bulletlint.cohort.tables.parts import Parts
from bulletlint.core.errors import ReadError
from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter

NAMES = Names(bytes(range(32)))
IDENTITY = Identity("0.1.0", "bundled", "r", {"profile": "auto"}, "csv", False, False, "k", "n", 1)
TEXTS = (
    "Built a cache for {} shops.",
    "Cut costs by {} % at $90 a month, with the old path as fallback.",
    "Responsible for {} reports.",
)


def write_resumes(folder: Path, count: int) -> list[Path]:
    """Write resumes with three bullets each and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        path = folder / f"r{number:03}.md"
        bullets = "".join(f"- {text.format(number + 2)}\n" for text in TEXTS)
        path.write_text(f"# Sam Field\n\n## Experience\n\n{bullets}", encoding="utf-8")
        paths.append(path)
    return paths


def make_linter(settings: Settings | None = None) -> Linter:
    """Return a linter with the bundled pipeline, which is loaded once a test run."""
    return Linter(settings or Settings(rewrites=False), analyser=load_shipped())


def make_work(
    folder: Path,
    sources: Sequence[Path | ReadError],
    *,
    shard: Shard = WHOLE,
    people: People = NO_PEOPLE,
    showing: Showing | None = None,
    **changes: Any,
) -> Work:
    """Return what a run over files has to do."""
    folder.mkdir(parents=True, exist_ok=True)
    identity = replace(IDENTITY, **changes)
    entries = split_entries(sources, NAMES, people, parts=identity.parts, shard=shard)
    return Work(folder, identity, shard, entries, showing or Showing(NAMES, load_verbs()))


def run_work(work: Work, progress: Progress | None = None, jobs: int = 1) -> tuple[Manifest, Counts]:
    """Run it."""
    return lint_cohort(work, make_linter(), jobs=jobs, progress=progress)


def read_tables(work: Work) -> dict[TableName, list[Row]]:
    """Return all rows of the tables."""
    return {
        table: list(work.parts.read(table, [column.name for column in TABLES[table]])) for table in TABLES
    }


def write_tables(folder: Path, resumes: Sequence[dict[str, Any]], *, parts: int = 1) -> Parts:
    """Write tables by hand: a resume for each entry, with a bullet for each of its `metrics`; CSV.

    An entry may have any column of a resume, `metrics` and `digests` of its bullets, and the `verb` that leads them. A
    bullet without a metric has the finding BL201.
    """
    written = Parts(folder, "csv")
    for part in range(parts):
        rows: dict[TableName, list[Row]] = {table: [] for table in TABLES}
        for at, resume in list(enumerate(resumes))[part::parts]:
            name = resume.get("resume", f"{at:08x}")
            metrics = resume.get("metrics", ())
            empty = dict.fromkeys(list_columns("resumes"))
            known = {key: value for key, value in resume.items() if key in empty}
            rows["resumes"].append(
                empty
                | {
                    "resume": name,
                    "judged": None if "error" in resume else True,
                    "bullets": len(metrics),
                    "digest": name,
                }
                | known
            )
            for number, metric in enumerate(metrics, 1):
                where = {"resume": name, "bullet": number, "file": 0, "line": 10 + number}
                digest = resume["digests"][number - 1] if "digests" in resume else f"{at:08x}{number}"
                rows["bullets"].append(
                    dict.fromkeys(list_columns("bullets"))
                    | where
                    | {
                        "kind": "delivery", "lead_verb": resume.get("verb", "cut"), "metric": metric, "cost": "none",
                        "fallback": False, "signal": False, "foreign": False, "asked": [], "evidence": [],
                        "digest": digest, "first": number if metric == "none" else None,
                    }
                )  # fmt: skip
                if metric == "none":
                    rows["findings"].append(
                        dict.fromkeys(list_columns("findings"))
                        | where
                        | {"code": "BL201", "rule": "missing-metric", "severity": "error", "grouped": False}
                    )
        written.write(part, rows)
    return written
