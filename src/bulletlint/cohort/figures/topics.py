"""What a bullet may state, and who is asked for it."""

from __future__ import annotations

from collections.abc import Sequence

from bulletlint.check.score import COST_RULE, FALLBACK_RULE, SIGNAL_RULE
from bulletlint.cohort.tables.columns import Row

#: Topics in the order of the page, with what each means.
TOPICS = {
    "result": "a result or a reach, with its figure",
    "cost": "what it cost or saved",
    "fallback": "what happens when it fails",
    "signal": "how anybody would notice",
}
#: Columns of the bullets that topics are read from.
COLUMNS = ("resume", "kind", "foreign", "metric", "cost", "fallback", "signal", "asked")
Counts = tuple[tuple[int, int], ...]
NOTHING: Counts = ((0, 0),) * len(TOPICS)


def count_topics(bullet: Row) -> Counts:
    """Return for each topic whether a bullet is asked for it, and whether it states it, as 0 or 1.

    Bullets that deliver nothing, or are in another language, are asked for nothing.
    """
    if bullet["kind"] != "delivery" or bullet["foreign"]:
        return NOTHING
    cost, fallback, signal = (rule in bullet["asked"] for rule in (COST_RULE, FALLBACK_RULE, SIGNAL_RULE))
    return (
        (1, int(bullet["metric"] in ("outcome", "scale"))),
        (int(cost), int(cost and bullet["cost"] != "none")),
        (int(fallback), int(fallback and bullet["fallback"])),
        (int(signal), int(signal and bullet["signal"])),
    )


def add_counts(first: Counts, second: Sequence[tuple[int, int]]) -> Counts:
    """Return the counts of two bullets, or two resumes, together."""
    return tuple(
        (asked + more, stated + again) for (asked, stated), (more, again) in zip(first, second, strict=True)
    )
