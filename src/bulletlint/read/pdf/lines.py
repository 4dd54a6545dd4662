"""Lines of a PDF page in reading order: characters to words, words to lines, columns kept apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bulletlint.core.document import Box
from bulletlint.read.pdf.characters import Character, Page

#: Gaps between characters, in font sizes: from the first on they part words, from the second on pieces of a line.
_WORD_GAP, _PIECE_GAP = 0.17, 0.6
#: Between two columns at least, in points.
_GUTTER = 6.0
#: Lines and characters a line that a column has at least.
_SHORTEST_COLUMN, _NARROWEST_COLUMN = 4, 5
#: Places at which a gutter is looked for, at most.
_MOST_GUTTERS = 24
#: Pieces of a page in which columns are looked for, at most; a resume's page has some hundred.
_MOST_PIECES = 5_000
#: Columns within columns that are looked for.
_DEEPEST = 4
LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
#: How far two left edges or baselines that are meant to be the same differ, in points.
_ALIGNED = 2.0


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a space between them; `gap` is the space before it in font sizes, 0 at a line's start."""

    text: str
    box: Box
    gap: float
    bold: bool
    known: bool


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a column; `right_limit` is where the lines of its column end at most, all in points.

    `column` numbers the columns of the file in reading order.
    """

    words: tuple[Word, ...]
    page: int
    column: int
    baseline: float
    size: float
    right_limit: float

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.words[0].box[0]

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.words[-1].box[2]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters of one line with no wide gap between them."""

    characters: tuple[Character, ...]
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    size: float


def find_lines(pages: Iterable[Page]) -> list[PrintedLine]:
    """Return the lines of all pages, column after column."""
    lines: list[PrintedLine] = []
    column = 0
    for page in pages:
        for pieces in _split_columns(_find_pieces(page.characters), _DEEPEST):
            limit = max(piece.right for piece in pieces)
            for row in _join_rows(pieces):
                if words := _find_words(row):
                    size = _find_size(row)
                    baseline = Counter(round(each.baseline, 1) for each in row).most_common(1)[0][0]
                    lines.append(PrintedLine(words, page.number, column, baseline, size, limit))
            column += 1
    return lines


def _find_pieces(characters: Sequence[Character]) -> list[_Piece]:
    """Return the pieces of a page: characters on one baseline, parted at wide gaps."""
    pieces: list[_Piece] = []
    row: list[Character] = []
    for character in sorted(characters, key=lambda each: (each.baseline, each.left)):
        if row and character.baseline - row[0].baseline > 0.1 * max(character.size, row[0].size):
            pieces += _cut_row(row)
            row = []
        row.append(character)
    return [*pieces, *_cut_row(row)] if row else pieces


def _cut_row(row: list[Character]) -> list[_Piece]:
    row.sort(key=lambda each: each.left)
    pieces: list[_Piece] = []
    part: list[Character] = []
    right = 0.0
    for character in row:
        if character.text.isspace():
            part += [character] if part else []
            continue
        if part and character.left - right > _PIECE_GAP * max(character.size, part[-1].size):
            pieces.append(_make_piece(part))
            part = []
        right = max(right, character.right) if part else character.right
        part.append(character)
    return [*pieces, _make_piece(part)] if part else pieces


def _make_piece(part: Sequence[Character]) -> _Piece:
    seen = [each for each in part if not each.text.isspace()]
    return _Piece(
        tuple(part),
        left=min(each.left for each in seen),
        right=max(each.right for each in seen),
        top=min(each.top for each in seen),
        bottom=max(each.bottom for each in seen),
        baseline=part[0].baseline,
        size=max(each.size for each in seen),
    )


# Columns


def _split_columns(pieces: list[_Piece], depth: int) -> list[list[_Piece]]:
    """Return the pieces column by column: what stands above two columns, the left one, the right one, and the rest."""
    best = _find_gutter(pieces) if depth and len(pieces) < _MOST_PIECES else None
    if best is None:
        return [pieces] if pieces else []
    gutter, first, last = best
    ordered = sorted(pieces, key=lambda piece: piece.baseline)
    above, band, below = ordered[:first], ordered[first:last], ordered[last:]
    left = [piece for piece in band if piece.left < gutter - 1]
    right = [piece for piece in band if piece.left >= gutter - 1]
    parts = (above, left, right, below)
    return [column for part in parts if part for column in _split_columns(part, depth - 1)]


def _find_gutter(pieces: Sequence[_Piece]) -> tuple[float, int, int] | None:
    """Return the left edge of a right column and the range of the pieces, by baseline, that it parts."""
    ordered = sorted(pieces, key=lambda piece: piece.baseline)
    edges = Counter(round(piece.left) for piece in ordered)
    best: tuple[int, float, int, int] | None = None
    for edge, count in edges.most_common(_MOST_GUTTERS):
        if count < _SHORTEST_COLUMN - 1:
            break
        first = 0
        for index in range(len(ordered) + 1):
            at_end = index == len(ordered)
            if at_end or ordered[index].left < edge - 1 and ordered[index].right > edge - _GUTTER:
                width = index - first
                if (best is None or width > best[0]) and _parts_columns(ordered[first:index], edge):
                    best = width, float(edge), first, index
                first = index + 1
    return best[1:] if best else None


def _parts_columns(band: Sequence[_Piece], edge: float) -> bool:
    """Tell whether what stands left and right of an edge are columns of text, and not marks, labels or dates."""
    left = [piece for piece in band if piece.left < edge - 1]
    right = [piece for piece in band if piece.left >= edge - 1]
    for side in (left, right):
        if len({round(piece.baseline) for piece in side}) < _SHORTEST_COLUMN:
            return False
        if sum(len(piece.characters) for piece in side) < _NARROWEST_COLUMN * len(side):
            return False
    if _is_flush_right(right):
        return False
    narrow, wide = sorted((left, right), key=lambda side: sum(len(piece.characters) for piece in side))
    baselines = sorted({piece.baseline for piece in narrow})
    others = sorted(piece.baseline for piece in wide)
    beside = sum(bisect_left(others, at - 1) < bisect_right(others, at + 1) for at in baselines)
    close = sum(after - before < 1.8 * narrow[0].size for before, after in pairwise(baselines))
    # Dates and labels stand beside a line of the text each; a column has lines of its own that follow each other.
    return beside < 0.7 * len(baselines) or close >= 0.6 * (len(baselines) - 1)


def _is_flush_right(pieces: Sequence[_Piece]) -> bool:
    """Tell whether pieces are aligned by their right edges, as dates are, and not by their left ones."""
    lefts = Counter(round(piece.left / _ALIGNED) for piece in pieces)
    rights = Counter(round(piece.right / _ALIGNED) for piece in pieces)
    flush = rights.most_common(1)[0][1]
    return flush >= 0.7 * len(pieces) and flush > lefts.most_common(1)[0][1]


# Lines and words


def _join_rows(pieces: Sequence[_Piece]) -> list[list[Character]]:
    """Return the lines of a column as characters from left to right; raised and lowered ones join their line."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda each: (each.baseline, each.left)):
        row = rows[-1] if rows else None
        if row is not None and _overlap(row, piece):
            row.append(piece)
        else:
            rows.append([piece])
    return [
        sorted((each for piece in row for each in piece.characters), key=lambda each: each.left)
        for row in rows
    ]


def _overlap(row: Sequence[_Piece], piece: _Piece) -> bool:
    main = max(row, key=lambda each: each.size)
    shared = min(main.bottom, piece.bottom) - max(main.top, piece.top)
    height = min(main.bottom - main.top, piece.bottom - piece.top)
    apart = abs(main.baseline - piece.baseline)
    return shared > 0.6 * max(height, 0.1) and apart < 0.5 * max(main.size, piece.size)


def _find_words(row: Sequence[Character]) -> tuple[Word, ...]:
    words: list[Word] = []
    part: list[Character] = []
    right = gap = 0.0
    spaced = False
    for character in row:
        if character.text.isspace():
            spaced = True
            continue
        space = (character.left - right) / character.size
        if part and (spaced or space > _WORD_GAP):
            words.append(_make_word(part, gap))
            part, gap = [], space
        right = max(right, character.right) if part else character.right
        part.append(character)
        spaced = False
    return (*words, _make_word(part, gap)) if part else tuple(words)


def _make_word(part: Sequence[Character], gap: float) -> Word:
    box = (
        round(min(each.left for each in part), 1),
        round(min(each.top for each in part), 1),
        round(max(each.right for each in part), 1),
        round(max(each.bottom for each in part), 1),
    )
    text = "".join(LIGATURES.get(each.text, each.text) for each in part)
    return Word(text, box, gap, all(each.bold for each in part), all(each.known for each in part))


def _find_size(row: Sequence[Character]) -> float:
    return Counter(round(each.size, 1) for each in row).most_common(1)[0][0]
