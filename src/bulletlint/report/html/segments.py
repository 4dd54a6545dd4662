"""A bullet's text cut where evidence begins and ends, since pieces of evidence overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bulletlint.core.facts import Evidence

#: Evidence that a reader is shown, and what it is called on the page.
SHOWN = {
    "outcome": "result", "scale": "scale", "scope": "scope", "cost": "cost", "fallback": "fallback",
    "monitoring": "signal", "safeguard": "safeguard", "technique": "technique", "vague": "vague",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters with the labels of the evidence that it lies in, and of the evidence that ends with it."""

    text: str
    labels: tuple[str, ...] = ()
    ending: tuple[str, ...] = ()


def cut_segments(text: str, evidence: Sequence[Evidence]) -> tuple[Segment, ...]:
    """Return a text as segments; together they are the text, and none is empty."""
    spans = [
        (item.start, item.end, SHOWN[item.label])
        for item in evidence
        if item.label in SHOWN and item.start < item.end
    ]
    edges = sorted({0, len(text), *(start for start, _, _ in spans), *(end for _, end, _ in spans)})
    segments = []
    for start, end in pairwise(edges):
        labels = dict.fromkeys(label for first, last, label in spans if first <= start and end <= last)
        ending = dict.fromkeys(label for _, last, label in spans if last == end and label in labels)
        segments.append(Segment(text[start:end], tuple(labels), tuple(ending)))
    return tuple(segments)
