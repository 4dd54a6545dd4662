"""A bullet with what the reader is told of it, as the training steps hand it on."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy
from numpy.typing import NDArray

from bulletlint.evidence.learned.inputs import ReaderInputs
from training.evidence.bullets import LabelledBullet


@dataclass(frozen=True, slots=True)
class Example:
    """A bullet with what the reader is told of it and what it should say.

    `vectors` (tokens, 96) are the bundled network's; `labels` (tokens, len(LABELS)) ones and zeros; `said` what
    today's patterns answer to each class; `starts` and `ends` character offsets of the tokens.
    """

    bullet: LabelledBullet
    inputs: ReaderInputs
    vectors: NDArray[numpy.float32]
    labels: NDArray[numpy.float32]
    said: dict[str, str]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def write_examples(work: Path, name: str, examples: Sequence[Example]) -> None:
    """Write examples for the later steps; the file is this project's own and is trusted as such."""
    (work / f"{name}.pickle").write_bytes(pickle.dumps(list(examples)))


def read_examples(work: Path, name: str) -> list[Example]:
    """Read the examples that the step `features` wrote."""
    examples: list[Example] = pickle.loads((work / f"{name}.pickle").read_bytes())
    return examples
