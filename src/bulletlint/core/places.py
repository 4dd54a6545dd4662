"""Exact places: from characters of a bullet to lines and columns of its source, and stretches cut and folded."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bulletlint.core.document import Box, Bullet, Place, Stretch

#: Characters that nobody sees: control, soft hyphen, zero-width, direction marks, byte order mark.
_HIDDEN = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_LINE_BREAKS = re.compile(r"\r\n?|\n")
_WORD = rf"[^\s{_HIDDEN}]+"
_FOLDED = re.compile(rf"{_WORD}(?: {_WORD})* ?")
_SINGLE = re.compile(rf"{_WORD}(?: {_WORD})*")
_RUNS = re.compile(rf"(?P<hidden>[{_HIDDEN}]+)|(?P<words>{_WORD}(?: {_WORD})*)|(?P<space>\s+)")


def find_line_starts(source: str) -> tuple[int, ...]:
    """Return the character offset at which each line of a source begins (CR, LF and CRLF each end a line)."""
    return (0, *[line_break.end() for line_break in _LINE_BREAKS.finditer(source)])


def find_line_end(source: str, line_starts: tuple[int, ...], line: int) -> int:
    """Return the character offset of the end of a line, counted from 1, before its line break."""
    start, end = line_starts[line - 1], line_starts[line] if line < len(line_starts) else len(source)
    while end > start and source[end - 1] in "\r\n":
        end -= 1
    return end


def locate_offset(line_starts: tuple[int, ...], offset: int) -> tuple[int, int]:
    """Return the 1-based line and column of a character offset."""
    line = bisect_right(line_starts, offset)
    return line, offset - line_starts[line - 1] + 1


def find_source_span(stretches: tuple[Stretch, ...], start: int, end: int) -> tuple[int, int] | None:
    """Return the source offsets that a span of a bullet's text covers, None if the format has no source.

    An empty span gives the one place at which it stands.
    """
    if len(stretches) == 1 and stretches[0].start is not None and stretches[0].linear and 0 <= start < end:
        first, length = stretches[0].start, len(stretches[0].text)
        return (first + start, first + min(length, end)) if start < length else None
    source_start: int | None = None
    source_end: int | None = None
    offset = 0
    for stretch in stretches:
        stretch_end = offset + len(stretch.text)
        touches = offset < end and start < stretch_end or start == end and offset <= start <= stretch_end
        if touches and stretch.start is not None and stretch.end is not None:
            linear = stretch.linear
            first = stretch.start + max(0, start - offset) if linear else stretch.start
            last = stretch.start + min(len(stretch.text), end - offset) if linear else stretch.end
            source_start = first if source_start is None else source_start
            source_end = last
        offset = stretch_end
    if source_start is None or source_end is None:
        return None
    return source_start, max(source_start, source_end)


def find_place(bullet: Bullet, line_starts: tuple[int, ...], start: int, end: int) -> Place:
    """Return the place in the file of the characters `start` to `end` (exclusive) of a bullet's text."""
    page: int | None = None
    box: Box | None = None
    offset = 0
    # Pages are of PDF files alone, where every stretch has one.
    for stretch in bullet.stretches if bullet.stretches and bullet.stretches[0].page is not None else ():
        stretch_end = offset + len(stretch.text)
        if stretch.page is not None and offset < max(end, start + 1) and start < stretch_end:
            page = stretch.page if page is None else page
            if stretch.box is not None and stretch.page == page:
                box = stretch.box if box is None else join_boxes(box, stretch.box)
        offset = stretch_end
    span = find_source_span(bullet.stretches, start, end)
    if span is None:
        return Place(page=page, box=box, paragraph=bullet.paragraph, pointer=bullet.pointer)
    line, column = locate_offset(line_starts, span[0])
    end_line, end_column = locate_offset(line_starts, span[1])
    return Place(line, column, end_line, end_column, page, box, bullet.paragraph, bullet.pointer)


def join_boxes(one: Box, other: Box) -> Box:
    """Return the smallest box around two."""
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


def fold_stretches(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Fold every run of white space to one space, drop what nobody sees, and join stretches that touch."""
    stretches = tuple(stretches)
    if len(stretches) == 1 and _SINGLE.fullmatch(stretches[0].text):
        return stretches
    if stretches and stretches[-1].page is not None and _is_folded(stretches):
        return stretches
    folded: list[Stretch] = []
    space: Stretch | None = None
    for stretch in stretches:
        for run in _RUNS.finditer(stretch.text):
            if run.lastgroup == "hidden":
                continue
            part = _cut_stretch(stretch, run.start(), run.end())
            if run.lastgroup == "space":
                space = _cover_space(space, part)
                continue
            if space is not None and folded:
                _append_stretch(folded, space)
            space = None
            _append_stretch(folded, part)
    return tuple(folded)


def _is_folded(words: Sequence[Stretch]) -> bool:
    """Tell whether the words of a PDF file stand as its reader hands them over, each with the space behind it."""
    apart = all(word.box != following.box for word, following in pairwise(words))
    return apart and not words[-1].text.endswith(" ") and all(_FOLDED.fullmatch(word.text) for word in words)


def slice_stretches(stretches: Sequence[Stretch], start: int, end: int) -> tuple[Stretch, ...]:
    """Return the stretches of the characters `start` to `end` (exclusive) of the text that they make together."""
    return next(slice_in_order(stretches, [(start, end)]))


def slice_in_order(
    stretches: Sequence[Stretch], spans: Iterable[tuple[int, int]]
) -> Iterator[tuple[Stretch, ...]]:
    """Yield the stretches of each of several spans that follow each other: together they are gone through once."""
    begun = offset = 0
    for start, end in spans:
        while begun < len(stretches) and offset + len(stretches[begun].text) <= start:
            offset += len(stretches[begun].text)
            begun += 1
        sliced: list[Stretch] = []
        number, position = begun, offset
        while number < len(stretches) and position < end:
            stretch = stretches[number]
            first, last = max(start - position, 0), min(end - position, len(stretch.text))
            if first < last:
                sliced.append(_cut_stretch(stretch, first, last))
            position += len(stretch.text)
            number += 1
        yield tuple(sliced)


def _cut_stretch(stretch: Stretch, start: int, end: int) -> Stretch:
    """Return part of a stretch; a part of an indivisible one keeps the whole place."""
    if start == 0 and end == len(stretch.text):
        return stretch
    if stretch.linear:
        assert stretch.start is not None
        return Stretch(
            stretch.text[start:end], stretch.start + start, stretch.start + end, stretch.page, stretch.box
        )
    return Stretch(stretch.text[start:end], stretch.start, stretch.end, stretch.page, stretch.box, whole=True)


def _cover_space(space: Stretch | None, part: Stretch) -> Stretch:
    """Return the one space that stands for two runs of white space; mark-up between them stays outside of it."""
    if space is None:
        return Stretch(" ", part.start, part.end, part.page, part.box)
    return Stretch(
        " ", space.start, part.end if part.start == space.end else space.end, space.page, space.box
    )


def _append_stretch(stretches: list[Stretch], added: Stretch) -> None:
    """Append a stretch, joined to the last one where both correspond to their source character by character."""
    if stretches:
        last = stretches[-1]
        same_page = last.page == added.page and last.box == added.box
        if last.start is None or last.end is None or added.start is None or added.end is None:
            joins = last.start is None and added.start is None
        else:
            joins = last.linear and added.linear and last.end == added.start
        if joins and same_page:
            stretches[-1] = Stretch(last.text + added.text, last.start, added.end, last.page, last.box)
            return
    stretches.append(added)
