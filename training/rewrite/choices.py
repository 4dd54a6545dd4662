"""Trains the choice of a slot's wording and writes its weights into the folder of a reader.

    python -m training.rewrite.choices FOLDER TEXTS.tsv …

FOLDER holds the reader's weights; TEXTS … have the columns `id` and `text` of the bullets that `slot-labels-again.tsv`
labels, by one labeller who had all wordings at hand, and `slot-labels.tsv`, by four with fewer. `slot-terms.txt` has
words for each wording, which count as short bullets. Prints how right the choice is on bullets of persons that it does
not learn from, by how sure it is.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Sequence
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
from bulletlint.rewrite.slots.slot_file import PLAIN
from training.descent import descend

FOLDER = Path(__file__).parent
SLOTS = ("what", "cost", "fallback")
#: The file of the one labeller.
AGAIN = "slot-labels-again.tsv"
#: The label of the four for what should not be asked at all, which no bullet tells.
NOTHING = "none"
#: How much a term counts beside a labelled bullet.
TERM = 0.35
#: Strength of the penalty on large weights, steps of the descent and their size.
PENALTY, STEPS, RATE = 3e-4, 120, 0.05
#: How much a bullet counts that only the four labelled, how far the fit's own guess of its label is trusted, and how
#: often such labels are guessed anew. `SLIP` and `SAME` are what is added to the counts of who says what for what.
FIRST, TRUST, ROUNDS, SLIP, SAME = 0.5, 0.7, 2, 0.02, 2.0
#: Shares of the bullets that the figures are printed for, the surest first.
SHARES = (0.25, 0.5, 0.75, 1.0)

Table = NDArray[numpy.float32]


def read_labels(name: str = "slot-labels.tsv") -> dict[str, dict[str, str]]:
    """Return the labels of each bullet by its id: a wording for each slot, "" unasked, and `part`, train or held."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {
            row["id"]: {key: PLAIN if text == NOTHING else text for key, text in row.items()} for row in rows
        }


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
            found.append((text, slot, PLAIN if name == NOTHING else name))
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
    weights = descend(weights, find_change, steps=STEPS, rate=RATE, penalty=PENALTY)
    return weights[:-1], weights[-1]


def learn(
    table: Table,
    said: Sequence[str],
    first: Sequence[str],
    terms: Table,
    taught: Sequence[str],
    names: Sequence[str],
) -> tuple[Table, Table]:
    """Fit the choice of one slot to bullets and terms.

    `said` and `first` are what the one labeller and the four say of each bullet, "" nothing; `taught` are the wordings
    of the terms. Where only the four labelled, the label is guessed from theirs and from the fit, and fitted again.
    """
    order = {name: number for number, name in enumerate(names)}
    one = numpy.eye(len(names), dtype=numpy.float32)
    known = [number for number, name in enumerate(said) if name]
    guessed = [number for number, name in enumerate(said) if not name and first[number]]
    sure = one[[order[said[number]] for number in known]]
    extra = one[[order[name] for name in taught]]
    told, wanted = numpy.r_[table[known], terms], numpy.r_[sure, extra]
    counts = numpy.r_[numpy.ones(len(known)), numpy.full(len(taught), TERM)].astype(numpy.float32)
    weight, bias = fit(told, wanted, counts)
    if not guessed:
        return weight, bias
    saying = weigh_sayings(said, first, names)[:, [order[first[number]] for number in guessed]].T
    counts = numpy.r_[counts, numpy.full(len(guessed), FIRST, dtype=numpy.float32)]
    for _ in range(ROUNDS):
        likely = squash(table[guessed] @ weight + bias) ** TRUST * saying
        likely /= likely.sum(axis=1, keepdims=True)
        weight, bias = fit(numpy.r_[told, table[guessed]], numpy.r_[wanted, likely], counts)
    return weight, bias


def weigh_sayings(said: Sequence[str], first: Sequence[str], names: Sequence[str]) -> Table:
    """Return how likely the four say each wording (column) where the one labeller says another (row)."""
    order = {name: number for number, name in enumerate(names)}
    counts = SLIP + SAME * numpy.eye(len(names), dtype=numpy.float32)
    for one, four in zip(said, first, strict=True):
        if one and four:
            counts[order[one], order[four]] += 1
    return numpy.asarray(counts / counts.sum(axis=1, keepdims=True), dtype=numpy.float32)


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
    first, again = read_labels(), read_labels(AGAIN)
    texts, terms = read_texts(options.texts), read_terms()
    known = [number for number in dict.fromkeys([*again, *first]) if number in texts]
    table = gather_table([texts[number] for number in known], reader, nlp)
    taught = gather_table([text for text, _, _ in terms], reader, nlp)
    held = numpy.array([(again.get(number) or first[number])["part"] == "held" for number in known])
    columns: list[Table] = []
    biases: list[Table] = []
    names: dict[str, list[str]] = {}
    for slot in SLOTS:
        said, four = ([rows.get(number, {}).get(slot, "") for number in known] for rows in (again, first))
        own = numpy.array([of == slot for _, of, _ in terms])
        told = [name for _, of, name in terms if of == slot]
        names[slot] = sorted({*said, *four, *told} - {""})
        kept = [number for number, hold in enumerate(held) if not hold]
        weight, bias = learn(
            table[kept], [said[at] for at in kept], [four[at] for at in kept], taught[own], told, names[slot]
        )
        tried = [number for number, hold in enumerate(held) if hold and said[number]]
        if tried:
            shares = squash(table[tried] @ weight + bias)
            report(slot, shares, [said[number] for number in tried], names[slot])
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
