"""A resume as bullets that know their exact places in the untouched source.

Readers mask, they do not extract: a bullet is a tuple of stretches of the source, so that the place of a finding
is computed from offsets and never searched for.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "item", "paragraph", "comment", "row"]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text as the reader of the resume sees it, and the stretch of source that it comes from.

    `start` and `end` are character offsets in `Document.source`, both None in a format without source text (DOCX,
    PDF). Where `text` is as long as its source the two correspond character by character; else (an entity, an
    escape, a line break with its indent), and where it is `whole`, the stretch is one indivisible place.
    """

    text: str
    start: int | None
    end: int | None
    page: int | None = None
    box: Box | None = None
    whole: bool = field(default=False, compare=False, repr=False)

    @property
    def linear(self) -> bool:
        """Whether it has a source to which it corresponds character by character."""
        if self.start is None or self.end is None or self.whole:
            return False
        return self.end - self.start == len(self.text)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: 1-based, end exclusive; None if the format has no such thing.

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
    """One piece of a resume from a reader, before it is known whether it is a bullet.

    `level` is the heading level (1 is the largest) or the list depth (1 is the outermost). `declared` says that the
    format itself calls it an accomplishment (a JSON Resume highlight, a \\resumeItem). `look` is how a line is set
    where its format tells (font, capitals, class, indent): lines of one look are of one kind, other looks mean nothing.
    """

    kind: BlockKind
    stretches: tuple[Stretch, ...]
    level: int = 1
    declared: bool = False
    paragraph: int | None = None
    pointer: str | None = None
    look: Hashable = None

    @property
    def text(self) -> str:
        if len(self.stretches) == 1:
            return self.stretches[0].text
        return "".join([stretch.text for stretch in self.stretches])

    def hold(self, stretches: tuple[Stretch, ...]) -> Block:
        """Return the block with other stretches; itself with its own."""
        if stretches is self.stretches:
            return self
        # dataclasses.replace takes three times as long, and each line of a resume is cut and folded.
        return Block(self.kind, stretches, self.level, self.declared, self.paragraph, self.pointer, self.look)


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
    """A line that is no bullet, with the reason in a few words; `listed` says that it looked like one."""

    text: str
    reason: str
    place: Place
    listed: bool = True


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
    without marks, so that a paragraph may be a bullet. `traits` are
    names of what a recruiter's parser would trip over, as far as only the reader can see it. `unread` is text that only
    the reader knows of and that is no part of the page.
    """

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    notes: tuple[str, ...] = ()
    unmarked: bool = False
    traits: tuple[str, ...] = ()
    unread: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A resume that has been read; `source` is its decoded text, empty for a format without one.

    `blocks` is all of its text in reading order. Each is a bullet or, headings too, stands in `left_out`. `traits` are
    names of what a recruiter's parser would trip over (bulletlint.read.parse_traits).
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
    traits: tuple[str, ...] = ()
