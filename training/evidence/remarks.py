"""What a coach would say of a bullet, and how much that counts in training.

`bullets/remarks.labels.tsv` holds, by a hash of the text, which of five remarks (`bulletlint.core.facts.REMARKS`) a
strict coach would make of a bullet, y or n.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy
from numpy.typing import NDArray

from bulletlint.core.facts import REMARKS
from training.evidence.bullets import LabelledBullet
from training.evidence.join import name_text

PATH = Path(__file__).parent / "bullets" / "remarks.labels.tsv"
#: How much a remark that was looked for counts, beside a line for its own rule.
LOOKED_FOR = 0.5

Floats = NDArray[numpy.float32]


@cache
def read_remarks() -> Mapping[str, Floats]:
    """Return, by the hash of a text, ones for the remarks that are made of it (remarks,); read once a run.

    Raises ValueError for an answer that is not y or n.
    """
    with PATH.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, row in enumerate(rows, 2):
        if {row[name] for name in REMARKS} - {"y", "n"}:
            raise ValueError(f"{PATH}:{number}: a remark is made (y) or not (n)")
    return {
        row["id"]: numpy.array([row[name] == "y" for name in REMARKS], dtype=numpy.float32) for row in rows
    }


def weigh_remarks(bullet: LabelledBullet) -> tuple[Floats, Floats]:
    """Return which remarks are made of a bullet, and how much that counts: (remarks,) both."""
    made = read_remarks().get(name_text(bullet.text))
    nothing = numpy.zeros(len(REMARKS), dtype=numpy.float32)
    return (nothing, nothing) if made is None else (made, nothing + numpy.float32(LOOKED_FOR))
