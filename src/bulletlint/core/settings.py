"""What a run may be told: plain values, wherever they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

Loudness = Literal["error", "warning", "info", "off"]
LOUDNESSES: tuple[Loudness, ...] = get_args(Loudness)
DEFAULT_PROFILE = "ai-pm"
FailOn = Literal["error", "warning", "info", "never"]
FAIL_ON: tuple[FailOn, ...] = get_args(FailOn)
#: minimal: slots only; reorder: the outcome to the front; full: filler dropped as well.
Strength = Literal["minimal", "reorder", "full"]
STRENGTHS: tuple[Strength, ...] = get_args(Strength)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a setting was said: in a file, at a line (1-based), or in an option, which has no line."""

    name: str
    line: int | None = None

    def __str__(self) -> str:
        return self.name if self.line is None else f"{self.name}:{self.line}"


@dataclass(frozen=True, slots=True)
class PerFile:
    """Settings of the files whose path, relative to the configuration file, matches a glob pattern."""

    pattern: str
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Loudness], ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run; `root` is the folder that relative patterns and folders count from.

    `jobs` are the processes that share the work, 0 for as many as the work and the machine are good for.
    `origins` tells where a setting was said, by its field ("profile") and, in a table, by its key as well
    ("lexicons", "verbs-outcome"); one that nobody said is not there.
    """

    profile: str = DEFAULT_PROFILE
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Loudness], ...] = ()
    fail_on: FailOn = "warning"
    max_warnings: int | None = None
    model: str | None = None
    rule_folders: tuple[Path, ...] = ()
    lexicons: tuple[tuple[str, tuple[str, ...]], ...] = ()
    never_flag: tuple[str, ...] = ()
    require_reasons: bool = False
    baseline: Path | None = None
    item_macros: tuple[str, ...] = ()
    jobs: int = 0
    rewrite_strength: Strength = "reorder"
    per_file: tuple[PerFile, ...] = ()
    root: Path | None = None
    origins: Mapping[tuple[str, ...], Origin] = field(default_factory=dict, compare=False, repr=False)

    def find_origin(self, *keys: str) -> Origin | None:
        """Return where a setting was said, of an entry in a table if that is known, else of the whole."""
        return next(
            (self.origins[keys[:end]] for end in range(len(keys), 0, -1) if keys[:end] in self.origins), None
        )
