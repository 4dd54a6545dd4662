"""Trains the chosen design once a fold, so that every bullet of TRAIN and DEV is answered by one that never saw it.

    python -m training.evidence.crossval WORK NAME [--epochs 30] [--soft TEACHER]

Folds keep persons and writers together. Prints the figures over all folds; writes WORK/NAME.folds.npz.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy

from training.evidence.examples import Example, read_examples
from training.evidence.split import FOLDS, read_split
from training.evidence.train import (
    Schedule,
    add_design_options,
    choose_answers,
    make_design,
    make_lesson,
    predict,
    read_line_lessons,
    read_soft_lessons,
    report,
    train_network,
    write_scores,
)
from training.evidence.vectors import read_vectors


def main() -> None:
    """Read the arguments, train a network a fold, print and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("name")
    parser.add_argument("--folds", type=int, nargs="*", default=list(range(FOLDS)))
    add_design_options(parser)
    options = parser.parse_args()
    vectors, placements = read_vectors(options.work), read_split(options.work)
    parts = ("train", "dev")
    examples = [e for e in read_examples(options.work, "labelled") if placements[e.bullet.id].part in parts]
    held: list[Example] = []
    classes, tokens = [], []
    for fold in options.folds:
        lessons = [make_lesson(e) for e in examples if placements[e.bullet.id].fold != fold]
        lessons += read_line_lessons(options.work, ["train"])
        lessons += read_soft_lessons(options.work, options.soft)
        own = [example for example in examples if placements[example.bullet.id].fold == fold]
        schedule = Schedule(epochs=options.epochs, seed=options.seed)
        network = train_network(make_design(options), schedule, lessons, vectors, quiet=True)
        found, scores = predict(network, own, vectors)
        held += own
        classes.append(found)
        tokens += scores
    report(held, [example.said for example in held], "patterns, all folds")
    report(held, choose_answers(numpy.concatenate(classes)), f"{options.name}, all folds")
    write_scores(options.work / f"{options.name}.folds.npz", held, numpy.concatenate(classes), tokens)


if __name__ == "__main__":
    main()
