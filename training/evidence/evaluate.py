"""Prints the figures of candidates on held-out bullets, and writes them as JSON.

    python -m training.evidence.evaluate WORK CANDIDATE … [--part test] [--calibration FILE.json] [--json FILE]

A CANDIDATE is `patterns`, the name of a network or of a teacher or linear model whose answers are stored, or several
joined by `+`, whose scores are averaged.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy
from numpy.typing import NDArray

from training.evidence.bullets import CLASSES
from training.evidence.calibrate import Shares, list_questions, soften
from training.evidence.examples import Example, read_examples
from training.evidence.figures import measure, print_table
from training.evidence.split import OLD_WRITERS, read_split
from training.evidence.train import load_network, predict
from training.evidence.vectors import read_vectors

#: Groups of held-out bullets that are reported apart.
GROUPS = ("real", "tech", "other trades", "mined", "written", "written, old writers", "written, new writers")


def name_groups(example: Example) -> set[str]:
    """Return the groups that a bullet is reported in."""
    bullet = example.bullet
    if bullet.collection == "real":
        own = {"tech": "tech", "mined": "mined"}.get(bullet.source, "other trades")
        return {"real", own}
    return {"written", "written, old writers" if bullet.source in OLD_WRITERS else "written, new writers"}


def read_scores(work: Path, name: str, examples: Sequence[Example]) -> NDArray[numpy.float32]:
    """Return the class scores (bullets, outputs) of a network or of stored answers."""
    stored = work / f"{name}.held.npz"
    if stored.exists():
        content = numpy.load(stored)
        row = {str(bullet_id): number for number, bullet_id in enumerate(content["ids"])}
        return content["scores"][[row[example.bullet.id] for example in examples]]
    vectors = read_vectors(work)
    return predict(load_network(work / f"{name}.pt", vectors), examples, vectors)[0]


def average(work: Path, names: str, examples: Sequence[Example], temperatures: Mapping[str, float]) -> Shares:
    """Return the probabilities by the mean scores of candidates joined by "+", as the product averages networks."""
    scores = numpy.mean([read_scores(work, name, examples) for name in names.split("+")], axis=0)
    return soften(scores, temperatures)


def choose(shares: Shares, limits: Mapping[str, float]) -> list[dict[str, str]]:
    """Return the likeliest values; what a limit is given for is stated from that probability on."""
    count = len(next(iter(shares.values())))
    answers: list[dict[str, str]] = [{} for _ in range(count)]
    for name, values in CLASSES.items():
        own = shares[name].copy()
        if name in limits and name in ("cost", "fallback", "monitoring"):
            stated = own[:, 1:].sum(axis=1) >= limits[name]
            own[:, 0] = numpy.where(stated, -1, 2)
        for answer, number in zip(answers, own.argmax(axis=1).tolist(), strict=True):
            answer[name] = values[number]
    return answers


def try_limits(
    examples: Sequence[Example], shares: Shares, limits: Mapping[str, Mapping[str, float]]
) -> dict[str, dict[str, float]]:
    """Return what precision and recall the chosen limits reach on other bullets."""
    found = {}
    for name, (own, truth) in list_questions(examples, shares).items():
        said = own >= limits[name]["limit"]
        right = float((said & truth).sum())
        found[name] = {
            "limit": limits[name]["limit"], "precision": right / max(1, said.sum()),
            "recall": right / max(1, truth.sum()), "said": float(said.sum()),
        }  # fmt: skip
        print(f"{name:28} " + "  ".join(f"{key} {value:.2f}" for key, value in found[name].items()))
    return found


def main() -> None:
    """Read the arguments, score the candidates, print and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("candidates", nargs="+")
    parser.add_argument("--part", default="test")
    parser.add_argument("--calibration", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    stored = json.loads(options.calibration.read_text(encoding="utf-8")) if options.calibration else {}
    if options.part == "gold":
        examples = read_examples(options.work, "gold")
    else:
        placements = read_split(options.work)
        examples = [
            e for e in read_examples(options.work, "labelled") if placements[e.bullet.id].part == options.part
        ]
    said: dict[str, Sequence[Mapping[str, str]]] = {}
    limits: dict[str, dict[str, dict[str, float]]] = {}
    for name in options.candidates:
        if name == "patterns":
            said[name] = [example.said for example in examples]
        else:
            shares = average(options.work, name, examples, stored.get("temperatures", {}))
            said[name] = choose(shares, stored.get("best", {}))
            if stored:
                print(f"\nlimits of {options.calibration.name} with {name}")
                limits[name] = try_limits(examples, shares, stored["limits"])
    figures: dict[str, dict[str, dict[str, float]]] = {}
    for group in GROUPS:
        own = [number for number, example in enumerate(examples) if group in name_groups(example)]
        truth = [examples[number].bullet.answers for number in own]
        figures[group] = {
            name: measure(truth, [answers[number] for number in own]) for name, answers in said.items()
        }
        print(f"\n{group}")
        print_table(figures[group])
    if options.json:
        content = {"figures": figures, "limits": limits}
        options.json.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
