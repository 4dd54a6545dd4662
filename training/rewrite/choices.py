"""Trains the choice of a slot's wording and writes its weights into the folder of a reader.

    python -m training.rewrite.choices FOLDER TEXTS.tsv …

FOLDER holds the reader's weights; TEXTS … have the columns `id` and `text` of the bullets that `slot-labels.tsv`
labels. `slot-terms.txt` has words for each wording, which count as short bullets. Prints how right the choice is on
bullets of persons that it does not learn from, by how sure it is.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy
from numpy.typing import NDArray

from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import load_words
from bulletlint.evidence.gather import read_bullets
from bulletlint.evidence.learned.reader import Reader, load_reader
from bulletlint.pipeline import load_pipeline
from bulletlint.pipeline.reader import CHOICES, WEIGHTS
from bulletlint.rewrite.slots.choice import BUCKETS, gather_told
from training.descent import descend

FOLDER = Path(__file__).parent
SLOTS = ("what", "cost", "fallback")
#: How much a term counts beside a labelled bullet, and by which power of its share a rare wording counts more.
TERM, RARE = 0.5, 0.2
#: Strength of the penalty on large weights, steps of the descent and their size.
PENALTY, STEPS, RATE = 3e-4, 120, 0.05
#: Shares of the bullets that the figures are printed for, the surest first.
SHARES = (0.25, 0.5, 0.75, 1.0)

Table = NDArray[numpy.float32]
Labels = Mapping[str, Mapping[str, str]]


def read_labels() -> dict[str, dict[str, str]]:
    """Return the labels of each bullet by its id: a wording for each slot, and `part`, train or held."""
    with (FOLDER / "slot-labels.tsv").open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["id"]: row for row in rows}


def read_texts(paths: Sequence[Path]) -> dict[str, str]:
    """Return the texts of some files by id."""
    texts: dict[str, str] = {}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                texts[row["id"]] = row["text"]
    return texts


def read_terms() -> list[tuple[str, str, str]]:
    """Return each term as a short sentence, with its slot and wording."""
    found = []
    for line in (FOLDER / "slot-terms.txt").read_text(encoding="utf-8").splitlines():
        key, _, terms = line.partition(": ")
        slot, _, name = key.partition("/")
        for term in terms.split(", "):
            text = f"{term[3:4].upper()}{term[4:]}." if term.startswith("to ") else f"Managed the {term}."
            found.append((text, slot, name))
    return found


def gather_table(texts: Sequence[str], reader: Reader, nlp: Any) -> Table:
    """Return what the choice is told of some texts, a row each, the rows of lemmas spread out behind the numbers."""
    words = load_words([find_rules_folder()])
    told = []
    for reading in read_bullets(list(nlp.pipe(texts)), words, reader=reader):
        features, rows = gather_told(reading.tokens, reading.facts, reader.weights)
        spread = numpy.zeros(BUCKETS, dtype=numpy.float32)
        if rows:
            spread[rows] = len(rows) ** -0.5
        told.append(numpy.concatenate([features, spread]))
    return numpy.array(told, dtype=numpy.float32)


def squash(scores: Table) -> Table:
    """Return probabilities of scores, row by row."""
    powers = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return numpy.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=numpy.float32)


def fit(table: Table, wanted: Table, counts: Table) -> tuple[Table, Table]:
    """Fit a multinomial logistic regression by Adam; `counts` (rows,) says how much each row counts."""
    told = numpy.c_[table, numpy.ones(len(table), dtype=numpy.float32)]
    share = (counts / counts.sum())[:, None]

    def find_change(weights: Table) -> Table:
        change: Table = told.T @ ((squash(told @ weights) - wanted) * share)
        return change

    weights = numpy.zeros((told.shape[1], wanted.shape[1]), dtype=numpy.float32)
    weights = descend(weights, find_change, steps=STEPS, rate=RATE, penalty=PENALTY, memory=0.99)
    return weights[:-1], weights[-1]


def learn(
    table: Table, said: Sequence[str], terms: Table, taught: Sequence[str], names: Sequence[str]
) -> tuple[Table, Table]:
    """Fit the choice of one slot to bullets and terms, whose wordings are `said` and `taught`."""
    order = {name: number for number, name in enumerate(names)}
    numbers = numpy.array([order[name] for name in (*said, *taught)])
    rarity = numpy.maximum(numpy.bincount(numbers[: len(said)], minlength=len(names)), 1) ** -RARE
    counts = rarity[numbers]
    counts[: len(said)] /= counts[: len(said)].mean()
    counts[len(said) :] = TERM
    wanted = numpy.eye(len(names), dtype=numpy.float32)[numbers]
    return fit(numpy.r_[table, terms], wanted, counts.astype(numpy.float32))


def report(slot: str, shares: Table, said: Sequence[str], names: Sequence[str]) -> None:
    """Print how often the likeliest wording is the labelled one, and one of three is, the surest bullets first."""
    order = numpy.argsort(-shares, axis=1)
    right = numpy.array([names[row[0]] == name for row, name in zip(order, said, strict=True)])
    among = numpy.array(
        [name in [names[at] for at in row[:3]] for row, name in zip(order, said, strict=True)]
    )
    surest = numpy.argsort(-shares.max(axis=1))
    print(f"{slot}: {right.mean():.3f} right, {among.mean():.3f} among three ({len(said)} bullets)")
    for share in SHARES:
        taken = surest[: max(1, round(share * len(said)))]
        limit = shares.max(axis=1)[taken].min()
        print(
            f"  the surest {share:.0%} (from {limit:.2f}): {right[taken].mean():.2f}, {among[taken].mean():.2f}"
        )


def pack(weight: Table) -> tuple[NDArray[numpy.int8], Table]:
    """Return weights as a byte each, and what each column is to be multiplied by."""
    scale = numpy.maximum(numpy.abs(weight).max(axis=0), 1e-6) / 127
    return numpy.round(weight / scale).astype(numpy.int8), scale.astype(numpy.float32)


def main() -> None:
    """Read the arguments, measure, fit and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    options = parser.parse_args()
    reader = load_reader((options.folder / WEIGHTS).read_bytes(), [find_rules_folder()])
    nlp = load_pipeline()
    labels, texts, terms = read_labels(), read_texts(options.texts), read_terms()
    known = [number for number in labels if number in texts]
    table = gather_table([texts[number] for number in known], reader, nlp)
    taught = gather_table([text for text, _, _ in terms], reader, nlp)
    train = numpy.array([labels[number]["part"] == "train" for number in known])
    columns: list[Table] = []
    biases: list[Table] = []
    names: dict[str, list[str]] = {}
    for slot in SLOTS:
        said = [labels[number][slot] for number in known]
        own = numpy.array([of == slot for _, of, _ in terms])
        told = [name for _, of, name in terms if of == slot]
        names[slot] = sorted({*said, *told})
        kept = [name for name, part in zip(said, train, strict=True) if part]
        weight, bias = learn(table[train], kept, taught[own], told, names[slot])
        held = [name for name, part in zip(said, train, strict=True) if not part]
        if held:
            report(slot, squash(table[~train] @ weight + bias), held, names[slot])
        columns.append(weight)
        biases.append(bias)
    packed, scale = pack(numpy.concatenate(columns, axis=1))
    with (options.folder / CHOICES).open("wb") as stream:
        numpy.savez_compressed(
            stream,
            names=numpy.frombuffer(json.dumps(names).encode(), dtype=numpy.uint8),
            weight=packed, scale=scale, bias=numpy.concatenate(biases).astype(numpy.float32),
        )  # fmt: skip


if __name__ == "__main__":
    main()
