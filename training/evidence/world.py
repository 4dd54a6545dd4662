"""Trains the choice of a bullet's world and writes it into the weights file of a reader.

    python -m training.evidence.world WEIGHTS.npz FOLDER …

FOLDER … hold labelled files whose texts belong to the ids of `bullets/worlds.labels.tsv`; `bullets/world-terms.txt` are
words of each world, which count as short bullets, so that a world's common words are known before a bullet has them.
Prints how right it is on bullets of writers that it did not learn from, then learns from all.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy
from numpy.typing import NDArray

from bulletlint.core.facts import WORLDS
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import load_words
from bulletlint.evidence.gather import read_bullets
from bulletlint.evidence.learned.network import find_vectors
from bulletlint.evidence.learned.reader import Reader, load_reader
from bulletlint.evidence.world import WorldWeights, choose_world, gather_features, weigh_worlds
from bulletlint.pipeline import load_pipeline
from training.descent import descend
from training.evidence.bullets import LabelledBullet, read_folders

FOLDER = Path(__file__).parent / "bullets"
FOLDS = 6
#: Strength of the penalty on large weights, steps of the descent and their size.
PENALTY, STEPS, RATE = 1e-3, 200, 0.05

Table = NDArray[numpy.float64]


def read_labels() -> dict[str, int]:
    """Return the number of the world of each labelled bullet, by its id."""
    with (FOLDER / "worlds.labels.tsv").open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["id"]: WORLDS.index(row["world"]) for row in rows}


def read_terms() -> list[tuple[str, int]]:
    """Return each term as a short sentence, with the number of its world."""
    found = []
    for line in (FOLDER / "world-terms.txt").read_text(encoding="utf-8").splitlines():
        world, _, terms = line.partition(": ")
        for term in terms.split(", "):
            text = f"Had {term}." if term.startswith("to ") else f"Managed the {term}."
            found.append((text, WORLDS.index(world)))
    return found


def gather_table(texts: list[str], reader: Reader, nlp: Any) -> Table:
    """Return the features of some texts, a row each, as a choice over word vectors is told them."""
    words = load_words([find_rules_folder()])
    rows = []
    for reading in read_bullets(list(nlp.pipe(texts)), words, reader=reader):
        tokens = reading.tokens
        rows.append(
            gather_features(tokens, reading.facts, find_vectors(reader.weights, tokens.lower, tokens.lemma))
        )
    return numpy.array(rows, dtype=numpy.float64)


def fit(features: Table, worlds: NDArray[numpy.int64], counts: Table) -> WorldWeights:
    """Fit a multinomial logistic regression by Adam; `counts` says how much each row counts."""
    told = numpy.c_[features, numpy.ones(len(features))]
    wanted = numpy.eye(len(WORLDS))[worlds]
    share = (counts / counts.sum())[:, None]

    def find_change(weights: Table) -> Table:
        scores = told @ weights
        powers = numpy.exp(scores - scores.max(axis=1, keepdims=True))
        change: Table = told.T @ ((powers / powers.sum(axis=1, keepdims=True) - wanted) * share)
        return change

    weights = numpy.zeros((told.shape[1], len(WORLDS)))
    weights = descend(weights, find_change, steps=STEPS, rate=RATE, penalty=PENALTY)
    return WorldWeights(weights[:-1].astype(numpy.float32), weights[-1].astype(numpy.float32))


def balance(worlds: NDArray[numpy.int64]) -> Table:
    """Return how much each bullet counts: one of a rare world more, by the root of its share."""
    counts = numpy.maximum(numpy.bincount(worlds, minlength=len(WORLDS)), 1) ** -0.5
    return numpy.asarray(counts[worlds] / counts[worlds].mean(), dtype=numpy.float64)


def name_fold(bullet: LabelledBullet) -> int:
    """Return the fold of a bullet: a writer's are all in one."""
    return crc32((bullet.source if bullet.collection == "written" else bullet.id).encode()) % FOLDS


def main() -> None:
    """Read the arguments, measure, fit and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("weights", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    options = parser.parse_args()
    reader = load_reader(options.weights.read_bytes(), [find_rules_folder()])
    nlp = load_pipeline()
    labels = read_labels()
    labelled = read_folders([FOLDER, *options.folders], ("real", "written"))
    bullets = [bullet for bullet in labelled if bullet.id in labels]
    terms = read_terms()
    table = gather_table([bullet.text for bullet in bullets], reader, nlp)
    extra = gather_table([text for text, _ in terms], reader, nlp)
    worlds = numpy.array([labels[bullet.id] for bullet in bullets])
    taught = numpy.array([world for _, world in terms])
    folds = numpy.array([name_fold(bullet) for bullet in bullets])

    def learn(kept: NDArray[numpy.bool_]) -> WorldWeights:
        counts = numpy.r_[balance(worlds[kept]), numpy.ones(len(taught))]
        return fit(numpy.r_[table[kept], extra], numpy.r_[worlds[kept], taught], counts)

    said = numpy.zeros(len(bullets), dtype=numpy.int64)
    for fold in range(FOLDS):
        weights = learn(folds != fold)
        for row in numpy.flatnonzero(folds == fold):
            shares = weigh_worlds(weights, table[row].astype(numpy.float32))
            said[row] = WORLDS.index(choose_world(shares))
    named = said > 0
    right = (said == worlds)[named].mean()
    print(f"{len(bullets)} bullets; a world is named for {named.mean():.2f}, right for {right:.3f}")
    technical = numpy.isin(said, (1, 2))
    print(f"technical or not, of those called so: {numpy.isin(worlds, (1, 2))[technical].mean():.3f}")
    weights = learn(numpy.ones(len(bullets), dtype=bool))
    with numpy.load(options.weights, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    arrays["world.weight"] = weights.weight.astype(numpy.float16)
    arrays["world.bias"] = weights.bias.astype(numpy.float16)
    with options.weights.open("wb") as stream:
        numpy.savez(stream, **arrays)


if __name__ == "__main__":
    main()
