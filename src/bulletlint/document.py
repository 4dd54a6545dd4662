"""A resume as bullets that know their exact places in the untouched source.

Readers mask, they do not extract: a bullet is a tuple of stretches of the source, so that the place of a finding
is computed from offsets and never searched for.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "item", "paragraph", "comment", "row"]
Box = tuple[float, float, float, float]


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
    remarks for the user (a guessed encoding, an image without text).
    """

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A resume that has been read; `source` is its decoded text, empty for a format without one."""

    path: str
    format: str
    source: str
    bullets: tuple[Bullet, ...]
    left_out: tuple[LeftOut, ...] = ()
    comments: tuple[Comment, ...] = ()
    headings: tuple[str, ...] = ()
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()


def find_line_starts(source: str) -> tuple[int, ...]:
    """Return the character offset at which each line of a source begins (CR, LF and CRLF each end a line)."""
    starts = [0]
    position = 0
    length = len(source)
    while position < length:
        line_feed = source.find("\n", position)
        carriage = source.find("\r", position, line_feed if line_feed >= 0 else length)
        if carriage >= 0:
            position = carriage + (2 if source.startswith("\r\n", carriage) else 1)
        elif line_feed >= 0:
            position = line_feed + 1
        else:
            break
        starts.append(position)
    return tuple(starts)


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
