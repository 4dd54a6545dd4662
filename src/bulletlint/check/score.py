"""The score of a bullet, version 1: what the bullet states, weighted as a hiring panel would.

The findings come first and the score last. A stronger bullet never scores less: each part only ever adds.
"""

from __future__ import annotations

from collections.abc import Sequence

from bulletlint.core.facts import Facts

SCORE_VERSION = 1
#: The most that each part gives; together 100.
METRIC = {"outcome": 35, "scale": 25, "scope": 10, "spec": 4, "none": 0}
#: What an outcome gives that is only the score of a model: no more than a reach, since nobody felt it yet.
MODEL_SCORE = 25
OUTCOME_FIRST = 10
COST = {"paid": 15, "saved": 15, "none": 0}
FALLBACK = 15
OWNERSHIP = {"outcome": 20, "product": 20, "build": 10, "support": 4, "none": 0}
CLARITY = 5
#: Characters up to which a bullet is read in one breath.
CLEAR_LENGTH = 240


def score_bullet(facts: Facts) -> int | None:
    """Return 0 to 100 for a bullet that tells of delivery, None for any other, which the rubric does not judge."""
    if facts.kind != "delivery":
        return None
    felt = facts.metric != "outcome" or not facts.score_only
    return (
        (METRIC[facts.metric] if felt else MODEL_SCORE)
        + OUTCOME_FIRST * is_outcome_first(facts)
        + COST[facts.cost]
        + FALLBACK * facts.fallback
        + (0 if facts.hedged or facts.duty else OWNERSHIP[facts.lead_class])
        + CLARITY * (len(facts.text) <= CLEAR_LENGTH)
    )


def is_outcome_first(facts: Facts) -> bool:
    """Tell whether a bullet opens with what changed: a result, by a verb of outcome or decision, before the how."""
    return (
        facts.metric in ("outcome", "scale")
        and facts.lead_class in ("outcome", "product")
        and not facts.technique_first
    )


def score_resume(scores: Sequence[int | None]) -> int | None:
    """Return the mean of the bullets that have a score, rounded; None if none has."""
    counted = [score for score in scores if score is not None]
    return round(sum(counted) / len(counted)) if counted else None
