"""Runs the learned reader: a small network that says what each word of a bullet proves, and what the bullet is.

Bullets of one length are read together, each by products of its own, so that what is said of a bullet does not hang on
those beside it, bit for bit. Only NumPy is needed; `training/evidence` makes the weights.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import numpy
from numpy.typing import NDArray

from bulletlint.evidence.learned.inputs import ReaderInputs
from bulletlint.evidence.world import WorldWeights, scale_vectors, unpack_worlds

Floats = NDArray[numpy.float32]


_EPSILON = numpy.float32(1e-5)


class UnknownReaderError(ValueError):
    """A file of weights is not one that this version can run."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A linear layer: `weight` (inputs, outputs), `bias` (outputs,)."""

    weight: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class Norm:
    """Brings a row to mean zero and deviation one, then scales it: `gain` and `shift` (width,)."""

    gain: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class ReaderWeights:
    """All that the reader knows; the temperatures of the classes are folded into the layer that scores them.

    `labels` are those of a token, `classes` the values of each class of a bullet, in the order of the scores, behind
    which stands one more for each rule of `likenesses`: how far a bullet is like those that the rule is about; and then
    one for each of `remarks`: how likely a coach makes it.
    `contract` names what it must be told, column by column; the evidence layer compares it with what it gathers.
    """

    labels: tuple[str, ...]
    classes: Mapping[str, tuple[str, ...]]
    contract: tuple[str, ...]
    rows: Mapping[str, int]
    #: (words, static width) int8; row 0, for unknown words, is zero.
    table: NDArray[numpy.int8]
    #: (values of all traits, width)
    traits: Floats
    #: (words and flags, width)
    entry: Floats
    entry_norm: Norm
    blocks: tuple[tuple[Layer, Norm], ...]
    token_scores: Layer
    #: (flags, labels): what a flag of a token counts directly.
    token_skip: Floats
    bullet: Layer
    class_scores: Layer
    #: (labels + facts, outputs): what the likeliest token of each label, and each fact, count directly.
    class_skip: Floats
    #: (labels,): what token scores are divided by, so that they are as sure as they are right.
    temperatures: Floats
    #: What chooses a bullet's world; a file of an older training has none.
    worlds: WorldWeights | None = None
    likenesses: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReaderScores:
    """What the reader says: `labels` (tokens, labels), each a probability; `classes` a probability of each value.

    `likenesses` says for each rule how likely the bullet is one of those that it is about, `remarks` how likely a coach
    makes each of them; each from 0 to 1 for itself.
    """

    labels: Floats
    classes: Mapping[str, Mapping[str, float]]
    likenesses: Mapping[str, float]
    remarks: Mapping[str, float]


def read_reader(content: bytes) -> ReaderWeights:
    """Read weights from the content of a file; raises UnknownReaderError where it is of another kind."""
    try:
        with numpy.load(BytesIO(content), allow_pickle=False) as stored:
            return unpack_weights({name: stored[name] for name in stored.files})
    except (BadZipFile, EOFError, KeyError, TypeError, ValueError) as error:
        raise UnknownReaderError(f"not the weights of a reader: {error}") from error


def unpack_weights(stored: Mapping[str, Any]) -> ReaderWeights:
    """Make weights of the arrays of a file; raises KeyError or ValueError where one is missing or does not fit."""
    about = json.loads(stored["about"].tobytes().decode("utf-8"))
    words = stored["words"].tobytes().decode("utf-8").split("\n")

    def layer(name: str) -> Layer:
        return Layer(as_floats(stored[f"{name}.weight"]), as_floats(stored[f"{name}.bias"]))

    def norm(name: str) -> Norm:
        return Norm(as_floats(stored[f"{name}.weight"]), as_floats(stored[f"{name}.bias"]))

    weights = ReaderWeights(
        labels=tuple(about["labels"]),
        classes={name: tuple(values) for name, values in about["classes"].items()},
        contract=tuple(about["contract"]),
        rows={word: row for row, word in enumerate(words) if word},
        table=stored["table"],
        traits=as_floats(stored["traits"]),
        entry=as_floats(stored["entry"]),
        entry_norm=norm("entry_norm"),
        blocks=tuple((layer(f"block{number}"), norm(f"norm{number}")) for number in range(about["blocks"])),
        token_scores=layer("token_scores"),
        token_skip=as_floats(stored["token_skip"]),
        bullet=layer("bullet"),
        class_scores=layer("class_scores"),
        class_skip=as_floats(stored["class_skip"]),
        temperatures=as_floats(stored["temperatures"]),
        worlds=unpack_worlds(stored),
        likenesses=tuple(about.get("likenesses", ())),
        remarks=tuple(about.get("remarks", ())),
    )
    outputs = sum(map(len, weights.classes.values())) + len(weights.likenesses) + len(weights.remarks)
    if (
        len(words) != len(weights.table)
        or weights.traits.shape[1] != weights.entry.shape[1]
        or len(weights.class_scores.bias) != outputs
    ):
        raise ValueError("its parts do not fit together")
    return weights


def as_floats(array: NDArray[Any]) -> Floats:
    return numpy.ascontiguousarray(array, dtype=numpy.float32)


def find_rows(weights: ReaderWeights, words: Sequence[str], lemmas: Sequence[str]) -> list[int]:
    """Return each word's row in the table: by its spelling, else by its lemma, else 0."""
    rows = weights.rows
    return [rows.get(word) or rows.get(lemma, 0) for word, lemma in zip(words, lemmas, strict=True)]


def find_vectors(weights: ReaderWeights, words: Sequence[str], lemmas: Sequence[str]) -> Floats:
    """Return each word's vector (words, static width), of length one, or zero for an unknown word."""
    return scale_vectors(weights.table.take(find_rows(weights, words, lemmas), axis=0))


def run_reader(weights: ReaderWeights, told: Sequence[ReaderInputs]) -> list[ReaderScores]:
    """Read bullets that all have the same number of tokens, at least one.

    In shapes below, bullets come first, then tokens.
    """
    bullets, size = len(told), len(told[0].words)
    static, width = weights.table.shape[1], weights.traits.shape[1]
    rows = [find_rows(weights, inputs.words, inputs.lemmas) for inputs in told]
    flags = numpy.stack([inputs.flags for inputs in told])
    seen = numpy.empty((bullets, size, static + flags.shape[2]), dtype=numpy.float32)
    seen[:, :, :static] = weights.table.take(rows, axis=0)
    seen[:, :, static:] = flags
    state: Floats = numpy.matmul(seen, weights.entry)
    state += weights.traits.take(numpy.stack([inputs.columns for inputs in told]), axis=0).sum(axis=2)
    normalise(weights.entry_norm, state)
    numpy.maximum(state, 0, out=state)
    # A head's place among all tokens of all bullets.
    heads = numpy.stack([inputs.head for inputs in told]) + size * numpy.arange(bullets)[:, None]
    seen = numpy.zeros((bullets, size, 4 * width), dtype=numpy.float32)
    for layer, norm in weights.blocks:
        seen[:, 1:, :width] = state[:, :-1]
        seen[:, :, width : 2 * width] = state
        seen[:, :-1, 2 * width : 3 * width] = state[:, 1:]
        seen[:, :, 3 * width :] = state.reshape(-1, width).take(heads, axis=0)
        change = numpy.matmul(seen, layer.weight)
        change += layer.bias
        numpy.maximum(change, 0, out=change)
        state += change
        normalise(norm, state)
    raw = numpy.matmul(state, weights.token_scores.weight)
    raw += numpy.matmul(flags, weights.token_skip)
    raw += weights.token_scores.bias
    leads = [inputs.lead for inputs in told]
    pooled = numpy.concatenate(
        [
            state.sum(axis=1) / numpy.float32(size),
            state.max(axis=1),
            state[numpy.arange(bullets), leads],
            state[:, 0],
            squash(raw.max(axis=1)),
            numpy.stack([inputs.facts for inputs in told]),
        ],
        axis=1,
    )[:, None, :]
    hidden = numpy.matmul(pooled, weights.bullet.weight)
    hidden += weights.bullet.bias
    numpy.maximum(hidden, 0, out=hidden)
    scores = numpy.matmul(hidden, weights.class_scores.weight)
    scores += numpy.matmul(pooled[:, :, 4 * width :], weights.class_skip)
    scores += weights.class_scores.bias
    raw /= weights.temperatures
    labels = squash(raw)
    rules = len(weights.likenesses)
    classes = scores.shape[2] - rules - len(weights.remarks)
    alone = squash(scores[:, 0, classes:]).tolist()
    return [
        ReaderScores(
            labels[number],
            name_classes(weights.classes, scores[number, 0, :classes]),
            dict(zip(weights.likenesses, alone[number][:rules], strict=True)),
            dict(zip(weights.remarks, alone[number][rules:], strict=True)),
        )
        for number in range(bullets)
    ]


def normalise(norm: Norm, state: Floats) -> None:
    """Normalise each row in place."""
    size = numpy.float32(state.shape[2])
    state -= state.sum(axis=2, keepdims=True) / size
    spread = numpy.einsum("kij,kij->ki", state, state) / size
    state *= (1 / numpy.sqrt(spread + _EPSILON))[:, :, None]
    state *= norm.gain
    state += norm.shift


def squash(scores: Floats) -> Floats:
    """Return probabilities of scores that stand each for itself."""
    shares: Floats = numpy.divide(1, 1 + numpy.exp(-numpy.clip(scores, -30, 30)), dtype=numpy.float32)
    return shares


def name_classes(classes: Mapping[str, Sequence[str]], scores: Floats) -> dict[str, dict[str, float]]:
    """Return the probability of each value by class and value."""
    powers = numpy.exp(scores - scores.max()).tolist()
    found: dict[str, dict[str, float]] = {}
    start = 0
    for name, values in classes.items():
        own = powers[start : start + len(values)]
        total = sum(own) or 1.0
        found[name] = {value: power / total for value, power in zip(values, own, strict=True)}
        start += len(values)
    return found
