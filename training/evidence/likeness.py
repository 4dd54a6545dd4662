"""Trains what tells how far a bullet is like those of a rule, and writes it into the weights file of a reader.

    python -m training.evidence.likeness WEIGHTS.npz FOLDER …

`bullets/rule-lines.tsv` holds lines that were written for a rule, which it must find (`yes`) or leave alone (`no`);
the examples of all rules count as such lines. FOLDER … hold labelled files whose bullets are taken for ordinary ones:
few of them have the fault. Prints, held out in folds, how many lines each choice finds, how many it leaves alone, and
in how many ordinary bullets of each thousand it sees the fault, from the probabilities of `reading/confidence.yaml` on;
then learns from all.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy
from benchmarks.rule_lines import read_lines
from numpy.typing import NDArray

from bulletlint.core.facts import LIKENESSES
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence.learned.reader import load_reader
from bulletlint.evidence.likeness import LikenessWeights, gather_features
from bulletlint.pipeline import load_pipeline
from bulletlint.rulebook.load import load_rules
from training.descent import descend
from training.evidence.bullets import read_folders
from training.evidence.world import gather_table

LINES = Path(__file__).parent / "bullets" / "rule-lines.tsv"
FOLDS = 6
#: Strength of the penalty on large weights, steps of the descent and their size.
PENALTY, STEPS, RATE = 1e-3, 250, 0.03
#: How much a line counts for another rule than its own, if that one leaves it alone and if it finds it: many a bad line
#: has two faults. Then an ordinary bullet, and one for what many ordinary bullets lack.
OTHER, OTHER_BAD, ORDINARY, ORDINARY_LACKING = 0.5, 0.1, 0.15, 0.05
_LACKING = "missing-monitoring"

Table = NDArray[numpy.float64]


@dataclass(frozen=True, slots=True)
class Taught:
    """A bullet to learn from; an ordinary one has no rule. `found` says whether its rule must find something."""

    text: str
    rule: str = ""
    found: bool = False


def read_taught(folders: Sequence[Path]) -> list[Taught]:
    """Return the lines of rules, the examples of all rules about a bullet, and ordinary bullets; each text once."""
    taught = [Taught(line.text, line.rule, line.fires) for line in read_lines(LINES)]
    for rule in load_rules():
        if rule.scope == "bullet":
            taught += [Taught(example.text, rule.name, True) for example in rule.bad]
            taught += [Taught(example.text, rule.name, False) for example in rule.good]
    taught += [Taught(bullet.text) for bullet in read_folders([LINES.parent, *folders], ("real", "written"))]
    return list({item.text: item for item in reversed(taught)}.values())[::-1]


def weigh(taught: Sequence[Taught]) -> tuple[Table, Table]:
    """Return what each choice must say of each bullet, and how much that counts: (bullets, rules) both."""
    wanted = numpy.zeros((len(taught), len(LIKENESSES)))
    counts = numpy.zeros_like(wanted)
    for row, item in enumerate(taught):
        for column, name in enumerate(LIKENESSES):
            if item.rule == name:
                wanted[row, column], counts[row, column] = item.found, 1
            elif item.rule:
                counts[row, column] = OTHER_BAD if item.found else OTHER
            else:
                counts[row, column] = ORDINARY_LACKING if name == _LACKING else ORDINARY
    return wanted, counts


def fit(features: Table, wanted: Table, counts: Table) -> LikenessWeights:
    """Fit a logistic regression for each rule by Adam."""
    told = numpy.c_[features, numpy.ones(len(features))]
    share = counts / counts.sum(axis=0)

    def find_change(weights: Table) -> Table:
        change: Table = told.T @ ((1 / (1 + numpy.exp(-told @ weights)) - wanted) * share)
        return change

    weights = numpy.zeros((told.shape[1], wanted.shape[1]))
    weights = descend(weights, find_change, steps=STEPS, rate=RATE, penalty=PENALTY, memory=0.999)
    return LikenessWeights(LIKENESSES, weights[:-1].astype(numpy.float32), weights[-1].astype(numpy.float32))


def say(weights: LikenessWeights, features: Table) -> Table:
    """Return how likely each bullet is one of each rule's: (bullets, rules)."""
    shares: Table = 1 / (1 + numpy.exp(-(features @ weights.weight + weights.bias)))
    return shares


def store(weights: LikenessWeights, path: Path) -> None:
    """Write the weights into the file of a reader, beside all else that it holds."""
    with numpy.load(path, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    arrays["likeness.names"] = numpy.frombuffer("\n".join(weights.names).encode(), dtype=numpy.uint8)
    arrays["likeness.weight"] = weights.weight.astype(numpy.float16)
    arrays["likeness.bias"] = weights.bias.astype(numpy.float16)
    with path.open("wb") as stream:
        numpy.savez(stream, **arrays)


def main() -> None:
    """Read the arguments, measure, fit and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("weights", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    options = parser.parse_args()
    reader = load_reader(options.weights.read_bytes(), [find_rules_folder()])
    taught = read_taught(options.folders)
    table = gather_table([item.text for item in taught], reader, load_pipeline(), gather_features)
    wanted, counts = weigh(taught)
    folds = numpy.array([crc32(item.text.encode()) % FOLDS for item in taught])
    said = numpy.zeros_like(wanted)
    for fold in range(FOLDS):
        kept = folds != fold
        said[~kept] = say(fit(table[kept], wanted[kept], counts[kept]), table[~kept])
    ordinary = numpy.array([not item.rule for item in taught])
    print(f"{'rule':28}{'found':>8}{'left alone':>12}{'of 1,000 ordinary':>19}")
    for column, name in enumerate(LIKENESSES):
        alike = said[:, column] >= reader.confidence.alike.get(name, 0.5)
        own = counts[:, column] == 1
        bad, good = own & (wanted[:, column] == 1), own & (wanted[:, column] == 0)
        print(
            f"{name:28}{alike[bad].mean():8.2f}{1 - alike[good].mean():12.2f}{1000 * alike[ordinary].mean():19.1f}"
        )
    store(fit(table, wanted, counts), options.weights)


if __name__ == "__main__":
    main()
