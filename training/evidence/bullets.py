"""Labelled bullets: what a row of a training file says, with the words that prove it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

#: Classes of a bullet, and the values of each in the order of the network's outputs.
CLASSES: dict[str, tuple[str, ...]] = {
    "kind": ("delivery", "people", "other"),
    "lead_kind": ("outcome", "product", "build", "support", "none"),
    "technique_first": ("no", "yes"),
    "metric": ("outcome", "scale", "scope", "spec", "none"),
    "cost": ("none", "paid", "saved"),
    "fallback": ("no", "yes"),
    "monitoring": ("no", "watch", "trigger"),
    "outcome": ("no", "yes"),
}
#: Labels of a token; several may hold.
LABELS = (
    "outcome", "scale", "scope", "cost", "fallback", "monitoring", "technique", "safeguard", "vague",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """Words that prove something; `start` and `end` are character offsets in the bullet's text."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LabelledBullet:
    """One row: its text, the value of each class by name, and its spans.

    `collection` is "real", "written" or "line"; `source` the kind of source of a real one, the writer of a written one.
    A line was written for a `rule`, which must find something in it if it `fires`; it has no answers and no spans.
    """

    id: str
    text: str
    collection: str
    source: str
    lead_verb: str
    answers: dict[str, str]
    spans: tuple[Span, ...]
    rule: str = ""
    fires: bool = False


def read_bullets(path: Path) -> list[LabelledBullet]:
    """Read a labelled file; one whose name begins with "written" or "own" is ours, any other is real."""
    ours = path.name.startswith(("written", "own"))
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [make_bullet(row, "written" if ours else "real", path.stem) for row in rows]


def make_bullet(row: dict[str, str], collection: str, stem: str) -> LabelledBullet:
    """Make a bullet of a row; a file without spans or sources (the gold ones) gives none."""
    text = row["text"]
    spans = []
    for part in filter(None, (row.get("spans") or "").split(" | ")):
        label, _, words = part.partition("=")
        start = text.find(words)
        if label in LABELS and start >= 0:
            spans.append(Span(label, start, start + len(words)))
    answers = {name: row[name] for name in CLASSES if name in row}
    answers["outcome"] = "yes" if row["metric"] == "outcome" else "no"
    return LabelledBullet(
        row["id"], text, collection, row.get("source") or stem, row["lead_verb"], answers, tuple(spans)
    )


def read_folders(
    folders: Iterable[Path], prefixes: tuple[str, ...] = ("real", "written", "other")
) -> list[LabelledBullet]:
    """Read all labelled files of some folders, each text once; the earlier file wins."""
    found: dict[str, LabelledBullet] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.tsv")):
            if path.name.startswith(prefixes):
                for bullet in read_bullets(path):
                    found.setdefault(bullet.text, bullet)
    return list(found.values())
