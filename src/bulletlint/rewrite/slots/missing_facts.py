"""What a bullet is missing, by its findings or, if no rules were asked, by its facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bulletlint.core.facts import Facts
from bulletlint.core.finding import Finding
from bulletlint.evidence.words import Words

_LEAD_RULES = frozenset({"weak-verb", "duty-phrase", "technique-first"})


@dataclass(frozen=True, slots=True)
class MissingFacts:
    """What a rewrite has to fix: the lead, the writer's own part, the figure, the cost, the fallback."""

    lead: bool = False
    part: bool = False
    metric: bool = False
    cost: bool = False
    fallback: bool = False

    def __bool__(self) -> bool:
        return self.lead or self.part or self.metric or self.cost or self.fallback


def read_missing_facts(facts: Facts, words: Words) -> MissingFacts:
    """Return what a bullet is missing by its facts, as the core rules of the default profile see it."""
    delivery = facts.kind == "delivery"
    return MissingFacts(
        lead=facts.lead_class == "build" or facts.duty or (facts.technique_first and facts.kind != "people"),
        part=facts.hedged and hides_part(facts, words),
        metric=delivery and facts.metric not in ("outcome", "scale"),
        cost=delivery and facts.cost == "none",
        fallback=delivery and not facts.fallback,
    )


def drop_stated(missing: MissingFacts, facts: Facts, limit: float) -> MissingFacts:
    """Return what is missing without a price or a fallback that a bullet states, by the reader, as likely as a limit.

    No pattern found it and the reader is not sure; but to ask for what is there makes the asker look deaf.
    """
    # How sure the reader is of its likeliest answer: here that nothing states it.
    absent = dict(facts.confidence)
    return replace(
        missing,
        cost=missing.cost and (facts.cost != "none" or 1 - absent.get("cost", 1.0) < limit),
        fallback=missing.fallback and (facts.fallback or 1 - absent.get("fallback", 1.0) < limit),
    )


def list_loud(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the names of the rules that are broken and say so louder than as a remark."""
    return frozenset(name for finding in findings if finding.severity != "info" for name in finding.rules)


def read_findings(findings: Iterable[Finding], facts: Facts, words: Words) -> MissingFacts:
    """Return what a bullet is missing by what the rules in force found in it."""
    names = {name for finding in findings for name in finding.rules}
    return MissingFacts(
        lead=not names.isdisjoint(_LEAD_RULES),
        part="hedged-contribution" in names and hides_part(facts, words),
        metric="missing-metric" in names,
        cost="missing-cost" in names,
        fallback="missing-fallback" in names,
    )


def hides_part(facts: Facts, words: Words) -> bool:
    """Tell whether the lead leaves open whose work it was ("helped", "worked on"), not just names a duty."""
    return facts.lead is not None and facts.lead.lemma in words.lexicons["verbs-hedge"]
