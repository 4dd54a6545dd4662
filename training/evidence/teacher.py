"""Fine-tunes the teacher: the reader's network on top of MiniLM, and lets it label bullets.

    python -m training.evidence.teacher WORK NAME [--epochs 4] [--seed 1] [--parts train] [--threads 2]

Too heavy to ship. Prints the figures of DEV; writes WORK/NAME.soft.npz, what it says of every unlabelled bullet, and
WORK/NAME.held.npz, what it says of DEV and TEST.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy
import torch
from torch import Tensor

from training.evidence.batches import Batch, cut_batches, find_rows, make_batch
from training.evidence.encoder import WIDTH, load_encoder
from training.evidence.examples import Example, read_examples
from training.evidence.network import Design, ReaderNetwork, measure_loss, split_classes
from training.evidence.split import read_split
from training.evidence.train import Lesson, choose_answers, choose_lessons, report
from training.evidence.vectors import WordVectors, read_vectors

BATCH = 16
ENCODER_RATE, HEAD_RATE = 1e-4, 1e-3


class Teacher:
    """An encoder with the reader's network on its vectors."""

    def __init__(self, vectors: WordVectors, *, seed: int) -> None:
        torch.manual_seed(seed)
        self.tokenizer, self.encoder = load_encoder()
        self.network = ReaderNetwork(replace(Design(width=128, hidden=128), context=WIDTH), vectors)
        self.rows = find_rows(vectors)

    def say(self, examples: Sequence[Example], batch: Batch) -> tuple[Tensor, Tensor]:
        """Return token and class scores, as the reader's network does; the encoder sees the same tokens."""
        size = batch.words.shape[1]
        coded = self.tokenizer(
            [list(example.inputs.words[:size]) for example in examples],
            is_split_into_words=True, padding=True, truncation=True, max_length=192, return_tensors="pt",
        )  # fmt: skip
        hidden = self.encoder(**coded).last_hidden_state
        first = torch.zeros((len(examples), size), dtype=torch.int64)
        for number in range(len(examples)):
            for piece, word in reversed(list(enumerate(coded.word_ids(number)))):
                if word is not None:
                    first[number, word] = piece
        context = hidden.gather(1, first.unsqueeze(-1).expand(-1, -1, WIDTH))
        scores: tuple[Tensor, Tensor] = self.network(batch, context)
        return scores

    def train(self, lessons: Sequence[Lesson], *, epochs: int, seed: int) -> None:
        """Fine-tune encoder and network together."""
        chance = random.Random(seed)
        lengths = [len(lesson.example.starts) for lesson in lessons]
        total = epochs * -(-len(lessons) // BATCH) + 1
        rates = [ENCODER_RATE, HEAD_RATE]
        groups = [
            {"params": part.parameters(), "lr": rate}
            for part, rate in zip((self.encoder, self.network), rates, strict=True)
        ]
        optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
        pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, total_steps=total, pct_start=0.1)
        begin = perf_counter()
        for epoch in range(epochs):
            self.encoder.train()
            self.network.train()
            losses = []
            for numbers in cut_batches(lengths, BATCH, chance):
                chosen = [lessons[number] for number in numbers]
                examples = [lesson.example for lesson in chosen]
                batch = make_batch(
                    examples,
                    self.rows,
                    [lesson.targets for lesson in chosen],
                    [lesson.weight for lesson in chosen],
                )
                loss = measure_loss(batch, *self.say(examples, batch))
                optimiser.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_([*self.encoder.parameters(), *self.network.parameters()], 2.0)
                optimiser.step()
                pace.step()
                losses.append(loss.item())
            print(
                f"epoch {epoch + 1}: loss {numpy.mean(losses):.3f}, {perf_counter() - begin:.0f} s",
                flush=True,
            )

    def predict(self, examples: Sequence[Example]) -> tuple[numpy.ndarray, list[numpy.ndarray]]:
        """Return class scores (bullets, outputs) and token scores of each bullet (tokens, labels)."""
        self.encoder.eval()
        self.network.eval()
        classes = numpy.zeros((len(examples), self.network.class_heads.out_features), dtype=numpy.float32)
        tokens: list[Any] = [None] * len(examples)
        order = sorted(range(len(examples)), key=lambda number: len(examples[number].starts))
        with torch.no_grad():
            for start in range(0, len(order), 32):
                numbers = order[start : start + 32]
                chosen = [examples[number] for number in numbers]
                batch = make_batch(chosen, self.rows, None, [1.0] * len(chosen))
                scores, found = self.say(chosen, batch)
                classes[numbers] = found.numpy()
                for number, row, mask in zip(numbers, scores.numpy(), batch.mask.numpy(), strict=True):
                    tokens[number] = row[: int(mask.sum())]
        return classes, tokens


def write_soft(
    path: Path, examples: Sequence[Example], classes: numpy.ndarray, tokens: list[numpy.ndarray]
) -> None:
    """Write what a teacher says as probabilities."""
    shares = torch.cat(list(split_classes(torch.from_numpy(classes)).values()), 1).numpy()
    labels = [
        numpy.zeros((len(e.starts), t.shape[1]), dtype=numpy.float32)
        for e, t in zip(examples, tokens, strict=True)
    ]
    for label, token in zip(labels, tokens, strict=True):
        label[: len(token)] = 1 / (1 + numpy.exp(-token))
    numpy.savez_compressed(
        path,
        ids=numpy.array([example.bullet.id for example in examples]),
        lengths=numpy.array([len(label) for label in labels]),
        labels=numpy.concatenate(labels),
        classes=shares,
        scores=classes,
    )


def main() -> None:
    """Read the arguments, fine-tune, label and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("name")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--parts", nargs="*", default=["train"])
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    vectors, placements = read_vectors(options.work), read_split(options.work)
    examples = read_examples(options.work, "labelled")
    teacher = Teacher(vectors, seed=options.seed)
    teacher.train(
        choose_lessons(examples, placements, options.parts), epochs=options.epochs, seed=options.seed
    )
    held = [example for example in examples if placements[example.bullet.id].part in ("dev", "test")]
    classes, tokens = teacher.predict(held)
    write_soft(options.work / f"{options.name}.held.npz", held, classes, tokens)
    dev = [number for number, example in enumerate(held) if placements[example.bullet.id].part == "dev"]
    report([held[number] for number in dev], choose_answers(classes[dev]), options.name)
    unlabelled = read_examples(options.work, "unlabelled")
    write_soft(options.work / f"{options.name}.soft.npz", unlabelled, *teacher.predict(unlabelled))


if __name__ == "__main__":
    main()
