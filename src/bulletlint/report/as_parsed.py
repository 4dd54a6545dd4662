"""The text of a resume as a recruiter's parser may read it: printed pages straight across, others in their order."""

from __future__ import annotations

from collections.abc import Iterator

from bulletlint.core.document import Document, Stretch

#: How far the lower edges of two words of one line are apart, as a share of their height.
_LEVEL = 0.5


def render_as_parsed(document: Document) -> str:
    """Return the text, a line for a printed line or for a block; control characters are left out."""
    printed = [stretch for block in document.blocks for stretch in block.stretches if stretch.box is not None]
    lines = _read_across(printed) if printed else (block.text for block in document.blocks)
    shown = (" ".join(line.split()) for line in lines)
    return "".join(f"{''.join(filter(str.isprintable, line))}\n" for line in shown if line)


def _read_across(words: list[Stretch]) -> Iterator[str]:
    """Yield the lines of printed pages, whatever columns they stand in."""
    line: list[tuple[float, str]] = []
    last: tuple[int, float, float] | None = None
    for page, top, bottom, left, text in sorted(
        (word.page or 0, word.box[1], word.box[3], word.box[0], word.text)
        for word in words
        if word.box is not None
    ):
        if last is None or page != last[0] or bottom - last[2] > _LEVEL * (last[2] - last[1]):
            yield " ".join(said for _, said in sorted(line))
            line = []
            last = page, top, bottom
        line.append((left, text.strip()))
    yield " ".join(said for _, said in sorted(line))
