"""Shares of bullets with 95 % intervals that know that the bullets of one person are alike."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

#: Standard deviations of a 95 % interval.
Z = 1.959964


@dataclass(frozen=True, slots=True)
class Share:
    """Of `asked` bullets of `people` people `stated` state something; `low` and `high` are the interval, 0 to 1."""

    stated: int
    asked: int
    people: int
    low: float
    high: float

    @property
    def value(self) -> float:
        return self.stated / self.asked


class Sums:
    """What an interval needs, added up person by person, so that none need be kept."""

    __slots__ = ("asked", "crossed", "people", "squared_asked", "squared_stated", "stated")

    def __init__(self) -> None:
        self.asked = self.stated = self.people = 0
        self.squared_asked = self.squared_stated = self.crossed = 0

    def add(self, asked: int, stated: int) -> None:
        """Count the bullets of a person."""
        if asked:
            self.people += 1
            self.asked += asked
            self.stated += stated
            self.squared_asked += asked * asked
            self.squared_stated += stated * stated
            self.crossed += asked * stated

    def add_all(self, other: Sums) -> None:
        """Count the people of another group."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def share(self) -> Share | None:
        """Return the share, None where nothing was asked."""
        if not self.asked:
            return None
        low, high = find_interval(self.stated / self.asked, self.count_independent())
        return Share(self.stated, self.asked, self.people, low, high)

    def count_independent(self) -> float:
        """Return how many independent bullets would tell as much as these, at most as many as there are.

        The variance between people says how alike the bullets of one are. Where all bullets are the same it says
        nothing, and each person counts as one.
        """
        share, number = self.stated / self.asked, self.people
        if number < 2 or share in (0.0, 1.0):
            return float(number)
        between = self.squared_stated - 2 * share * self.crossed + share * share * self.squared_asked
        variance = number / (number - 1) * between / self.asked**2
        return min(share * (1 - share) / variance, self.asked) if variance > 0 else float(self.asked)


def find_interval(share: float, number: float) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share among so many independent observations."""
    spread = Z * Z / number
    middle = (share + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * sqrt(share * (1 - share) / number + spread / (4 * number))
    return max(0.0, middle - half), min(1.0, middle + half)
