"""Measures rules one by one on lines that were written for them: what each finds, which near misses it leaves alone.

    python -m benchmarks.rule_lines LINES.tsv … [--profile ai-pm] [--errors] [--markdown]

A file has a header and three columns: the name of a rule, whether it must find something (`yes`) or must not (`no`),
and the line. All lines are read as the bullets of one page, so that a line which is taken for no bullet counts as
silent. Each rule stands with its recall, the share of near misses that it leaves alone, and a line for all together.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletlint import Linter, Settings

HEADER = ["rule", "fires", "text"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that was written for one rule; `fires` says whether the rule must find something in it."""

    rule: str
    fires: bool
    text: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many lines must be found and were, how many must not be and were left alone."""

    wanted: int
    found: int
    near: int
    silent: int

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def silence(self) -> float:
        return self.silent / self.near if self.near else 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--profile", default="ai-pm")
    parser.add_argument("--errors", action="store_true", help="print every line that is judged wrongly")
    parser.add_argument("--markdown", action="store_true", help="print the table for a page")
    arguments = parser.parse_args()
    lines = [line for path in arguments.files for line in read_lines(path)]
    said = find_rules([line.text for line in lines], profile=arguments.profile)
    tallies = count_lines(lines, said)
    print("\n".join(format_table(tallies, markdown=arguments.markdown)))
    if arguments.errors:
        for line, rules in zip(lines, said, strict=True):
            if (line.rule in rules) != line.fires:
                print(f"{'missed' if line.fires else 'false '} {line.rule}: {line.text}")


def read_lines(path: Path) -> list[Line]:
    """Read a file of lines; raises ValueError, with the line's number, for a row that is not one."""
    rows = [row.split("\t") for row in path.read_text(encoding="utf-8").splitlines()]
    if not rows or rows[0] != HEADER:
        raise ValueError(f"{path}:1: the first line must name the columns {', '.join(HEADER)}")
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(HEADER) or row[1] not in ("yes", "no"):
            raise ValueError(f"{path}:{number}: write a rule, yes or no, and the line, with tabs between")
    return [Line(rule, fires == "yes", text) for rule, fires, text in rows[1:]]


def find_rules(texts: Sequence[str], *, profile: str) -> list[frozenset[str]]:
    """Return the names of the rules that found something in each text."""
    start = "## Experience\n\n### Somebody, Somewhere, 2019 to 2022\n\n"
    page = start + "".join(f"- {text}\n" for text in texts)
    linter = Linter(Settings(profile=profile, rewrites=False))
    report = linter.lint_text(page, format="markdown")
    first = start.count("\n") + 1
    rules: list[frozenset[str]] = [frozenset()] * len(texts)
    for bullet in report.files[0].bullets:
        assert bullet.place.line is not None
        rules[bullet.place.line - first] = frozenset(
            name for finding in bullet.findings for name in finding.rules
        )
    return rules


def count_lines(lines: Sequence[Line], said: Sequence[frozenset[str]]) -> dict[str, Tally]:
    """Count the lines of each rule, in the order in which the rules first come."""
    tallies: dict[str, Tally] = {}
    for line, rules in zip(lines, said, strict=True):
        old, found = tallies.get(line.rule, Tally(0, 0, 0, 0)), line.rule in rules
        tallies[line.rule] = Tally(
            old.wanted + line.fires,
            old.found + (line.fires and found),
            old.near + (not line.fires),
            old.silent + (not line.fires and not found),
        )
    return tallies


def format_row(name: str, tally: Tally) -> tuple[str, str, str, str, str]:
    found, silent = f"{tally.found} of {tally.wanted}", f"{tally.silent} of {tally.near}"
    return name, found, f"{tally.recall:.2f}", silent, f"{tally.silence:.2f}"


def format_table(tallies: Mapping[str, Tally], *, markdown: bool) -> list[str]:
    """Return a row for each rule and one for all."""
    whole = Tally(
        *(
            sum(getattr(tally, name) for tally in tallies.values())
            for name in ("wanted", "found", "near", "silent")
        )
    )
    rows = [format_row(name, tally) for name, tally in [*tallies.items(), ("all", whole)]]
    head = ("rule", "found", "recall", "left alone", "silence")
    if markdown:
        return [f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows)]
    return [f"{row[0]:28}{row[1]:>10}{row[2]:>8}{row[3]:>12}{row[4]:>9}" for row in (head, *rows)]


if __name__ == "__main__":
    main()
