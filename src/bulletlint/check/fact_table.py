"""Whether the facts of a bullet, or of a whole file, are those that a rule names."""

from __future__ import annotations

from bulletlint.core.rule import FactTable


def holds_all(table: FactTable, facts: object) -> bool:
    """Tell whether each fact of a table has one of its values."""
    for fact, values in table:  # noqa: SIM110  a generator for every rule of every bullet takes twice as long
        if getattr(facts, fact) not in values:
            return False
    return True


def holds_any(table: FactTable, facts: object) -> bool:
    """Tell whether some fact of a table has one of its values."""
    for fact, values in table:  # noqa: SIM110  as above
        if getattr(facts, fact) in values:
            return True
    return False
