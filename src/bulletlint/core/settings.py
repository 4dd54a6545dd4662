"""The settings of a run: plain values, wherever they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

Loudness = Literal["error", "warning", "info", "off"]
LOUDNESSES: tuple[Loudness, ...] = get_args(Loudness)
DEFAULT_PROFILE = "auto"
FailOn = Literal["error", "warning", "info", "never"]
FAIL_ON: tuple[FailOn, ...] = get_args(FailOn)
#: minimal: slots only; reorder: the outcome to the front; full: filler dropped as well.
Strength = Literal["minimal", "reorder", "full"]
STRENGTHS: tuple[Strength, ...] = get_args(Strength)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a setting comes from: a line (1-based) of a file, or an option, which has no line."""

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

    `exclude` holds patterns of files that are never read, in the words of .gitignore.
    `rewrites` says whether anybody will see rewrites; each costs a second parse. `account` says the same of the text
    that no reader takes for a part of the page.
    `jobs` is the number of workers; 0 means auto: as many as the files and the cores are worth.
    `origins` says where a setting comes from, by its field ("profile") and, in a table, by its key as well
    ("lexicons", "verbs-outcome"); a default has no entry.
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
    exclude: tuple[str, ...] = ()
    rewrites: bool = True
    account: bool = False
    per_file: tuple[PerFile, ...] = ()
    root: Path | None = None
    origins: Mapping[tuple[str, ...], Origin] = field(default_factory=dict, compare=False, repr=False)

    def find_origin(self, *keys: str) -> Origin | None:
        """Return where a setting comes from: an entry of a table if that is known, else the whole table."""
        return next(
            (self.origins[keys[:end]] for end in range(len(keys), 0, -1) if keys[:end] in self.origins), None
        )
