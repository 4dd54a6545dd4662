"""Pieces of a PDF page: characters on one baseline without a wide gap between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bulletlint.read.pdf.characters import Character

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
    for character in sorted(characters, key=lambda each: (each.baseline, each.left)):
        if row and character.baseline - row[0].baseline > 0.1 * max(character.size, row[0].size):
            pieces += _cut_row(row)
            row = []
        row.append(character)
    return [*pieces, *_cut_row(row)] if row else pieces


def _cut_row(row: list[Character]) -> list[Piece]:
    row.sort(key=lambda each: each.left)
    pieces: list[Piece] = []
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


def _make_piece(part: Sequence[Character]) -> Piece:
    seen = [each for each in part if not each.text.isspace()]
    return Piece(
        tuple(part),
        left=min(each.left for each in seen),
        right=max(each.right for each in seen),
        top=min(each.top for each in seen),
        bottom=max(each.bottom for each in seen),
        baseline=part[0].baseline,
        size=max(each.size for each in seen),
    )
