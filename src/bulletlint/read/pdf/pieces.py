"""Pieces of a PDF page: characters on one baseline without a wide gap between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from bulletlint.read.pdf.characters import Character

#: Characters that stand over others where one text is printed over another, and how far, in font sizes.
_OVERPRINTED, _COVERED = 3, 0.3
#: Between two pieces of a line at least, in font sizes.
_PIECE_GAP = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one line with no wide gap between them."""

    characters: tuple[Character, ...]
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    size: float


def find_pieces(characters: Sequence[Character]) -> list[Piece]:
    """Return the pieces of a page: characters on one baseline, parted at wide gaps."""
    pieces: list[Piece] = []
    row: list[Character] = []
    # Those of one baseline stay as they were written.
    for character in sorted(characters, key=attrgetter("baseline")):
        drop = character.baseline - row[0].baseline if row else 0.0
        if drop > 0 and drop > 0.1 * max(character.size, row[0].size):
            pieces += _cut_row(row)
            row = []
        row.append(character)
    return [*pieces, *_cut_row(row)] if row else pieces


def _cut_row(row: list[Character]) -> list[Piece]:
    """Return the pieces of a line; where one text is printed over another each of them is read by itself."""
    pieces, covered = _cut_run(sorted(row, key=attrgetter("left")))
    if covered < _OVERPRINTED:
        return pieces
    return [piece for run in _find_runs(row) for piece in _cut_run(run)[0]]


def _find_runs(row: Sequence[Character]) -> list[list[Character]]:
    """Return the characters of a line, in the order in which they were written, parted where that goes back."""
    runs: list[list[Character]] = []
    for character in row:
        if runs and character.left > runs[-1][-1].left - character.size:
            runs[-1].append(character)
        else:
            runs.append([character])
    return [sorted(run, key=attrgetter("left")) for run in runs]


def _cut_run(row: Sequence[Character]) -> tuple[list[Piece], int]:
    """Return the pieces of characters from left to right, and how many of these stand over the one before."""
    pieces: list[Piece] = []
    part: list[Character] = []
    right = 0.0
    covered = 0
    for character in row:
        text, left, _, end, _, _, size, *_ = character
        if text.isspace():
            if part:
                part.append(character)
            continue
        gap = left - right
        if gap < -_COVERED * size and part:
            covered += 1
        elif gap > 0 and part and gap > _PIECE_GAP * size and gap > _PIECE_GAP * part[-1].size:
            pieces.append(_make_piece(part))
            part = []
        if not part or end > right:
            right = end
        part.append(character)
    return ([*pieces, _make_piece(part)] if part else pieces), covered


def _make_piece(part: Sequence[Character]) -> Piece:
    seen = [each for each in part if not each.text.isspace()]
    _, lefts, tops, rights, bottoms, _, sizes, *_ = zip(*seen, strict=True)
    return Piece(
        tuple(part),
        left=min(lefts),
        right=max(rights),
        top=min(tops),
        bottom=max(bottoms),
        baseline=part[0].baseline,
        size=max(sizes),
    )
