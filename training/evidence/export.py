"""Writes a trained network as the weights that the product reads.

    python -m training.evidence.export WORK NAME FOLDER [--calibration FILE.json]

Everything that only training needs is folded away: the scale of the word table, inputs that the design is not told,
and the temperatures of the calibration. Numbers are stored with 16 bits, the word table with 8.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

import numpy
from numpy.typing import NDArray

from bulletlint.core.facts import LIKENESSES, REMARKS
from bulletlint.evidence.learned.answers import CONTRACT
from bulletlint.evidence.learned.inputs import FLAGS
from bulletlint.pipeline.reader import WEIGHTS
from training.evidence.bullets import CLASSES, LABELS
from training.evidence.network import ReaderNetwork
from training.evidence.train import load_network
from training.evidence.vectors import WordVectors, read_vectors


def fold_network(
    network: ReaderNetwork, vectors: WordVectors, temperatures: Mapping[str, float]
) -> dict[str, NDArray[numpy.float64]]:
    """Return the arrays of one network; `temperatures` divide the scores of each class.

    Raises ValueError for a design that sees the pipeline's vectors: the product does not hand them on.
    """
    if network.design.vectors:
        raise ValueError("a network that sees the pipeline's vectors cannot be exported")
    state = {name: value.numpy().astype(numpy.float64) for name, value in network.state_dict().items()}
    design = network.design
    table = vectors.table.astype(numpy.float64) * vectors.scale
    told = network.table.numpy().std(axis=0) > 0
    static = table.shape[1]
    entry = state["dense.weight"].T[: static + len(FLAGS)].copy()
    entry[:static] *= (told * vectors.scale / (table.std(axis=0) + 1e-6))[:, None]
    entry[static:] *= network.flag_mask.numpy()[:, None]
    # Each token has one row of the first column of traits, which so takes the bias along.
    traits = state["traits.weight"] * numpy.repeat(network.trait_mask.numpy(), network.trait_sizes())[:, None]
    traits[: network.trait_sizes()[0]] += state["dense.bias"]
    bullet, skip = state["bullet.weight"].T.copy(), state["class_skip.weight"].T.copy()
    if not design.patterns:
        bullet[4 * design.width + len(LABELS) :] = 0
        skip[len(LABELS) :] = 0
    scale = numpy.concatenate(
        [
            *(numpy.full(len(values), 1 / temperatures.get(name, 1.0)) for name, values in CLASSES.items()),
            numpy.ones(len(LIKENESSES) + len(REMARKS)),
        ]
    )
    arrays = {
        "traits": traits, "entry": entry,
        "entry_norm.weight": state["entry_norm.weight"], "entry_norm.bias": state["entry_norm.bias"],
        "token_scores.weight": state["token_heads.weight"].T, "token_scores.bias": state["token_heads.bias"],
        "token_skip": state["token_skip.weight"].T * network.flag_mask.numpy()[:, None],
        "bullet.weight": bullet, "bullet.bias": state["bullet.bias"],
        "class_scores.weight": state["class_heads.weight"].T * scale,
        "class_scores.bias": state["class_heads.bias"] * scale,
        "class_skip": skip * scale,
    }  # fmt: skip
    for number in range(design.layers):
        arrays[f"block{number}.weight"] = state[f"blocks.{number}.weight"].T
        arrays[f"block{number}.bias"] = state[f"blocks.{number}.bias"]
        arrays[f"norm{number}.weight"] = state[f"norms.{number}.weight"]
        arrays[f"norm{number}.bias"] = state[f"norms.{number}.bias"]
    return arrays


def pack_network(
    network: ReaderNetwork, vectors: WordVectors, temperatures: Mapping[str, float]
) -> dict[str, NDArray[numpy.generic]]:
    """Return the arrays of the weights file: those of the network, and the word table."""
    packed: dict[str, NDArray[numpy.generic]] = {
        name: array.astype(numpy.float16)
        for name, array in fold_network(network, vectors, temperatures).items()
    }
    about = {
        "labels": LABELS, "classes": CLASSES, "likenesses": LIKENESSES, "remarks": REMARKS, "contract": CONTRACT,
        "blocks": network.design.layers,
    }  # fmt: skip
    packed["temperatures"] = numpy.array(
        [temperatures.get(f"token {label}", 1.0) for label in LABELS], dtype=numpy.float16
    )
    packed["table"] = vectors.table
    packed["words"] = numpy.frombuffer("\n".join(vectors.words).encode("utf-8"), dtype=numpy.uint8)
    packed["about"] = numpy.frombuffer(json.dumps(about).encode("utf-8"), dtype=numpy.uint8)
    return packed


def main() -> None:
    """Read the arguments, fold and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("name")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--calibration", type=Path)
    options = parser.parse_args()
    vectors = read_vectors(options.work)
    stored = json.loads(options.calibration.read_text(encoding="utf-8")) if options.calibration else {}
    network = load_network(options.work / f"{options.name}.pt", vectors)
    options.folder.mkdir(parents=True, exist_ok=True)
    path = options.folder / WEIGHTS
    with path.open("wb") as stream:
        numpy.savez(stream, **pack_network(network, vectors, stored.get("temperatures", {})))  # type: ignore[arg-type]
    print(f"{path}: {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
