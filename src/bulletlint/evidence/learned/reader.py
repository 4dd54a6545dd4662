"""The learned reader: its weights, and how sure it must be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletlint.evidence.learned.answers import check_contract
from bulletlint.evidence.learned.confidence import Confidence, load_confidence
from bulletlint.evidence.learned.network import ReaderWeights, read_reader


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads a bullet beside the patterns."""

    weights: ReaderWeights
    confidence: Confidence


def load_reader(stored: bytes, folders: Sequence[Path]) -> Reader:
    """Make a reader of stored weights and the confidence that rules folders ask for.

    Raises UnknownReaderError for weights of another kind, RuleError for a wrong confidence file.
    """
    weights = read_reader(stored)
    check_contract(weights)
    return Reader(weights, load_confidence(folders))
