"""A rewrite with likely answers in its blanks, so that the rules can read it as they will once it is filled."""

from __future__ import annotations

from collections.abc import Iterable

from bulletlint.core.finding import Finding, Rewrite
from bulletlint.rewrite.sentence.piece import replace_slots

#: What a writer may well answer, by the slot. Nobody is shown these.
ANSWERS = {
    "what": "errors from 9 to 4 %",
    "metric": "from 9 to 4 %",
    "effect": "from 9 to 4 %",
    "size": "40 % more",
    "part": "Decided what to build",
    "cost": "$40/month",
    "fallback": "a manual fallback",
}
#: The rules that each slot answers.
ANSWERED = {
    "what": "missing-metric",
    "metric": "missing-metric",
    "effect": "missing-metric",
    "size": "missing-metric",
    "part": "hedged-contribution",
    "cost": "missing-cost",
    "fallback": "missing-fallback",
}
#: Rules about facts that are asked for only once it is known what the writer did.
_LATER = frozenset({"missing-metric", "missing-cost", "missing-fallback"})


def fill_likely(rewrite: Rewrite) -> str:
    """Return the text of a rewrite with a likely answer in each slot."""
    return replace_slots(rewrite, lambda slot: ANSWERS[slot.name])


def find_rule_faults(
    rewrite: Rewrite, before: Iterable[Finding], after: Iterable[Finding]
) -> tuple[str, ...]:
    """Return the names of rules that a filled rewrite breaks anew or leaves broken though it set out to answer them.

    `before` are the findings of the bullet, `after` those of the rewrite with its blanks filled. A rewrite that answers
    no finding at all names them all.
    """
    # A rule that another one spoke for was broken too.
    broken = {name for finding in before for name in finding.rules}
    left = {name for finding in after for name in finding.rules}
    if any(slot.name == "part" for slot in rewrite.slots):
        left -= _LATER - broken  # what its writer's part will owe depends on the part
    wanted = {ANSWERED[slot.name] for slot in rewrite.slots} & broken
    faults = (left - broken) | (wanted & left)
    return tuple(sorted(faults or (() if broken - left else left)))
