"""Where a fact about a whole file shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A bullet's number, character offsets in it, and how many places share the fact.

    `other` is what a message may name beside the words at the spot: a title, another line, a list of words. `twin` is
    the number of another bullet that the fact is about. A spot with the bullet -1 is about the file as a whole.
    """

    bullet: int
    start: int
    end: int
    count: int = 1
    other: str = ""
    twin: int | None = None
