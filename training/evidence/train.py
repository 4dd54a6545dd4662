"""Trains the reader's network.

    python -m training.evidence.train WORK NAME [--seed 1] [--epochs 30] [--with vectors] [--without patterns …]
        [--share 1.0] [--soft TEACHER] [--folds FOLDS …] [--parts train]

Learns from TRAIN (with --share from a part of it), prints the figures of DEV, writes WORK/NAME.pt and
WORK/NAME.dev.npz. With --soft it learns from the soft labels of a teacher, too (`training.evidence.teacher`). With
--folds a bullet's labels are mixed with what networks say that had not seen it (`training.evidence.crossval`), so that
one label in ten that another reader would have given otherwise does not count as sure.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy
import torch

from bulletlint.core.facts import LIKENESSES, REMARKS
from training.evidence.batches import Targets, cut_batches, find_rows, make_batch, make_targets
from training.evidence.bullets import CLASSES
from training.evidence.examples import Example, read_examples
from training.evidence.figures import measure, print_table
from training.evidence.join import name_text
from training.evidence.network import Design, ReaderNetwork, measure_loss, split_classes
from training.evidence.second import read_second
from training.evidence.split import Placement, draw, read_split
from training.evidence.vectors import WordVectors, read_vectors

#: Writers of bullets in the form in which rewrites and answers to blanks write them, and how much each counts.
ANSWERS, ANSWERS_WEIGHT = "answers", 2.0
#: How much a bullet of a public resume counts, since those that were written are twice as many; and one of the old
#: yardsticks, which two readers labelled.
REAL_WEIGHT, GOLD_WEIGHT = 1.5, 2.0
#: How much of a label is what networks that had not seen the bullet say of it.
MIXED = 0.5


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn."""

    epochs: int = 30
    batch: int = 32
    rate: float = 2e-3
    decay: float = 0.05
    seed: int = 1
    #: From which share of the steps on weights are averaged.
    averaged: float = 0.6


@dataclass(frozen=True, slots=True)
class Lesson:
    """An example, what to learn of it and how much it counts."""

    example: Example
    targets: Targets
    weight: float = 1.0


def make_lesson(example: Example) -> Lesson:
    """Return what a labelled bullet teaches, and how much it counts.

    A line that was written for a rule teaches only how far a bullet is like those of rules.
    """
    bullet = example.bullet
    if bullet.rule:
        weight = 0.0
    elif bullet.collection == "real":
        weight = REAL_WEIGHT
    else:
        weight = ANSWERS_WEIGHT if bullet.source.startswith(ANSWERS) else 1.0
    return Lesson(example, make_targets(example), weight)


def choose_lessons(
    examples: Sequence[Example], placements: Mapping[str, Placement], parts: Sequence[str], share: float = 1.0
) -> list[Lesson]:
    """Return the lessons of some parts; a share below one takes whole folds of texts by chance."""
    return [
        make_lesson(example)
        for example in examples
        if placements[example.bullet.id].part in parts and draw(f"share {example.bullet.id}") < share
    ]


def read_folds(work: Path, names: Sequence[str]) -> dict[str, tuple[numpy.ndarray, numpy.ndarray]]:
    """Return what networks that had not seen a bullet say of it, by id: the mean over several cross-validations.

    For each the probabilities of the labels (tokens, labels) and of the values of all classes (outputs,).
    """
    said: dict[str, list[tuple[numpy.ndarray, numpy.ndarray]]] = {}
    for name in names:
        with numpy.load(work / f"{name}.folds.npz") as stored:
            ids, lengths, tokens, scores = (stored[key] for key in ("ids", "lengths", "tokens", "scores"))
        for bullet_id, end, length, score in zip(ids, numpy.cumsum(lengths), lengths, scores, strict=True):
            shares = split_classes(torch.from_numpy(score[None]))
            classes = torch.cat([shares[each] for each in CLASSES], -1)[0].numpy()
            labels = 1 / (1 + numpy.exp(-tokens[end - length : end]))
            said.setdefault(str(bullet_id), []).append((labels, classes))
    return {
        bullet_id: (
            numpy.stack([labels for labels, _ in found]).mean(axis=0),
            numpy.stack([classes for _, classes in found]).mean(axis=0),
        )
        for bullet_id, found in said.items()
    }


def mix_lessons(
    lessons: Sequence[Lesson], said: Mapping[str, tuple[numpy.ndarray, numpy.ndarray]], share: float
) -> list[Lesson]:
    """Return the lessons, with this share of each target taken from what was said of the bullet.

    What two readers have labelled stays as they have it.
    """
    mixed = []
    for lesson in lessons:
        own, other = lesson.targets, said.get(lesson.example.bullet.id)
        if other is None or name_text(lesson.example.bullet.text) in read_second():
            mixed.append(lesson)
            continue
        labels, classes = other
        targets = replace(
            own,
            labels=(1 - share) * own.labels + share * labels,
            classes=(1 - share) * own.classes + share * classes,
        )
        mixed.append(replace(lesson, targets=targets))
    return mixed


def read_line_lessons(work: Path, parts: Sequence[str]) -> list[Lesson]:
    """Return the lessons of the lines that were written for rules, of some parts."""
    return [
        make_lesson(example) for example in read_examples(work, "lines") if example.bullet.source in parts
    ]


def train_network(
    design: Design,
    schedule: Schedule,
    lessons: Sequence[Lesson],
    vectors: WordVectors,
    *,
    quiet: bool = False,
) -> ReaderNetwork:
    """Train a network from nothing on some lessons; its weights are the mean over the last steps."""
    torch.manual_seed(schedule.seed)
    chance = random.Random(schedule.seed)
    rows = find_rows(vectors)
    network = ReaderNetwork(design, vectors)
    lengths = [len(lesson.example.starts) for lesson in lessons]
    total = schedule.epochs * -(-len(lessons) // schedule.batch)
    optimiser = torch.optim.AdamW(network.parameters(), lr=schedule.rate, weight_decay=schedule.decay)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, schedule.rate, total_steps=total + 1, pct_start=0.1)
    mean: dict[str, Any] = {}
    step = kept = 0
    begin = perf_counter()
    for epoch in range(schedule.epochs):
        network.train()
        losses = []
        for numbers in cut_batches(lengths, schedule.batch, chance):
            chosen = [lessons[number] for number in numbers]
            batch = make_batch(
                [lesson.example for lesson in chosen],
                rows,
                [lesson.targets for lesson in chosen],
                [lesson.weight for lesson in chosen],
            )
            loss = measure_loss(batch, *network(batch))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            pace.step()
            losses.append(loss.item())
            step += 1
            if step > schedule.averaged * total:
                kept += 1
                for name, value in network.state_dict().items():
                    mean[name] = value.clone() if kept == 1 else mean[name] + (value - mean[name]) / kept
        if not quiet and (epoch + 1) % 10 == 0:
            print(f"epoch {epoch + 1}: loss {numpy.mean(losses):.3f}, {perf_counter() - begin:.0f} s")
    network.load_state_dict(mean)
    network.eval()
    return network


def predict(
    network: ReaderNetwork, examples: Sequence[Example], vectors: WordVectors
) -> tuple[numpy.ndarray, list[numpy.ndarray]]:
    """Return the class scores (bullets, outputs) and the token scores (tokens, labels) of each, before softmax."""
    rows = find_rows(vectors)
    classes = numpy.zeros((len(examples), network.class_heads.out_features), dtype=numpy.float32)
    tokens: list[Any] = [None] * len(examples)
    order = sorted(range(len(examples)), key=lambda number: len(examples[number].starts))
    with torch.no_grad():
        for start in range(0, len(order), 64):
            numbers = order[start : start + 64]
            batch = make_batch([examples[number] for number in numbers], rows, None, [1.0] * len(numbers))
            scores, found = network(batch)
            classes[numbers] = found.numpy()
            for number, row, mask in zip(numbers, scores.numpy(), batch.mask.numpy(), strict=True):
                tokens[number] = row[: int(mask.sum())]
    return classes, tokens


def choose_answers(classes: numpy.ndarray) -> list[dict[str, str]]:
    """Return the likeliest value of each class."""
    answers: list[dict[str, str]] = [{} for _ in classes]
    start = 0
    for name, values in CLASSES.items():
        best = classes[:, start : start + len(values)].argmax(1)
        for answer, number in zip(answers, best, strict=True):
            answer[name] = values[number]
        start += len(values)
    return answers


def report(
    examples: Sequence[Example], said: Sequence[dict[str, str]], title: str
) -> dict[str, dict[str, float]]:
    """Print and return the figures of some answers, real and written bullets apart."""
    rows = {}
    for collection in ("real", "written"):
        own = [number for number, example in enumerate(examples) if example.bullet.collection == collection]
        rows[f"{title} {collection}"] = measure(
            [examples[number].bullet.answers for number in own], [said[number] for number in own]
        )
    print_table(rows)
    return rows


def write_scores(
    path: Path, examples: Sequence[Example], classes: numpy.ndarray, tokens: Sequence[numpy.ndarray]
) -> None:
    """Write class and token scores of bullets; tokens that were cut off count as sure to be none."""
    padded = [
        numpy.vstack([own, numpy.full((len(e.starts) - len(own), own.shape[1]), -9.0, dtype=numpy.float32)])
        for e, own in zip(examples, tokens, strict=True)
    ]
    numpy.savez_compressed(
        path,
        ids=numpy.array([example.bullet.id for example in examples]),
        scores=classes,
        lengths=numpy.array([len(example.starts) for example in examples]),
        tokens=numpy.concatenate(padded),
    )


def save_network(network: ReaderNetwork, path: Path) -> None:
    """Write a network with its design."""
    torch.save({"design": asdict(network.design), "weights": network.state_dict()}, path)


def load_network(path: Path, vectors: WordVectors) -> ReaderNetwork:
    """Read a network that `save_network` wrote."""
    stored = torch.load(path, weights_only=True)
    network = ReaderNetwork(Design(**stored["design"]), vectors)
    network.load_state_dict(stored["weights"])
    network.eval()
    return network


def read_soft(work: Path, teacher: str) -> dict[str, Targets]:
    """Read what a teacher said of bullets, by id: softened labels."""
    # An archive unpacks an array anew whenever it is asked for it.
    with numpy.load(work / f"{teacher}.soft.npz") as stored:
        ids, lengths, labels, classes = (stored[name] for name in ("ids", "lengths", "labels", "classes"))
    ends = numpy.cumsum(lengths)
    nothing = numpy.zeros(len(LIKENESSES) + len(REMARKS), dtype=numpy.float32)
    return {
        str(name): Targets(labels[end - length : end], shares, nothing, nothing)
        for name, end, length, shares in zip(ids, ends, lengths, classes, strict=True)
    }


def read_soft_lessons(work: Path, teacher: str | None, weight: float = 0.5) -> list[Lesson]:
    """Return the unlabelled bullets with what a teacher said of them; none without a teacher."""
    if teacher is None:
        return []
    soft = read_soft(work, teacher)
    return [
        Lesson(example, soft[example.bullet.id], weight)
        for example in read_examples(work, "unlabelled")
        if example.bullet.id in soft
    ]


def add_design_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what is trained, and how long."""
    switches = [field.name for field in fields(Design) if field.type == "bool"]
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=Schedule().epochs)
    parser.add_argument("--width", type=int, default=Design().width)
    parser.add_argument("--layers", type=int, default=Design().layers)
    parser.add_argument("--with", dest="told", nargs="*", default=[], choices=switches)
    parser.add_argument("--without", nargs="*", default=[], choices=switches)
    parser.add_argument("--soft", help="a teacher's name")


def make_design(options: argparse.Namespace) -> Design:
    """Return the design that the options ask for."""
    design = Design(width=options.width, layers=options.layers, hidden=options.width)
    return replace(design, **dict.fromkeys(options.told, True), **dict.fromkeys(options.without, False))


def main() -> None:
    """Read the arguments, train, print and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("name")
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--folds", nargs="*", default=[], help="names of cross-validations")
    parser.add_argument("--mixed", type=float, default=MIXED, help="how much of a label they are worth")
    parser.add_argument("--parts", nargs="*", default=["train"], help="train, dev, gold (the old yardsticks)")
    add_design_options(parser)
    options = parser.parse_args()
    vectors, placements = read_vectors(options.work), read_split(options.work)
    examples = read_examples(options.work, "labelled")
    lessons = choose_lessons(examples, placements, options.parts, options.share)
    lessons = mix_lessons(lessons, read_folds(options.work, options.folds), options.mixed)
    lessons += read_line_lessons(options.work, options.parts)
    if "gold" in options.parts:
        lessons += [
            replace(make_lesson(example), weight=GOLD_WEIGHT)
            for example in read_examples(options.work, "gold")
        ]
    lessons += read_soft_lessons(options.work, options.soft)
    schedule = Schedule(epochs=options.epochs, seed=options.seed)
    network = train_network(make_design(options), schedule, lessons, vectors)
    save_network(network, options.work / f"{options.name}.pt")
    held = [example for example in examples if placements[example.bullet.id].part == "dev"]
    classes, tokens = predict(network, held, vectors)
    write_scores(options.work / f"{options.name}.dev.npz", held, classes, tokens)
    report(held, choose_answers(classes), options.name)


if __name__ == "__main__":
    main()
