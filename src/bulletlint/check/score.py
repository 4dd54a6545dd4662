"""The score of a bullet, version 2: what the bullet states, weighted as a hiring panel would.

The findings come first and the score last. A score is the sum of what the parts give, in percent of what the profile
asks of the bullet; what it states beyond that adds on top, up to 100. So a stronger bullet never scores less.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bulletlint.check.fact_table import is_asked
from bulletlint.core.facts import Facts
from bulletlint.core.finding import ScorePart
from bulletlint.core.rule import Rule

SCORE_VERSION = 2
#: The most that each part gives, in the order in which a panel asks for them.
MOST = {
    "outcome": 30, "scale": 8, "price": 15, "containment": 15, "monitoring": 8, "safeguard": 20, "method": 6,
    "decision": 15, "ownership": 15, "clarity": 10,
}  # fmt: skip
#: What each part is about, in a sentence.
MEANINGS = {
    "outcome": "a result that somebody felt",
    "scale": "how far it reached; a result that was felt has it",
    "price": "a price, a limit that was kept, people and time, or a saving",
    "containment": "what happens when it fails",
    "monitoring": "a signal with the figure at which somebody acts; asked of AI systems",
    "safeguard": "what protects the people whom an AI system judges; asked where it does",
    "method": "the method, the data, or what it decides; asked where AI is claimed",
    "decision": "what was cut, capped, delayed or decided against, and why; adds on top",
    "ownership": "whose work it is, by the lead verb",
    "clarity": "the result before the how, in one breath",
}
#: The rule whose place in a profile says that the profile asks for a part.
ASKED_BY = {
    "outcome": "missing-metric", "scale": "missing-metric", "price": "missing-cost", "containment": "missing-fallback",
    "monitoring": "missing-monitoring", "safeguard": "sensitive-without-safeguard", "method": "vague-ai",
    "ownership": "weak-verb",
}  # fmt: skip
#: What stands in place of a result that was felt: a model score, which nobody felt yet; an effort; a name.
OUTCOME = {"outcome": 30, "scale": 14, "scope": 7, "spec": 3, "none": 0}
MODEL_SCORE = 14
WATCHED = 3
DECIDED = 9
OWNERSHIP = {"outcome": 15, "product": 15, "build": 8, "support": 3, "none": 0}
OUTCOME_FIRST, SHORT_ENOUGH = 5, 5
#: Characters up to which a bullet is read in one breath.
CLEAR_LENGTH = 240
#: The rules that ask what a profile need not ask.
COST_RULE, FALLBACK_RULE, SIGNAL_RULE = "missing-cost", "missing-fallback", "missing-monitoring"
_OPTIONAL = (COST_RULE, FALLBACK_RULE, SIGNAL_RULE)


def find_asked(facts: Facts, rules: Sequence[Rule]) -> tuple[str, ...]:
    """Return the names of the rules about what a profile need not ask, or told once a page, that it asks."""
    return tuple(
        rule.name
        for rule in rules
        if (rule.name in _OPTIONAL or rule.page is not None) and is_asked(rule, facts)
    )


def find_asked_parts(facts: Facts, rules: Sequence[Rule]) -> frozenset[str]:
    """Return the parts that a profile, by its rules, asks of a bullet.

    What is no delivery but speaks of an AI system is asked the same as delivery, so that a plan and what came of it can
    be compared; anything else only what a rule asks of its kind.
    """
    judged = replace(facts, kind="delivery") if facts.kind == "other" and facts.ai else facts
    by_name = {rule.name: rule for rule in rules}
    asked = {"clarity"}
    for part, name in ASKED_BY.items():
        if name in by_name and asks_part(part, by_name[name], judged):
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


def score_parts(facts: Facts, asked: Collection[str] = tuple(MOST)) -> tuple[ScorePart, ...]:
    """Return what each part gives a bullet, in the order of MOST; none for a bullet that the rubric does not judge.

    `asked` names the parts that the profile asks of it. The method is a part where AI is claimed, the safeguard where
    people are judged. A bullet in another language is not judged, nor is what tells of no deed: an award, a course, a
    trait, a line without a verb that is no delivery.
    """
    if facts.foreign or not is_judged(facts):
        return ()
    given = {
        "outcome": give_outcome(facts),
        "scale": MOST["scale"] * (facts.metric == "scale" or is_felt(facts) or has(facts, "scale")),
        "price": MOST["price"] * (facts.cost != "none"),
        "containment": MOST["containment"] * facts.fallback,
        "monitoring": {"trigger": MOST["monitoring"], "watch": WATCHED, "no": 0}[facts.monitoring],
        "safeguard": MOST["safeguard"] * facts.safeguard,
        "method": MOST["method"] * facts.method,
        "decision": (MOST["decision"] if facts.reason else DECIDED) * facts.decision,
        "ownership": 0 if facts.hedged or facts.duty or facts.deferred else OWNERSHIP[facts.lead_class],
        "clarity": OUTCOME_FIRST * is_outcome_first(facts) + SHORT_ENOUGH * (len(facts.text) <= CLEAR_LENGTH),
    }
    return tuple(
        ScorePart(name, given[name], most, name in asked)
        for name, most in MOST.items()
        if (name != "safeguard" or facts.sensitive) and (name != "method" or facts.ai)
    )


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


def give_outcome(facts: Facts) -> int:
    """Return what the strongest number gives."""
    return MODEL_SCORE if facts.metric == "outcome" and facts.score_only else OUTCOME[facts.metric]


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


def score_bullet(facts: Facts, asked: Collection[str] = tuple(MOST)) -> int | None:
    """Return 0 to 100, None for a bullet that the rubric does not judge; `asked` names the parts that are asked."""
    return add_parts(score_parts(facts, asked))


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
