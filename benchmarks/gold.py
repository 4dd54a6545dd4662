"""Reads labelled bullets (tab-separated, with a header; columns as in docs/accuracy.md)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

COLUMNS = (
    "id", "lead_verb", "lead_kind", "metric", "cost", "fallback", "monitoring", "technique_first", "kind", "text",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GoldBullet:
    """One labelled bullet; fields as in the columns."""

    id: str
    lead_verb: str
    lead_kind: str
    metric: str
    cost: str
    fallback: str
    monitoring: str
    technique_first: str
    kind: str
    text: str


def read_gold(path: Path) -> list[GoldBullet]:
    """Read a gold file; raises ValueError, naming the line, for a row that lacks a column."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    bullets = []
    for number, row in enumerate(rows, 2):
        missing = [column for column in COLUMNS if not row.get(column)]
        if missing:
            raise ValueError(f"{path}:{number}: no value for {missing[0]}")
        bullets.append(GoldBullet(**{column: row[column] for column in COLUMNS}))
    return bullets
