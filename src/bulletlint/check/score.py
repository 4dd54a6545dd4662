"""The score of a bullet, version 2: what the bullet states, weighted as a hiring panel would.

The findings come first and the score last. A stronger bullet never scores less: each part only ever adds. What the
profile does not ask of a bullet is no part of its score.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bulletlint.check.fact_table import is_asked
from bulletlint.core.facts import Facts
from bulletlint.core.rule import Rule

SCORE_VERSION = 2
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
#: The rules that ask what a profile need not ask.
COST_RULE, FALLBACK_RULE, SIGNAL_RULE = "missing-cost", "missing-fallback", "missing-monitoring"
#: The most that those of them give which are parts of the score.
MOST = {COST_RULE: 15, FALLBACK_RULE: FALLBACK}


def find_asked(facts: Facts, rules: Sequence[Rule]) -> tuple[str, ...]:
    """Return the names of the rules about what a profile need not ask, or told once a page, that it asks."""
    return tuple(
        rule.name
        for rule in rules
        if (rule.name in MOST or rule.name == SIGNAL_RULE or rule.page is not None) and is_asked(rule, facts)
    )


def score_bullet(facts: Facts, asked: Collection[str] = tuple(MOST)) -> int | None:
    """Return 0 to 100 for a bullet that tells of delivery, None for any other, which the rubric does not judge.

    `asked` names the rules of MOST that the profile asks of it; without the others the rest counts for the whole. A
    bullet in another language has no score.
    """
    if facts.kind != "delivery" or facts.foreign:
        return None
    felt = facts.metric != "outcome" or not facts.score_only
    stated = (
        (METRIC[facts.metric] if felt else MODEL_SCORE)
        + OUTCOME_FIRST * is_outcome_first(facts)
        + COST[facts.cost] * (COST_RULE in asked)
        + FALLBACK * (facts.fallback and FALLBACK_RULE in asked)
        + (0 if facts.hedged or facts.duty else OWNERSHIP[facts.lead_class])
        + CLARITY * (len(facts.text) <= CLEAR_LENGTH)
    )
    possible = 100 - sum(most for rule, most in MOST.items() if rule not in asked)
    return round(100 * stated / possible)


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
