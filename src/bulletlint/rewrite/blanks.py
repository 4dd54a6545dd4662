"""What the blanks of a rewrite ask for, said once below it."""

from __future__ import annotations

from collections.abc import Iterable

from bulletlint.core.finding import Slot


def list_blanks(slots: Iterable[Slot]) -> list[str]:
    """Return what each blank wants ("cost: hosting per month"), each once."""
    return list(dict.fromkeys(f"{slot.label}: {slot.hint}" for slot in slots if slot.hint))
