"""Lines that were written for a rule: what the reader learns from them of how far a bullet is like a rule's.

`bullets/rule-lines.tsv` holds lines that a rule must find (`yes`) or leave alone (`no`); the examples of all rules
about a bullet count as such lines, too. `bullets/rule-lines-dev.tsv` holds those of another writer, on which limits are
chosen.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy
from benchmarks.rule_lines import read_lines
from numpy.typing import NDArray

from bulletlint.core.facts import LIKENESSES
from bulletlint.rulebook.load import load_rules
from training.evidence.bullets import LabelledBullet
from training.evidence.join import name_text

FOLDER = Path(__file__).parent / "bullets"
#: The parts of the lines, as of labelled bullets, and their files.
LINES = {"train": FOLDER / "rule-lines.tsv", "dev": FOLDER / "rule-lines-dev.tsv"}
#: How much a line counts for another rule than its own, if that one leaves it alone and if it finds it: many a bad line
#: has two faults. Then an ordinary bullet, and one for what many ordinary bullets lack.
OTHER, OTHER_BAD, ORDINARY, ORDINARY_LACKING = 0.5, 0.1, 0.15, 0.05
_LACKING = "missing-monitoring"

Floats = NDArray[numpy.float32]


def read_rule_lines() -> list[LabelledBullet]:
    """Return all lines and the examples of all rules, each text once; `source` is the part that a line belongs to."""
    found = [
        make_line(line.text, part, line.rule, fires=line.fires)
        for part, path in LINES.items()
        for line in read_lines(path)
    ]
    for rule in load_rules():
        if rule.scope == "bullet":
            found += [make_line(example.text, "train", rule.name, fires=True) for example in rule.bad]
            found += [make_line(example.text, "train", rule.name, fires=False) for example in rule.good]
    return list({line.text: line for line in reversed(found)}.values())[::-1]


def make_line(text: str, part: str, rule: str, *, fires: bool) -> LabelledBullet:
    """Make a line of a part, written for a rule."""
    return LabelledBullet(name_text(text), text, "line", part, "", {}, (), rule, fires)


def weigh_likenesses(bullet: LabelledBullet) -> tuple[Floats, Floats]:
    """Return of which rules' bullets this one is one, and how much that counts: (rules,) both."""
    if not bullet.rule:
        counts = [ORDINARY_LACKING if name == _LACKING else ORDINARY for name in LIKENESSES]
        return numpy.zeros(len(LIKENESSES), dtype=numpy.float32), numpy.array(counts, dtype=numpy.float32)
    others = OTHER_BAD if bullet.fires else OTHER
    alike = [bullet.fires and bullet.rule == name for name in LIKENESSES]
    counts = [1.0 if bullet.rule == name else others for name in LIKENESSES]
    return numpy.array(alike, dtype=numpy.float32), numpy.array(counts, dtype=numpy.float32)


def choose_lines(lines: Iterable[LabelledBullet], rule: str, *, fires: bool) -> list[int]:
    """Return the numbers of the lines of a rule that must be found, or must not."""
    return [number for number, line in enumerate(lines) if line.rule == rule and line.fires == fires]


def find_limit(
    near: NDArray[numpy.float64], ordinary: NDArray[numpy.float64], *, silent: float, said: float
) -> float:
    """Return the lowest limit, to two places, that keeps near misses silent and ordinary bullets nearly all."""
    for hundredths in range(5, 100):
        limit = hundredths / 100
        if (near < limit).mean() >= silent and (ordinary >= limit).mean() <= said:
            return limit
    return 1.0
