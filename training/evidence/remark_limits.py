"""Shows from which probability on a remark is worth saying, on bullets that nobody learned from.

    python -m training.evidence.remark_limits WORK NAME

NAME is a network that learned from TRAIN alone. Prints for each remark how often a coach makes it, and at several
limits which share of those that the network makes the coach makes, too, and how many of the coach's are found: on DEV,
on which the limits of `reading/confidence.yaml` are chosen, and on TEST.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy
from numpy.typing import NDArray

from bulletlint.core.facts import LIKENESSES, REMARKS
from training.evidence.examples import read_examples
from training.evidence.join import name_text
from training.evidence.network import OUTPUTS
from training.evidence.remarks import Floats, read_remarks
from training.evidence.split import read_split
from training.evidence.train import load_network, predict
from training.evidence.vectors import read_vectors

LIMITS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


def measure_limit(made: NDArray[numpy.bool_], said: NDArray[numpy.bool_]) -> tuple[float, float]:
    """Return which share of what is said is right, and which share of what is right is said; 1 of nothing."""
    right = int((made & said).sum())
    return right / max(1, int(said.sum())) if said.any() else 1.0, right / made.sum() if made.any() else 1.0


def print_limits(title: str, made: Floats, shares: Floats) -> None:
    """Print precision and recall of each remark at each limit; `made` and `shares` are (bullets, remarks)."""
    print(
        f"\n{title}: {len(made)} bullets\n{'remark':8}{'made':>6}"
        + "".join(f"{limit:>12.1f}" for limit in LIMITS)
    )
    for column, name in enumerate(REMARKS):
        truth = made[:, column] > 0.5
        figures = [measure_limit(truth, shares[:, column] >= limit) for limit in LIMITS]
        print(f"{name:8}{truth.sum():6}" + "".join(f"{right:6.2f} /{found:4.2f}" for right, found in figures))


def main() -> None:
    """Read the arguments, let the network speak, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("name")
    options = parser.parse_args()
    placements, vectors = read_split(options.work), read_vectors(options.work)
    network = load_network(options.work / f"{options.name}.pt", vectors)
    known = read_remarks()
    examples = read_examples(options.work, "labelled")
    for part in ("dev", "test"):
        for collection in ("real", "written"):
            own = [
                example
                for example in examples
                if placements[example.bullet.id].part == part
                and example.bullet.collection == collection
                and name_text(example.bullet.text) in known
            ]
            if own:
                made = numpy.stack([known[name_text(example.bullet.text)] for example in own])
                scores = predict(network, own, vectors)[0][:, OUTPUTS + len(LIKENESSES) :]
                print_limits(f"{part}, {collection}", made, 1 / (1 + numpy.exp(-scores)))


if __name__ == "__main__":
    main()
