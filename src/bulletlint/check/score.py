"""The score of a bullet, version 2: what the bullet states, weighted as a hiring panel would.

What each part gives stands in `reading/score.yaml` of the rules, not here. The findings come first and the score last.
A score is the sum of what the parts give, in percent of what the profile asks of the bullet; what it states beyond that
adds on top, up to 100. So a stronger bullet never scores less.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from bulletlint.check.fact_table import is_asked
from bulletlint.check.score_weights import PartWeights, ScoreWeights
from bulletlint.core.facts import Facts, LeadClass
from bulletlint.core.finding import ScorePart
from bulletlint.core.rule import Rule

SCORE_VERSION = 2
#: The rules that ask what a profile need not ask.
COST_RULE, FALLBACK_RULE, SIGNAL_RULE = "missing-cost", "missing-fallback", "missing-monitoring"
#: What is there as a panel wants it.
WHOLE = "whole"
#: What the class of the lead verb says of whose work it is.
_OWNED: Mapping[LeadClass, Sequence[str]] = {
    "outcome": (WHOLE,), "product": (WHOLE,), "build": ("build",), "support": ("support",), "none": (),
}  # fmt: skip
_OPTIONAL = (COST_RULE, FALLBACK_RULE, SIGNAL_RULE)


def find_asked(facts: Facts, rules: Sequence[Rule]) -> tuple[str, ...]:
    """Return the names of the rules about what a profile need not ask, or told once a page, that it asks."""
    return tuple(
        rule.name
        for rule in rules
        if (rule.name in _OPTIONAL or rule.page is not None and not rule.once) and is_asked(rule, facts)
    )


def find_asked_parts(facts: Facts, rules: Sequence[Rule], weights: ScoreWeights) -> frozenset[str]:
    """Return the parts that a profile, by its rules, asks of a bullet.

    What is no delivery but speaks of an AI system is asked the same as delivery, so that a plan and what came of it can
    be compared; anything else only what a rule asks of its kind.
    """
    judged = replace(facts, kind="delivery") if facts.kind == "other" and facts.ai else facts
    by_name = {rule.name: rule for rule in rules}
    asked = {"clarity"}
    for part, worth in weights.parts.items():
        if worth.asked_by in by_name and asks_part(part, by_name[worth.asked_by], judged):
            asked.add(part)
    return frozenset(asked)


def asks_part(part: str, rule: Rule, facts: Facts) -> bool:
    """Tell whether a rule that a profile has asks its part of a bullet.

    What is asked of AI does not hang on how many use it: naming its reach would cost points otherwise.
    """
    if part in ("monitoring", "method"):
        return facts.ai and facts.kind in rule.applies_to
    if part == "safeguard":
        return facts.sensitive and facts.kind in rule.applies_to
    if part in ("outcome", "scale"):
        # A rule may be satisfied with any figure; the score still tells a result from an effort.
        return is_asked(rule, replace(facts, metric="none"))
    if part == "ownership":
        return True
    return is_asked(rule, facts)


def score_parts(facts: Facts, asked: Collection[str], weights: ScoreWeights) -> tuple[ScorePart, ...]:
    """Return what each part gives a bullet, in the order of PARTS; none for a bullet that the rubric does not judge.

    `asked` names the parts that the profile asks of it. The method is a part where AI is claimed, the safeguard where
    people are judged. A bullet in another language is not judged, nor is what tells of no deed: an award, a course, a
    trait, a line without a verb that is no delivery.
    """
    if facts.foreign or not is_judged(facts):
        return ()
    stated = find_stated(facts, weights.one_breath)
    return tuple(
        ScorePart(name, give(worth, stated[name]), worth.most, name in asked)
        for name, worth in weights.parts.items()
        if (name != "safeguard" or facts.sensitive) and (name != "method" or facts.ai)
    )


def find_stated(facts: Facts, one_breath: int) -> dict[str, Sequence[str]]:
    """Return what a bullet states of each part: WHOLE, or what stands in its place by the names under `less`.

    `one_breath` is the length, in characters, up to which it is short.
    """
    owned = not (facts.hedged or facts.duty or facts.deferred)
    whole = {
        "scale": facts.metric == "scale" or is_felt(facts) or has(facts, "scale"),
        "price": facts.cost != "none",
        "containment": facts.fallback,
        "safeguard": facts.safeguard,
        "method": facts.method,
    }
    return {
        **{name: (WHOLE,) if holds else () for name, holds in whole.items()},
        "outcome": name_outcome(facts),
        "monitoring": {"trigger": (WHOLE,), "watch": ("watch",), "no": ()}[facts.monitoring],
        "decision": ((WHOLE,) if facts.reason else ("without_reason",)) if facts.decision else (),
        "ownership": _OWNED[facts.lead_class] if owned else (),
        "clarity": (
            *(("result_first",) if is_outcome_first(facts) else ()),
            *(("short",) if len(facts.text) <= one_breath else ()),
        ),
    }


def give(worth: PartWeights, stated: Sequence[str]) -> int:
    """Return the points for what a bullet states of a part."""
    return sum(worth.most if name == WHOLE else worth.less[name] for name in stated)


def is_judged(facts: Facts) -> bool:
    """Tell whether the rubric has something to say of a bullet."""
    if facts.kind == "delivery":
        return True
    if facts.lead is None or facts.tells != "deed":
        return False
    return facts.kind == "people" or is_claim(facts)


def is_claim(facts: Facts) -> bool:
    """Tell whether a bullet that is no delivery still speaks of an AI system, of a duty, or of who decided."""
    return facts.ai or facts.duty or facts.hedged or facts.deferred or facts.decision


def is_felt(facts: Facts) -> bool:
    """Tell whether a bullet has a result that is more than the score of a model."""
    return facts.metric == "outcome" and not facts.score_only


def has(facts: Facts, label: str) -> bool:
    return any(item.label == label for item in facts.evidence)


def name_outcome(facts: Facts) -> Sequence[str]:
    """Return what the strongest number proves; the score of a model was felt by nobody yet."""
    if facts.metric == "outcome":
        return ("model_score",) if facts.score_only else (WHOLE,)
    return () if facts.metric == "none" else (facts.metric,)


def add_parts(parts: Sequence[ScorePart]) -> int | None:
    """Return the score that parts add up to, 0 to 100; None where there are none."""
    if not parts:
        return None
    possible = sum(part.most for part in parts if part.asked)
    return min(100, round(100 * sum(part.given for part in parts) / possible))


def find_gains(parts: Sequence[ScorePart]) -> Iterator[tuple[ScorePart, int]]:
    """Yield each part with the points that the score would gain if the bullet stated all of it."""
    score = add_parts(parts) or 0
    for number, part in enumerate(parts):
        whole = (*parts[:number], replace(part, given=part.most), *parts[number + 1 :])
        yield part, (add_parts(whole) or 0) - score


def score_bullet(facts: Facts, asked: Collection[str], weights: ScoreWeights) -> int | None:
    """Return 0 to 100, None for a bullet that the rubric does not judge; `asked` names the parts that are asked."""
    return add_parts(score_parts(facts, asked, weights))


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
