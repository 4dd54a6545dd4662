"""Chooses from which likeness on a rule's finding may be said, and measures it on lines that nobody learned.

    python -m training.evidence.likeness WORK NAME [--least-silent 0.95] [--ordinary 0.001]

NAME is a network that learned from TRAIN alone. For each rule: the lowest limit at which this share of the near misses
of the DEV lines stays silent and at most that share of the ordinary bullets of DEV and TEST is taken for one of the
rule's; how many DEV lines it finds there; and the same at the limits of `reading/confidence.yaml`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy
from numpy.typing import NDArray

from bulletlint.core.facts import LIKENESSES
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence.learned.confidence import load_confidence
from training.evidence.examples import Example, read_examples
from training.evidence.lines import choose_lines, find_limit
from training.evidence.network import OUTPUTS
from training.evidence.split import read_split
from training.evidence.train import load_network, predict
from training.evidence.vectors import read_vectors

Floats = NDArray[numpy.float64]


def say_likenesses(work: Path, name: str, examples: list[Example]) -> Floats:
    """Return how far each bullet is like those of each rule: (bullets, rules)."""
    vectors = read_vectors(work)
    scores = predict(load_network(work / f"{name}.pt", vectors), examples, vectors)[0][
        :, OUTPUTS : OUTPUTS + len(LIKENESSES)
    ]
    shares: Floats = 1 / (1 + numpy.exp(-scores.astype(numpy.float64)))
    return shares


def main() -> None:
    """Read the arguments, measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("name")
    parser.add_argument("--least-silent", type=float, default=0.95)
    parser.add_argument("--ordinary", type=float, default=0.001)
    options = parser.parse_args()
    placements = read_split(options.work)
    lines = [example for example in read_examples(options.work, "lines") if example.bullet.source == "dev"]
    bullets = [
        example
        for example in read_examples(options.work, "labelled")
        if placements[example.bullet.id].part in ("dev", "test")
    ]
    said = say_likenesses(options.work, options.name, lines)
    ordinary = say_likenesses(options.work, options.name, bullets)
    in_use = load_confidence([find_rules_folder()]).alike
    print(
        f"{'rule':28}{'limit':>7}{'found':>7}{'silent':>8}{'in use':>9}{'found':>7}{'silent':>8}{'of 1,000':>10}"
    )
    for column, name in enumerate(LIKENESSES):
        own = [line.bullet for line in lines]
        bad = said[choose_lines(own, name, fires=True), column]
        near = said[choose_lines(own, name, fires=False), column]
        limit = find_limit(near, ordinary[:, column], silent=options.least_silent, said=options.ordinary)
        used = in_use.get(name, 1.0)
        print(
            f"{name:28}{limit:7.2f}{(bad >= limit).mean():7.2f}{(near < limit).mean():8.2f}"
            f"{used:9.2f}{(bad >= used).mean():7.2f}{(near < used).mean():8.2f}"
            f"{1000 * (ordinary[:, column] >= used).mean():10.1f}"
        )


if __name__ == "__main__":
    main()
