"""Whether the facts of a bullet, or of a whole file, are those that a rule names."""

from __future__ import annotations

from bulletlint.core.facts import Facts
from bulletlint.core.rule import FactTable, Rule


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


def is_asked(rule: Rule, facts: Facts) -> bool:
    """Tell whether a rule applies to a bullet by its kind and its facts, before any pattern is looked at."""
    return (
        facts.kind in rule.applies_to
        and holds_all(rule.when, facts)
        and not holds_any(rule.unless.facts, facts)
    )
