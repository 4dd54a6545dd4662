"""On which lines of a file bullets stand, kept so that asking takes no longer in a file of thousands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bulletlint.core.finding import BulletReport


@dataclass(frozen=True, slots=True)
class BulletLines:
    """The lines on which a bullet begins, in order, and all lines that one has."""

    begun: tuple[int, ...]
    taken: frozenset[int]

    def has_any(self, first: int, last: int) -> bool:
        """Tell whether a bullet has any of these lines."""
        return not self.taken.isdisjoint(range(first, last + 1))

    def find_below(self, line: int) -> int | None:
        """Return the first line behind a line on which a bullet begins."""
        number = bisect_right(self.begun, line)
        return self.begun[number] if number < len(self.begun) else None


def find_bullet_lines(bullets: Sequence[BulletReport]) -> BulletLines:
    """Return the lines of bullets, as far as their format has lines."""
    spans = [(bullet.place.line, bullet.place.end_line) for bullet in bullets]
    known = [(first, last) for first, last in spans if first is not None and last is not None]
    taken = frozenset(line for first, last in known for line in range(first, last + 1))
    return BulletLines(tuple(sorted(first for first, _ in known)), taken)
