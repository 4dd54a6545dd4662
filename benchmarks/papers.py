"""Counts which parts of a portfolio's papers are found missing, and which that stand there are said to be missing.

    python -m benchmarks.papers [FOLDER …] [--errors] [--markdown]

A folder holds papers in Markdown (case studies, decision briefs, post-mortems, data sheets, monitoring plans) and a
`labels.tsv` with the columns `file`, `kind` and `lacks`: the names of the rules that must find something in the file. A
rule is counted in the papers of its kind only. The rules were mended on `held-out/papers-open`, and on nothing of
`held-out/papers`.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.rule_lines import Line, count_lines, format_table
from bulletlint import Linter, Settings

FOLDERS = tuple(Path(__file__).parent / "held-out" / name for name in ("papers-open", "papers"))
HEADER = ["file", "kind", "lacks"]
#: The rules about each kind of paper.
RULES: Mapping[str, tuple[str, ...]] = {
    "case study": (
        "case-without-evaluation", "case-without-failure-mode", "case-without-decision",
        "case-without-retrospective", "case-without-data-provenance",
    ),
    "decision brief": ("decision-brief-incomplete",),
    "post-mortem": ("post-mortem-incomplete",),
    "data sheet": ("data-sheet-incomplete",),
    "monitoring plan": ("monitoring-plan-incomplete",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paper:
    """A file of a portfolio, the kind of paper that it is, and the rules that must find something in it."""

    path: Path
    kind: str
    lacks: frozenset[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS)
    parser.add_argument("--errors", action="store_true", help="print every part that is judged wrongly")
    parser.add_argument("--markdown", action="store_true", help="print the tables for a page")
    arguments = parser.parse_args()
    for folder in arguments.folders:
        papers = read_papers(folder)
        said = find_rules(papers)
        lines = list_lines(papers)
        found = [said[line.text] for line in lines]
        print(folder.name)
        print("\n".join(format_table(count_lines(lines, found), markdown=arguments.markdown)))
        if arguments.errors:
            for line, rules in zip(lines, found, strict=True):
                if (line.rule in rules) != line.fires:
                    print(f"{'missed' if line.fires else 'false '} {line.rule}: {line.text}")


def read_papers(folder: Path) -> list[Paper]:
    """Read the labels of a folder; raises ValueError, with the line's number, for a row that is not one."""
    path = folder / "labels.tsv"
    rows = [row.split("\t") for row in path.read_text(encoding="utf-8").splitlines()]
    if not rows or rows[0] != HEADER:
        raise ValueError(f"{path}:1: the first line must name the columns {', '.join(HEADER)}")
    papers = []
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(HEADER) or row[1] not in RULES or not set(row[2].split()) <= set(RULES[row[1]]):
            raise ValueError(
                f"{path}:{number}: write a file, a kind of paper and the rules of that kind that it breaks"
            )
        papers.append(Paper(folder / row[0], row[1], frozenset(row[2].split())))
    return papers


def list_lines(papers: Sequence[Paper]) -> list[Line]:
    """Return each rule of each paper's kind with whether it must find something; the text is the file's name."""
    return [
        Line(rule, rule in paper.lacks, paper.path.name) for paper in papers for rule in RULES[paper.kind]
    ]


def find_rules(papers: Sequence[Paper]) -> dict[str, frozenset[str]]:
    """Return, by a file's name, the names of the rules that found something in it."""
    linter = Linter(Settings(profile="portfolio", rewrites=False))
    report = linter.lint_paths([paper.path for paper in papers])
    return {
        Path(file.path).name: frozenset(name for finding in file.findings for name in finding.rules)
        for file in report.files
    }


if __name__ == "__main__":
    main()
