"""A resume as bullets that know their exact places in the untouched source.

Readers mask, they do not extract: a bullet is a tuple of stretches of the source, so that the place of a finding
is computed from offsets and never searched for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "item", "paragraph", "comment", "row"]
Box = tuple[float, float, float, float]

#: Characters that nobody sees: control, soft hyphen, zero-width, direction marks, byte order mark.
_HIDDEN = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff"
_LINE_BREAKS = re.compile(r"\r\n?|\n")
_WORD = rf"[^\s{_HIDDEN}]+"
_RUNS = re.compile(rf"(?P<hidden>[{_HIDDEN}]+)|(?P<words>{_WORD}(?: {_WORD})*)|(?P<space>\s+)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text as the reader of the resume sees it, and the stretch of source that it comes from.

    `start` and `end` are character offsets in `Document.source`, both None in a format without source text (DOCX,
    PDF). Where `text` is as long as its source the two correspond character by character; else (an entity, an
    escape, a line break with its indent) the stretch is one indivisible place.
    """

    text: str
    start: int | None
    end: int | None
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file: 1-based, end exclusive; None where the format has no such thing.

    `line` and `column` count characters; `page` is a PDF page and `box` its (left, top, right, bottom) in points;
    `paragraph` is a DOCX paragraph; `pointer` is a JSON pointer.
    """

    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    page: int | None = None
    box: Box | None = None
    paragraph: int | None = None
    pointer: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a resume as a reader hands it over, before it is known to be a bullet or not.

    `level` is the heading level (1 is the largest) or the list depth (1 is the outermost). `declared` says that the
    format itself calls it an accomplishment (a JSON Resume highlight, a \\resumeItem).
    """

    kind: BlockKind
    stretches: tuple[Stretch, ...]
    level: int = 1
    declared: bool = False
    paragraph: int | None = None
    pointer: str | None = None

    @property
    def text(self) -> str:
        return "".join(stretch.text for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class Bullet:
    """One accomplishment statement.

    `text` is what a reader sees, mark-up removed and white space folded; offsets into it are characters. `section`
    is the nearest heading above. `ended` says whether the job's dates lie in the past (None: not known).
    """

    text: str
    stretches: tuple[Stretch, ...]
    section: str | None = None
    ended: bool | None = None
    paragraph: int | None = None
    pointer: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that looked like a bullet and is not one, with the reason in a few words."""

    text: str
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the source format; `start` and `end` are character offsets of the whole comment in the source."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader of one format returns: the file's blocks in reading order, before bullets are selected.

    `title` lines and other text that is neither bullet nor heading are blocks of kind "paragraph". `notes` are
    remarks for the user (a guessed encoding, an image without text). `unmarked` says that people write this format
    without marks, so that a paragraph may be a bullet.
    """

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    notes: tuple[str, ...] = ()
    unmarked: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A resume that has been read; `source` is its decoded text, empty for a format without one.

    `blocks` is all of its text in reading order, whether it became a bullet or not.
    """

    path: str
    format: str
    source: str
    bullets: tuple[Bullet, ...]
    left_out: tuple[LeftOut, ...] = ()
    comments: tuple[Comment, ...] = ()
    headings: tuple[str, ...] = ()
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = field(default=(), compare=False, repr=False)


def find_line_starts(source: str) -> tuple[int, ...]:
    """Return the character offset at which each line of a source begins (CR, LF and CRLF each end a line)."""
    return (0, *(line_break.end() for line_break in _LINE_BREAKS.finditer(source)))


def locate_offset(line_starts: tuple[int, ...], offset: int) -> tuple[int, int]:
    """Return the 1-based line and column of a character offset."""
    line = bisect_right(line_starts, offset)
    return line, offset - line_starts[line - 1] + 1


def find_source_span(stretches: tuple[Stretch, ...], start: int, end: int) -> tuple[int, int] | None:
    """Return the source offsets that a span of a bullet's text covers, None where the format has no source.

    An empty span gives the one place at which it stands.
    """
    source_start: int | None = None
    source_end: int | None = None
    offset = 0
    for stretch in stretches:
        stretch_end = offset + len(stretch.text)
        touches = offset < end and start < stretch_end or start == end and offset <= start <= stretch_end
        if touches and stretch.start is not None and stretch.end is not None:
            linear = stretch.end - stretch.start == len(stretch.text)
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
    for stretch in bullet.stretches:
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


def slice_stretches(stretches: Iterable[Stretch], start: int, end: int) -> tuple[Stretch, ...]:
    """Return the stretches of the characters `start` to `end` (exclusive) of the text that they make together."""
    sliced: list[Stretch] = []
    offset = 0
    for stretch in stretches:
        first, last = max(start - offset, 0), min(end - offset, len(stretch.text))
        if first < last:
            sliced.append(_cut_stretch(stretch, first, last))
        offset += len(stretch.text)
    return tuple(sliced)


def _cut_stretch(stretch: Stretch, start: int, end: int) -> Stretch:
    """Return part of a stretch; a part of an indivisible one keeps the whole place."""
    if start == 0 and end == len(stretch.text):
        return stretch
    if (
        stretch.start is not None
        and stretch.end is not None
        and stretch.end - stretch.start == len(stretch.text)
    ):
        return Stretch(
            stretch.text[start:end], stretch.start + start, stretch.start + end, stretch.page, stretch.box
        )
    return Stretch(stretch.text[start:end], stretch.start, stretch.end, stretch.page, stretch.box)


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
            linear = last.end - last.start == len(last.text) and added.end - added.start == len(added.text)
            joins = linear and last.end == added.start
        if joins and same_page:
            stretches[-1] = Stretch(last.text + added.text, last.start, added.end, last.page, last.box)
            return
    stretches.append(added)
