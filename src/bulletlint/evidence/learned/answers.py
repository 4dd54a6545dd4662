"""What the evidence reader says of a bullet: spans with a confidence, and how likely each answer is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy
from numpy.typing import NDArray

from bulletlint.core.facts import Facts
from bulletlint.evidence.learned.inputs import COLUMNS, FACTS, FLAGS, make_inputs
from bulletlint.evidence.learned.network import ReaderWeights, UnknownReaderError, run_reader
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: What the network is told, in order; weights that were trained on something else are refused.
CONTRACT = (
    *(f"{name}:{size}" for name, size in COLUMNS),
    *FLAGS,
    *(f"{name}={value}" for name, value in FACTS),
)
#: From this probability on a token belongs to a span; a label may have its own.
LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class ReadSpan:
    """Words that the reader takes for evidence; `start` and `end` are character offsets in the bullet's text.

    `confidence` is the probability of its likeliest word, rounded to three places.
    """

    label: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Answers:
    """What the reader says: `classes` holds for each class how likely each of its values is; they add up to one.

    `likenesses` says for each rule how likely the bullet is one of those that it is about, `remarks` how likely a coach
    makes each of them; each for itself.
    """

    spans: tuple[ReadSpan, ...]
    classes: Mapping[str, Mapping[str, float]]
    likenesses: Mapping[str, float] = field(default_factory=dict)
    remarks: Mapping[str, float] = field(default_factory=dict)

    def find_likeliest(self, name: str) -> tuple[str, float]:
        """Return the likeliest value of a class with its probability; the first named wins a tie."""
        values = self.classes[name]
        best = max(values, key=values.__getitem__)
        return best, values[best]


def check_contract(weights: ReaderWeights) -> None:
    """Raise UnknownReaderError where weights were trained on other inputs than this version gathers."""
    if weights.contract != CONTRACT:
        raise UnknownReaderError("the reader was trained on other inputs than this version gathers")


def ask_reader(
    weights: ReaderWeights,
    bullets: Sequence[tuple[Tokens, Facts]],
    words: Words,
    limits: Mapping[str, float] | None = None,
) -> list[Answers]:
    """Read bullets of at least one token each; their facts are what patterns and the number grammar found.

    `limits` are probabilities, by label, from which on a token belongs to a span.
    """
    by_length: dict[int, list[int]] = {}
    for number, (tokens, _) in enumerate(bullets):
        by_length.setdefault(len(tokens), []).append(number)
    answers: dict[int, Answers] = {}
    for numbers in by_length.values():
        told = [make_inputs(*bullets[number], words) for number in numbers]
        for number, scores in zip(numbers, run_reader(weights, told), strict=True):
            spans = cut_spans(bullets[number][0], weights.labels, scores.labels, limits or {})
            answers[number] = Answers(spans, scores.classes, scores.likenesses, scores.remarks)
    return [answers[number] for number in range(len(bullets))]


def cut_spans(
    tokens: Tokens, labels: tuple[str, ...], shares: NDArray[numpy.float32], limits: Mapping[str, float]
) -> tuple[ReadSpan, ...]:
    """Return the runs of tokens that a label likely holds for, in the order of their places.

    `shares` (tokens, labels) are probabilities. A single doubtful word between two sure ones is taken along, a
    mark at either end is not, nor the second half of a word ("tuned" of "Fine-tuned"), and an amount is whole.
    """
    least = numpy.array([limits.get(label, LIKELY) for label in labels], dtype=numpy.float32)
    held = shares >= least
    spans: list[ReadSpan] = []
    for column in numpy.flatnonzero(held.any(axis=0)).tolist():
        places = numpy.flatnonzero(held[:, column]).tolist()
        first = last = places[0]
        for place in [*places[1:], len(tokens) + 2]:
            if place <= last + 2 and not set(tokens.stops).intersection(range(last, place)):
                last = place
                continue
            inside = [at for at in range(first, last + 1) if tokens.pos[at] != "PUNCT"]
            while len(inside) > 1 and is_second_half(tokens, inside[0]):
                del inside[0]
            if inside:
                confidence = round(float(shares[first : last + 1, column].max()), 3)
                begin, after = take_amounts(tokens, inside[0], inside[-1] + 1)
                start, end = tokens.start[begin], tokens.end[after - 1]
                spans.append(ReadSpan(labels[column], start, end, confidence))
            first = last = place
    spans.sort(key=lambda span: (span.start, span.end, span.label))
    return tuple(spans)


def is_second_half(tokens: Tokens, place: int) -> bool:
    """Tell whether a token is what stands behind the hyphen of a word."""
    start = tokens.start[place]
    return place > 0 and tokens.end[place - 1] == start - 1 and tokens.text[start - 1] == "-"


def take_amounts(tokens: Tokens, begin: int, after: int) -> tuple[int, int]:
    """Widen a run of tokens to the whole of each amount that it has a part of ("% lower" → "28 % lower")."""
    for place, end in tokens.amount_end.items():
        if place < after and begin < end:
            begin, after = min(begin, place), max(after, end)
    return begin, after
