"""Blocks made of LaTeX text piece by piece: white space folded, offsets kept."""

from __future__ import annotations

from dataclasses import dataclass

from bulletlint.core.document import Block, BlockKind, Stretch
from bulletlint.read.statement import reads_like_statement

#: Between the cells of a row and the arguments of a job line.
SEPARATOR = " | "
#: Between the title of a bullet and its text.
COLON = ": "
#: Characters of a line that is a heading by its looks only, at most.
_LONGEST_HEADING = 60


@dataclass(slots=True)
class _Piece:
    """Text in parts and the stretch of source that it stands for; `linear` where the two run side by side."""

    parts: list[str]
    start: int
    end: int
    linear: bool


class BlockWriter:
    """Collect pieces of text with their source offsets and close them off as blocks."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.blocks: list[Block] = []
        self._pieces: list[_Piece] = []
        self._kind: BlockKind = "paragraph"
        self._level = 1
        self._declared = False
        self._open = False
        self._implied = False  # a paragraph that no macro asked for: it may be a heading by its looks
        #: What text between blocks becomes.
        self.plain: BlockKind = "paragraph"
        #: The block is a bullet that began with a typed glyph, so that it ends with its line.
        self.glyph = False
        #: The block is set in large type, as a heading is.
        self.large = False
        #: White space that follows is not set, as behind a control word.
        self.swallow = False

    @property
    def kind(self) -> BlockKind | None:
        """The kind of the block being written, None between blocks."""
        return self._kind if self._open else None

    @property
    def empty(self) -> bool:
        """Whether the block being written has no text yet."""
        return not self._pieces

    def begin(self, kind: BlockKind, *, level: int = 1, declared: bool = False, glyph: bool = False) -> None:
        """Close the block being written and begin another."""
        self.close()
        if kind not in {"paragraph", "row"}:
            self.large = False
        self._kind, self._level, self._declared = kind, level, declared
        self._open, self._implied = True, False
        self.glyph = glyph

    def close(self) -> None:
        """Close the block being written; one without a letter or figure is dropped."""
        self.swallow = False
        if not self._open:
            return
        self._trim()
        stretches = tuple(
            Stretch("".join(piece.parts), piece.start, piece.end, whole=not piece.linear)
            for piece in self._pieces
        )
        text = "".join(stretch.text for stretch in stretches)
        if any(character.isalnum() for character in text):
            kind, level = self._kind, self._level
            if kind == "paragraph" and self._implied and _looks_like_heading(text, large=self.large):
                kind, level = "heading", 1
            if kind == "row" and SEPARATOR not in text and reads_like_statement(text):
                kind = "paragraph"
            self.blocks.append(Block(kind, stretches, level=level, declared=self._declared))
        self._pieces = []
        self._kind, self._open, self._declared, self.glyph, self.large = (
            "paragraph",
            False,
            False,
            False,
            False,
        )

    def add(self, text: str, start: int, end: int) -> None:
        """Add text that stands for the source from `start` to `end` (character offsets)."""
        self.swallow = False
        if not self._open:
            self.begin(self.plain)
            self._implied = True
        if text.isspace():
            self.add_space(start, end)
        elif text:
            self._append(text, start, end)

    def add_space(self, start: int, end: int) -> None:
        """Add a space, unless the block begins here or has one already."""
        if not self.swallow and self._pieces and not self._pieces[-1].parts[-1].endswith(" "):
            self._append(" ", start, end)

    def add_separator(self, mark: str, start: int) -> None:
        """Add a mark between two cells, two arguments or a title and its text, in place of one source character."""
        self._trim()
        if not self._pieces:
            return
        if mark == COLON and self._pieces[-1].parts[-1].endswith((":", ".", "?", "!")):
            mark = " "
        self._pieces.append(_Piece([mark], start, start + 1, linear=False))

    def _append(self, text: str, start: int, end: int) -> None:
        # The text of a macro may happen to be as long as its call.
        linear = end - start == len(text) and (len(text) == 1 or self._source.startswith(text, start))
        last = self._pieces[-1] if self._pieces else None
        if last and linear and last.linear and last.end == start:
            last.parts.append(text)
            last.end = end
        elif last and not linear and (last.start, last.end) == (start, end):
            last.parts.append(text)
        else:
            self._pieces.append(_Piece([text], start, end, linear))

    def _trim(self) -> None:
        """Take white space and separators off the end."""
        while self._pieces and self._pieces[-1].parts[-1] in {" ", SEPARATOR, COLON}:
            last = self._pieces[-1]
            last.parts.pop()
            if last.linear:
                last.end -= 1
            if not last.parts:
                self._pieces.pop()


def _looks_like_heading(text: str, *, large: bool) -> bool:
    if len(text) > _LONGEST_HEADING or any(character.isdigit() or character in "@|,:" for character in text):
        return False
    return (large or text.isupper()) and len(text.split()) < 7
