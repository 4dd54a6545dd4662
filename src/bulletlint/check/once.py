"""Which findings are remarks that reports for people make once a page: those on bullets that lack nothing."""

from __future__ import annotations

from bulletlint.check.fact_table import holds_all, holds_any
from bulletlint.core.facts import Evidence, Facts, Mark
from bulletlint.core.rule import Once, Rule


def is_told_once(rule: Rule, facts: Facts, start: int) -> bool:
    """Tell whether one of a rule's `once` entries holds; `start` is the offset of what the finding points at."""
    return any(holds(entry, facts, start) for entry in rule.once)


def holds(entry: Once, facts: Facts, start: int) -> bool:
    """Tell whether all that an entry says is so; what the bullet lacks is neither within nor beyond."""
    if not holds_all(entry.when, facts) or holds_any(entry.unless, facts):
        return False
    for label, words in entry.within:
        before = count_words_before(label, facts, start)
        if before is None or before >= words:
            return False
    for label, words in entry.beyond:
        before = count_words_before(label, facts, start)
        if before is None or before < words:
            return False
    return True


def count_words_before(label: str, facts: Facts, start: int) -> int | None:
    """Return how many words of the bullet stand before the first evidence or mark of a label, None without one."""
    if label == "match":
        return len(facts.text[:start].split())
    spans: tuple[Evidence | Mark, ...] = (*facts.evidence, *facts.marks)
    starts = [span.start for span in spans if span.label == label]
    return len(facts.text[: min(starts)].split()) if starts else None
