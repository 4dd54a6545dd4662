"""Where something stands, in words: path, line and column, or what the format has in their place."""

from __future__ import annotations

from collections.abc import Sequence

from bulletlint.core.document import Place
from bulletlint.core.visible import show_line

#: A place within a file of which nothing is known.
NOWHERE = "-"


def describe_place(path: str, place: Place) -> str:
    """Return "path:line:column", or the page, paragraph or pointer where a format has no lines."""
    path, spot = show_line(path), describe_spot(place)
    if place.line is not None:
        return f"{path}:{spot} ({show_line(place.pointer)})" if place.pointer else f"{path}:{spot}"
    return path if spot == NOWHERE else f"{path}: {spot}"


def describe_spot(place: Place) -> str:
    """Return a place within its file: "line:column", or the page, paragraph or pointer; NOWHERE for none."""
    if place.line is not None:
        return f"{place.line}:{place.column}"
    if place.page is not None:
        return f"page {place.page}"
    if place.paragraph is not None:
        return f"paragraph {place.paragraph}"
    return show_line(place.pointer or NOWHERE)


def describe_numbered(places: Sequence[tuple[int, Place]]) -> str:
    """Return "lines 3, 5 and 9", or what the format has in place of lines; each place has its bullet's number."""
    for name in ("line", "paragraph"):
        numbers = [getattr(place, name) for _, place in places]
        if None not in numbers:
            return join_numbers(name, list(dict.fromkeys(numbers)))
    return join_numbers("bullet", [number for number, _ in places])


def join_numbers(noun: str, numbers: Sequence[int]) -> str:
    """Return "line 3" or "lines 3, 5 and 9"."""
    if len(numbers) == 1:
        return f"{noun} {numbers[0]}"
    return f"{noun}s {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
