"""Takes back what a rewrite asks for once the finding behind it is silenced, by a comment or by the baseline."""

from __future__ import annotations

from collections.abc import Iterable

from bulletlint.core.finding import Finding, Rewrite
from bulletlint.rewrite.filled import ANSWERED
from bulletlint.rewrite.sentence.piece import drop_slot, make_rewrite

#: The slots without which the sentence still stands; one that is built on another slot goes with it.
_LOOSE = frozenset({"cost", "fallback", "metric"})


def withdraw_slots(
    rewrite: Rewrite | None, text: str, *, before: Iterable[Finding], after: Iterable[Finding]
) -> Rewrite | None:
    """Return a bullet's rewrite without the slots of findings that are gone, None if nothing is left of it."""
    left = {name for finding in after for name in finding.rules}
    if rewrite is None or not left:
        return None
    silenced = {name for finding in before for name in finding.rules} - left
    gone = {slot for slot, rule in ANSWERED.items() if rule in silenced}
    if any(slot.name in gone - _LOOSE for slot in rewrite.slots):
        return None
    pieces = list(rewrite.pieces)
    while (
        place := next((at for at, piece in enumerate(pieces) if piece.slot and piece.slot in gone), None)
    ) is not None:
        pieces = drop_slot(pieces, place)
    if len(pieces) == len(rewrite.pieces):
        return rewrite
    remaining = make_rewrite(pieces)
    return None if remaining.text == text else remaining
