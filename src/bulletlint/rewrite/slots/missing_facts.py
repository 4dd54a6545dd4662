"""What a bullet is missing, by its findings or, if no rules were asked, by its facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
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


def ask_what_fits(
    missing: MissingFacts,
    facts: Facts,
    findings: Iterable[Finding],
    *,
    named: Collection[str] = (),
    sure: Collection[str] = (),
    complete: bool = False,
) -> MissingFacts:
    """Return of what is missing only what is worth asking: nothing at all where none of it is.

    That is what a coach would remark on, or what a rule says in earnest; a price and a fallback that only a coach would
    want need a name that fits the work (`named`). Those whose name surely fits (`sure`) come beside what else is asked,
    but are no reason to rewrite: each line of a nurse lacks both. `complete` says that nothing is left unsaid.
    """
    spoken = (
        finding for finding in findings if finding.severity != "info" and (complete or not finding.unsaid)
    )
    loud = {name for finding in spoken for name in finding.rules}
    remarks = facts.remarks
    opening = not loud.isdisjoint(_LEAD_RULES)
    asked = MissingFacts(
        lead=missing.lead and (opening or not remarks.isdisjoint(("lead", "result", "order"))),
        part=missing.part and ("hedged-contribution" in loud or "lead" in remarks),
        metric=missing.metric and (opening or "missing-metric" in loud or "result" in remarks),
        cost=missing.cost and ("missing-cost" in loud or ("cost" in remarks and "cost" in named)),
        fallback=missing.fallback
        and ("missing-fallback" in loud or ("guard" in remarks and "fallback" in named)),
    )
    return asked and replace(
        asked,
        cost=missing.cost and (asked.cost or "cost" in sure),
        fallback=missing.fallback and (asked.fallback or "fallback" in sure),
    )


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
