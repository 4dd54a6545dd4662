"""What users may add to how files are read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """LaTeX macros that make bullets, without the backslash, and rules folders with section words of the user's.

    `account` asks for what a reader passes over, too: a document's `left_out` then holds all words that are no bullet.
    """

    item_macros: tuple[str, ...] = ()
    rule_folders: tuple[Path, ...] = ()
    account: bool = False


DEFAULTS = ReadOptions()
