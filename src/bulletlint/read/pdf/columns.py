"""Columns of a page, and labels in a margin: the reading order of its pieces."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from bulletlint.read.bullets.section_headings import find_paragraph_section
from bulletlint.read.bullets.section_words import load_section_words
from bulletlint.read.pdf.pieces import Piece
from bulletlint.read.pdf.words import is_date

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
#: How far two left edges or baselines that are meant to be the same differ, in points.
_ALIGNED = 2.0
#: A margin: labels and lines of one at most, characters of a label on average, its part of the page's width, how many
#: of the labels stand beside a line of the text, and lines of the text at least for each of the labels.
_FEWEST_LABELS, _TALLEST_LABEL, _LONGEST_LABEL = 2, 3, 26
_WIDEST_MARGIN, _BESIDE = 0.36, 0.75
_GOES_ON = ("-", "–", "—", "&", ",", "/", " to", " and", " of")
#: How narrow a sidebar is, compared with the column beside it.
_NARROW = 0.8
#: From a line of a label to the next one, in font sizes, at most.
_LABEL_LEADING = 1.55


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page that is read at one go: the pieces of its text, and the labels beside it, each of some pieces.

    `side` says which of two columns it is; `left` and `right` are its edges in points.
    """

    pieces: tuple[Piece, ...]
    labels: tuple[tuple[Piece, ...], ...] = ()
    side: Literal["whole", "left", "right"] = "whole"

    @property
    def left(self) -> float:
        """Where its leftmost line begins."""
        return min(piece.left for piece in self.pieces)

    @property
    def right(self) -> float:
        """Where its rightmost line ends."""
        return max(piece.right for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A left edge of what stands at the right, and the range of the pieces, by baseline, that it parts."""

    edge: float
    first: int
    last: int
    kind: Literal["columns", "margin"]


def split_columns(pieces: list[Piece], width: float, depth: int = _DEEPEST) -> list[Part]:
    """Return the parts of a page: what stands above two columns, the left one, the right one, and the rest."""
    gutter = _find_gutter(pieces, width) if depth and len(pieces) < _MOST_PIECES else None
    if gutter is None:
        return [Part(tuple(pieces))] if pieces else []
    ordered = sorted(pieces, key=lambda piece: piece.baseline)
    above, band, below = ordered[: gutter.first], ordered[gutter.first : gutter.last], ordered[gutter.last :]
    left = [piece for piece in band if piece.left < gutter.edge - 1]
    right = [piece for piece in band if piece.left >= gutter.edge - 1]
    parts = split_columns(above, width, depth - 1)
    if gutter.kind == "margin":
        left, headlines = _part_dates(left, right)
        right = [*right, *headlines]
        parts.append(Part(tuple(right), tuple(tuple(label) for label in _find_labels(left, right))))
    else:
        for side, column in (("left", left), ("right", right)):
            inner = split_columns(column, width, depth - 1)
            parts += [Part(part.pieces, part.labels, side) for part in inner]  # type: ignore[arg-type]
    return parts + split_columns(below, width, depth - 1)


def chain_columns(parts: Sequence[tuple[int, Part]]) -> list[tuple[int, Part]]:
    """Return the parts of pages, each with its page, in reading order.

    A sidebar goes on beside the text on the next page: what stands in the wider column there follows the wider column
    here, and not the last words of the sidebar.
    """
    ordered: list[tuple[int, Part]] = []
    held: list[tuple[int, Part]] = []
    runs = [list(run) for _, run in groupby(parts, key=lambda each: (each[0], each[1].side))]
    for number, run in enumerate(runs):
        page, part = run[0]
        if held and part.side == "whole" and page == held[-1][0]:
            ordered += held
            held = []
        other = number + 1 if part.side == "left" else number - 1
        if (
            part.side != "whole"
            and 0 <= other < len(runs)
            and _measure(run) < _NARROW * _measure(runs[other])
        ):
            held += run
        else:
            ordered += run
    return ordered + held


def _measure(run: Sequence[tuple[int, Part]]) -> float:
    """Return the width of a column in points."""
    return max(part.right for _, part in run) - min(part.left for _, part in run)


def _find_gutter(pieces: Sequence[Piece], width: float) -> _Gutter | None:
    """Return what parts the widest range of pieces into columns, or labels from text."""
    ordered = sorted(pieces, key=lambda piece: piece.baseline)
    edges = Counter(round(piece.left) for piece in ordered)
    best: _Gutter | None = None
    for edge, count in edges.most_common(_MOST_GUTTERS):
        if count < _SHORTEST_COLUMN - 1:
            break
        first = 0
        for index in range(len(ordered) + 1):
            at_end = index == len(ordered)
            if at_end or ordered[index].left < edge - 1 and ordered[index].right > edge - _GUTTER:
                if best is None or index - first > best.last - best.first:
                    kind = _find_kind(ordered[first:index], edge, width)
                    best = _Gutter(float(edge), first, index, kind) if kind is not None else best
                first = index + 1
    return best


def _find_kind(band: Sequence[Piece], edge: float, width: float) -> Literal["columns", "margin"] | None:
    left = [piece for piece in band if piece.left < edge - 1]
    right = [piece for piece in band if piece.left >= edge - 1]
    if _is_margin(left, right, width):
        return "margin"
    return "columns" if _parts_columns(left, right) else None


def _is_margin(left: Sequence[Piece], right: Sequence[Piece], width: float) -> bool:
    """Tell whether what stands left of an edge are labels of the text at its right, and no column of its own."""
    if len(left) < _FEWEST_LABELS or len({round(piece.baseline) for piece in right}) < _SHORTEST_COLUMN:
        return False
    if max(piece.right for piece in left) - min(piece.left for piece in left) > _WIDEST_MARGIN * width:
        return False
    named = [piece for piece in left if sum(each.text.isalnum() for each in piece.characters) > 2]
    if len(named) < 0.8 * len(left):
        return False
    size = sum(len(piece.characters) for piece in left)
    if size > _LONGEST_LABEL * len(left) or sum(len(piece.characters) for piece in right) < 1.5 * size:
        return False
    labels = _find_labels(_part_dates(left, right)[0], right)
    if len(labels) < _FEWEST_LABELS or max(len(label) for label in labels) > _TALLEST_LABEL:
        return False
    beside = _list_beside([label[0] for label in labels], right)
    return sum(beside) >= _BESIDE * len(labels)


def _part_dates(left: Sequence[Piece], right: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Part a margin of nothing but dates and headings, which are of the text, into these; any other is left whole."""
    dates: list[Piece] = []
    others: list[Piece] = []
    for piece in left:
        (dates if _is_dated(piece) else others).append(piece)
    return (dates, others) if all(_is_headline(piece, right) for piece in others) else (list(left), [])


def _is_dated(piece: Piece) -> bool:
    return is_date(_read(piece)) or _read(piece).endswith(_GOES_ON)


def _is_headline(piece: Piece, others: Sequence[Piece]) -> bool:
    """Tell whether a piece of a margin is a line by itself, bold or larger than the text."""
    if any(abs(other.baseline - piece.baseline) < _ALIGNED for other in others):
        return False
    return _is_bold(piece) or piece.size > 1.05 * min(other.size for other in others)


def _list_beside(pieces: Sequence[Piece], others: Sequence[Piece]) -> list[bool]:
    """Return for each piece whether one of the others stands on its line."""
    lines = sorted(piece.baseline for piece in others)
    return [
        bisect_left(lines, piece.baseline - _ALIGNED) < bisect_right(lines, piece.baseline + _ALIGNED)
        for piece in pieces
    ]


def _find_labels(left: Sequence[Piece], right: Sequence[Piece]) -> list[list[Piece]]:
    """Return the labels of a margin: pieces close below each other, of one face.

    Where each stands beside a line of the text at the right, only a dash goes on ("Jan 2021 –" above "Present"), or
    what makes the name of a section ("Research" above "Experience").
    """
    pieces = sorted(left, key=lambda each: (each.baseline, each.left))
    drops = [after.baseline - before.baseline for before, after in pairwise(pieces)]
    closest = min((drop for drop in drops if drop > 1), default=0.0)
    apart = all(_list_beside(pieces, right))
    labels: list[list[Piece]] = []
    for piece in pieces:
        last = labels[-1][-1] if labels else None
        drop = piece.baseline - last.baseline if last is not None else 0.0
        if (
            last is not None
            and drop < min(_LABEL_LEADING * last.size, 1.15 * closest)
            and abs(piece.size - last.size) < 1
            and _is_bold(piece) == _is_bold(last)
            and (not apart or drop < 1 or _read(last).endswith(_GOES_ON) or _make_section(last, piece))
        ):
            labels[-1].append(piece)
        else:
            labels.append([piece])
    return labels


def _make_section(piece: Piece, below: Piece) -> bool:
    name = f"{_read(piece)} {_read(below)}"
    return find_paragraph_section(name, load_section_words()) is not None


def _read(piece: Piece) -> str:
    return "".join(each.text for each in piece.characters).strip()


def _is_bold(piece: Piece) -> bool:
    return all(each.bold for each in piece.characters if not each.text.isspace())


def _parts_columns(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Tell whether what stands left and right of an edge are columns of text, and not marks, labels or dates."""
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


def _is_flush_right(pieces: Sequence[Piece]) -> bool:
    """Tell whether pieces are aligned by their right edges, as dates are, and not by their left ones."""
    lefts = Counter(round(piece.left / _ALIGNED) for piece in pieces)
    rights = Counter(round(piece.right / _ALIGNED) for piece in pieces)
    flush = rights.most_common(1)[0][1]
    return flush >= 0.7 * len(pieces) and flush > lefts.most_common(1)[0][1]
