"""What the bullets were before each change, so that the latest can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bulletlint.core.finding import BulletReport

#: How many changes can be undone.
MOST_STEPS = 100


@dataclass(frozen=True, slots=True)
class Step:
    """The bullets before a change, the profile that they were read with, and the change in a few words."""

    bullets: Mapping[int, BulletReport]
    latest: tuple[int, ...]
    profile: str
    change: str
