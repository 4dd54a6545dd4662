"""What a run may be told: plain values, wherever they come from."""

from __future__ import annotations

from dataclasses import dataclass
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
class PerFile:
    """Settings of the files whose path, relative to the configuration file, matches a glob pattern."""

    pattern: str
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Loudness], ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run; `root` is the folder that relative patterns and folders count from."""

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
    rewrite_strength: Strength = "reorder"
    per_file: tuple[PerFile, ...] = ()
    root: Path | None = None
