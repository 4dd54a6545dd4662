"""What a rewrite that keeps its sentence asks for, and what it does not."""

from __future__ import annotations

import pytest

from bulletlint.core.finding import Piece
from bulletlint.rewrite.assemble.assembly import assemble_minimal


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Reduced fuel costs.", ["metric"]),
        ("Reduced complaints.", ["metric"]),
        ("Reduced the fan to 3.2 W.", None),
    ],
)
def test_a_change_that_has_a_figure_is_asked_for_none(text: str, slots: list[str] | None, prepare) -> None:  # type: ignore[no-untyped-def]
    """Nor for how much more or less."""
    pieces: list[Piece] | None = assemble_minimal(*prepare(text, metric=True))
    assert (pieces and [piece.slot for piece in pieces if piece.slot]) == slots
