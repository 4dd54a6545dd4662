"""Measures rules on lines that were written before the rules were: which they find, which near misses they let pass.

python -m benchmarks.blind [RULE]… [--errors]

`blind/<rule>.tsv` has a line a row, or a resume in Markdown: `yes` if the rule should fire, `no` for a near miss.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bulletlint.core.settings import Settings
from bulletlint.lint.analysis import Analyser, Job, analyse_bullets, load_analyser
from bulletlint.lint.examples import check_resume
from bulletlint.rulebook.rulebook import load_rulebook

FOLDER = Path(__file__).parent / "blind"


@dataclass(frozen=True, slots=True)
class Measured:
    """How a rule did: lines that it should find and did, near misses that it should let pass and did."""

    found: int
    wanted: int
    passed: int
    near: int
    errors: tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("rules", nargs="*", default=list_rules())
    parser.add_argument("--errors", action="store_true", help="print the lines that come out wrong")
    arguments = parser.parse_args()
    for name in arguments.rules:
        measured = measure_rule(name)
        print(
            f"{name:16} found {measured.found} of {measured.wanted}, let pass {measured.passed} of {measured.near}"
        )
        if arguments.errors:
            print(*(f"  {line}" for line in measured.errors), sep="\n")


def list_rules() -> list[str]:
    """Return the names of the rules that have blind lines."""
    return sorted(path.stem for path in FOLDER.glob("*.tsv"))


@cache
def load_shipped() -> Analyser:
    rulebook = load_rulebook(Settings())
    return load_analyser(rulebook.rules, folders=rulebook.folders, settings=Settings())


def measure_rule(name: str) -> Measured:
    """Run one rule alone on its lines."""
    analyser = load_shipped()
    rules = tuple(rule for rule in analyser.compiled.rules if rule.name == name)
    rows = read_lines(FOLDER / f"{name}.tsv")
    if rules[0].scope == "document":
        fired = [bool(check_resume(rules[0], text, analyser)) for _, text in rows]
    else:
        reports = analyse_bullets(analyser, [Job(text, rules) for _, text in rows])
        fired = [bool(report.findings) for report in reports]
    pairs = list(zip((wanted for wanted, _ in rows), fired, strict=True))
    errors = [
        f"{'missed' if wanted else 'false'}: {text}"
        for (wanted, text), found in zip(rows, fired, strict=True)
        if wanted != found
    ]
    return Measured(
        found=pairs.count((True, True)),
        wanted=sum(wanted for wanted, _ in pairs),
        passed=pairs.count((False, False)),
        near=sum(not wanted for wanted, _ in pairs),
        errors=tuple(errors),
    )


def read_lines(path: Path) -> Sequence[tuple[bool, str]]:
    """Return the lines of a file, each with whether its rule should fire."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            (row["flag"] == "yes", row["text"].replace("\\n", "\n"))
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


if __name__ == "__main__":
    main()
