"""A text that was decoded from a source, with the source offset of each of its characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bulletlint.core.document import Stretch


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text and where it stands: `origins` has the source offset of each character, and last of the text's end.

    A character whose successor does not stand right behind it (an escape, a line break with the next line's indent)
    takes all the source up to there.
    """

    text: str
    origins: Sequence[int]

    def take(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield the stretches of the characters `start` to `end` (exclusive)."""
        if isinstance(self.origins, range) and self.origins.step == 1:
            if end > start:
                yield Stretch(self.text[start:end], self.origins[start], self.origins[end])
            return
        first = start
        for position in range(start, end):
            origin, following = self.origins[position], self.origins[position + 1]
            if following == origin + 1:
                continue
            if position > first:
                yield Stretch(self.text[first:position], self.origins[first], origin)
            yield Stretch(self.text[position], origin, max(origin, following))
            first = position + 1
        if end > first:
            yield Stretch(self.text[first:end], self.origins[first], self.origins[end])

    def cover(self, text: str, start: int, end: int) -> Stretch:
        """Return a stretch of another text that stands for the characters `start` to `end` as a whole."""
        return Stretch(text, self.origins[start], max(self.origins[start], self.origins[end]), whole=True)

    def lay_back(self, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
        """Yield stretches with places in this text as stretches with places in its source."""
        for stretch in stretches:
            if stretch.start is None or stretch.end is None:
                yield stretch
            elif stretch.linear:
                yield from MappedText(stretch.text, self.origins[stretch.start : stretch.end + 1]).take(
                    0, len(stretch.text)
                )
            else:
                yield self.cover(stretch.text, stretch.start, stretch.end)
