"""The word lists of the grammar."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


def read_lines(path: Path) -> list[str]:
    """Return the lines of a word list without comments and empty lines."""
    lines = path.read_text(encoding="utf8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("# ")]


@cache
def load_classes(name: str) -> dict[str, tuple[str, ...]]:
    """Return the classes of a word list, such as `nouns`, with their entries."""
    classes: dict[str, list[str]] = {}
    here: list[str] = []
    for line in read_lines(HERE / f"{name}.txt"):
        if line.startswith("[") and line.endswith("]"):
            here = classes.setdefault(line[1:-1], [])
        else:
            here.append(line)
    return {key: tuple(dict.fromkeys(entries)) for key, entries in classes.items()}


@cache
def load_irregulars() -> dict[str, tuple[str, str]]:
    """Return past and participle of the irregular verbs."""
    rows = (line.split() for line in read_lines(HERE / "irregular.txt"))
    return {row[0]: (row[1], row[2]) for row in rows}


@cache
def load_doubling() -> frozenset[str]:
    """Return the verbs that double their last consonant."""
    return frozenset(read_lines(HERE / "doubling.txt"))


def pick(chance: random.Random, name: str, key: str) -> str:
    """Draw an entry of a class of a word list."""
    return chance.choice(load_classes(name)[key])
