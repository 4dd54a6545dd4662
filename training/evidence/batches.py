"""Examples as padded arrays for PyTorch, made once and cut into batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy
import torch
from torch import Tensor

from bulletlint.core.facts import LIKENESSES, REMARKS
from training.evidence.bullets import CLASSES, LABELS
from training.evidence.examples import Example
from training.evidence.join import name_text
from training.evidence.lines import weigh_likenesses
from training.evidence.remarks import weigh_remarks
from training.evidence.second import share_answers
from training.evidence.vectors import WordVectors

#: Longest bullet that is trained on, in tokens; the run time reads any length.
LONGEST = 90


@dataclass(frozen=True, slots=True)
class Batch:
    """B bullets of up to T tokens; what is a row a token is padded with zeros.

    `words` (B, T) rows of the word table; `columns` (B, T, traits); `flags` (B, T, flags); `vectors` (B, T, 96);
    `head` (B, T); `lead` (B,); `facts` (B, facts); `mask` (B, T) one where a token is. `labels` (B, T, labels) and
    `classes` (B, outputs) are probabilities to learn, `weight` (B,) how much these count; `alike` (B, rules and
    remarks) are ones for rules whose bullets a bullet is like and for remarks that a coach makes, `counts` how much
    each of them counts. `pieces` (B, P) and `piece_of` (B, T) are the teacher's.
    """

    words: Tensor
    columns: Tensor
    flags: Tensor
    vectors: Tensor
    head: Tensor
    lead: Tensor
    facts: Tensor
    mask: Tensor
    labels: Tensor
    classes: Tensor
    weight: Tensor
    alike: Tensor
    counts: Tensor
    pieces: Tensor | None = None
    piece_of: Tensor | None = None


@dataclass(frozen=True, slots=True)
class Targets:
    """What to learn of a bullet: `labels` (tokens, labels) and `classes` (outputs,), ones and zeros or softer.

    `alike` and `counts` (rules and remarks,) say of which rules' bullets it is one and which remarks are made of it,
    and how much that counts.
    """

    labels: numpy.ndarray
    classes: numpy.ndarray
    alike: numpy.ndarray
    counts: numpy.ndarray


def find_rows(vectors: WordVectors) -> Mapping[str, int]:
    """Return the row of each known word."""
    return {word: row for row, word in enumerate(vectors.words) if word}


def look_up(rows: Mapping[str, int], example: Example) -> list[int]:
    """Return the row of each token: by its spelling, else by its lemma, else 0."""
    return [
        rows.get(word) or rows.get(lemma, 0)
        for word, lemma in zip(example.inputs.words, example.inputs.lemmas, strict=True)
    ]


def make_targets(example: Example) -> Targets:
    """Return the targets that a labelled bullet states; a line states nothing of the classes."""
    bullet = example.bullet
    classes = list(share_answers(name_text(bullet.text), bullet.answers).values())
    alike, counts = weigh_likenesses(bullet)
    made, looked_for = weigh_remarks(bullet)
    return Targets(
        example.labels,
        numpy.array(classes, dtype=numpy.float32),
        numpy.concatenate([alike, made]),
        numpy.concatenate([counts, looked_for]),
    )


def make_batch(
    examples: Sequence[Example],
    rows: Mapping[str, int],
    targets: Sequence[Targets] | None,
    weights: Sequence[float],
) -> Batch:
    """Pad some examples to the longest of them."""
    size = min(LONGEST, max(len(example.starts) for example in examples))
    count, first = len(examples), examples[0].inputs
    words = numpy.zeros((count, size), dtype=numpy.int64)
    columns = numpy.zeros((count, size, first.columns.shape[1]), dtype=numpy.int64)
    flags = numpy.zeros((count, size, first.flags.shape[1]), dtype=numpy.float32)
    vectors = numpy.zeros((count, size, examples[0].vectors.shape[1]), dtype=numpy.float32)
    head = numpy.zeros((count, size), dtype=numpy.int64)
    mask = numpy.zeros((count, size), dtype=numpy.float32)
    labels = numpy.zeros((count, size, len(LABELS)), dtype=numpy.float32)
    outputs = sum(map(len, CLASSES.values()))
    classes = numpy.zeros((count, outputs), dtype=numpy.float32)
    alike = numpy.zeros((count, len(LIKENESSES) + len(REMARKS)), dtype=numpy.float32)
    counts = numpy.zeros_like(alike)
    for number, example in enumerate(examples):
        inputs, end = example.inputs, min(size, len(example.starts))
        words[number, :end] = look_up(rows, example)[:end]
        columns[number, :end] = inputs.columns[:end]
        flags[number, :end] = inputs.flags[:end]
        vectors[number, :end] = example.vectors[:end]
        head[number, :end] = numpy.minimum(inputs.head[:end], end - 1)
        mask[number, :end] = 1
        if targets is not None:
            labels[number, :end] = targets[number].labels[:end]
            classes[number] = targets[number].classes
            alike[number], counts[number] = targets[number].alike, targets[number].counts
    lead = [min(example.inputs.lead, size - 1) for example in examples]
    return Batch(
        torch.from_numpy(words),
        torch.from_numpy(columns),
        torch.from_numpy(flags),
        torch.from_numpy(vectors),
        torch.from_numpy(head),
        torch.tensor(lead),
        torch.from_numpy(numpy.stack([example.inputs.facts for example in examples])),
        torch.from_numpy(mask),
        torch.from_numpy(labels),
        torch.from_numpy(classes),
        torch.tensor(weights, dtype=torch.float32),
        torch.from_numpy(alike),
        torch.from_numpy(counts),
    )


def cut_batches(lengths: Sequence[int], size: int, chance: random.Random) -> Iterator[list[int]]:
    """Yield the numbers of examples in batches of like length, in an order by chance."""
    order = list(range(len(lengths)))
    chance.shuffle(order)
    for start in range(0, len(order), 16 * size):
        pool = sorted(order[start : start + 16 * size], key=lengths.__getitem__)
        groups = [pool[at : at + size] for at in range(0, len(pool), size)]
        chance.shuffle(groups)
        yield from groups
