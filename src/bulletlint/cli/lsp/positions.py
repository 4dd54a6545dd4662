"""Positions of the Language Server Protocol: lines from 0, and characters in the units that the client counts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from lsprotocol.types import Position, PositionEncodingKind, Range

from bulletlint.core.document import Place
from bulletlint.core.places import find_line_end, find_line_starts

#: How many units a character has.
_UNITS: dict[str, Callable[[str], int]] = {
    PositionEncodingKind.Utf8: lambda character: len(character.encode("utf-8", "surrogatepass")),
    PositionEncodingKind.Utf16: lambda character: 2 if character > "\uffff" else 1,
    PositionEncodingKind.Utf32: lambda character: 1,
}


@dataclass(frozen=True, slots=True)
class TextMap:
    """A text with the starts of its lines, and the unit in which its client counts.

    Lines end at CR, LF and CRLF only, as the protocol has it; other line breaks of Unicode are characters.
    """

    text: str
    line_starts: tuple[int, ...]
    encoding: str

    def find_position(self, offset: int) -> Position:
        """Return the position of a character offset."""
        line = bisect_right(self.line_starts, offset) - 1
        before = self.text[self.line_starts[line] : offset]
        if before.isascii():
            return Position(line, len(before))
        return Position(line, sum(map(_UNITS[self.encoding], before)))

    def find_offset(self, position: Position) -> int:
        """Return the character offset of a position; one behind the end of its line is that end."""
        if position.line >= len(self.line_starts):
            return len(self.text)
        start, end = self.find_line(position.line)
        line = self.text[start:end]
        units, count = 0, _UNITS[self.encoding]
        for number, character in enumerate(line):
            if units >= position.character:
                return start + number
            units += count(character)
        return start + len(line)

    def find_range(self, start: int, end: int) -> Range:
        """Return the range of two character offsets."""
        return Range(self.find_position(start), self.find_position(end))

    def find_place(self, place: Place) -> tuple[int, int] | None:
        """Return the character offsets of a place of a report, None if it has no line."""
        if place.line is None or place.column is None or place.line > len(self.line_starts):
            return None
        start = self.line_starts[place.line - 1] + place.column - 1
        if place.end_line is None or place.end_column is None:
            return start, start
        end_line = min(place.end_line, len(self.line_starts))
        return start, max(start, self.line_starts[end_line - 1] + place.end_column - 1)

    def find_line(self, line: int) -> tuple[int, int]:
        """Return the character offsets of a line, counted from 0, without its line break."""
        line = min(line, len(self.line_starts) - 1)
        return self.line_starts[line], find_line_end(self.text, self.line_starts, line + 1)


def map_text(text: str, encoding: str) -> TextMap:
    """Return the map of a text for a client's encoding ("utf-8", "utf-16" or "utf-32")."""
    return TextMap(text, find_line_starts(text), encoding)
