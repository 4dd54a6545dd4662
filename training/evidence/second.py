"""Second labels: what another reader answered, without a look at the first, of bullets that were doubtful.

`bullets/second.labels.tsv` names the bullets by a hash of the text. They are those public ones of TRAIN and DEV whose
labels networks that had not seen them believed least.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from training.evidence.bullets import CLASSES

PATH = Path(__file__).parent / "bullets" / "second.labels.tsv"


@cache
def read_second() -> Mapping[str, Mapping[str, str]]:
    """Return the second answers, by the hash of a text and by class; read once a run.

    Raises ValueError for a value that a class does not have.
    """
    with PATH.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, row in enumerate(rows, 2):
        for name, value in row.items():
            if name != "id" and value not in CLASSES[name]:
                raise ValueError(f"{PATH}:{number}: {name} is one of {', '.join(CLASSES[name])}")
    return {
        row["id"]: {name: value for name, value in row.items() if name != "id"}
        | {"outcome": "yes" if row["metric"] == "outcome" else "no"}
        for row in rows
    }


def share_answers(text_id: str, answers: Mapping[str, str]) -> dict[tuple[str, str], float]:
    """Return how much of the truth each value of each class is: half for each reader where there are two."""
    given = [answers, *([read_second()[text_id]] if text_id in read_second() else [])]
    return {
        (name, value): sum(each.get(name) == value for each in given) / len(given)
        for name, values in CLASSES.items()
        for value in values
    }
