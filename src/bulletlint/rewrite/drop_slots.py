"""Takes back what a rewrite asks for once the finding behind it is silenced, by a comment or by the baseline."""

from __future__ import annotations

from collections.abc import Iterable

from bulletlint.core.finding import Finding, Rewrite
from bulletlint.rewrite.sentence.piece import drop_slot, make_rewrite

#: Which slot each rule puts into a rewrite.
_SLOTS = {"missing-cost": "cost", "missing-fallback": "fallback", "missing-metric": "metric"}


def withdraw_slots(
    rewrite: Rewrite | None, text: str, *, before: Iterable[Finding], after: Iterable[Finding]
) -> Rewrite | None:
    """Return a bullet's rewrite without the slots of findings that are gone, None if nothing is left of it."""
    left = {name for finding in after for name in finding.rules}
    if rewrite is None or not left:
        return None
    gone = {_SLOTS.get(name) for finding in before for name in finding.rules if name not in left}
    pieces = list(rewrite.pieces)
    while (
        place := next((at for at, piece in enumerate(pieces) if piece.slot and piece.slot in gone), None)
    ) is not None:
        pieces = drop_slot(pieces, place)
    if len(pieces) == len(rewrite.pieces):
        return rewrite
    remaining = make_rewrite(pieces)
    return None if remaining.text == text else remaining
