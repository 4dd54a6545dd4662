"""What patterns found and what the learned reader says, settled into the facts of a bullet.

A pattern that matches states something, whatever the reader says; an exclusion (`unless` in an evidence file) takes
it away from both. Everything else is the reader's: it has read thousands of bullets, and each list only its own words.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import cast

from bulletlint.core.facts import (
    METRICS,
    REMARKS,
    Cost,
    Evidence,
    EvidenceLabel,
    Facts,
    Kind,
    Lead,
    LeadClass,
    Metric,
    Monitoring,
)
from bulletlint.evidence.lead.classify import is_hedged
from bulletlint.evidence.learned.answers import LIKELY, Answers, ReadSpan
from bulletlint.evidence.learned.confidence import STATED, Confidence

#: The source of evidence that the reader found.
SOURCE = "reader"
#: Labels of the reader that are evidence; what is vague is left to the rule about vague words.
LABELS: tuple[EvidenceLabel, ...] = (
    "outcome", "scale", "scope", "cost", "fallback", "monitoring", "technique", "safeguard",
)  # fmt: skip
#: Labels whose amounts are typed by the number grammar, which a span of the reader may not contradict.
NUMBERED = frozenset({"outcome", "scale", "scope"})


@dataclass(frozen=True, slots=True)
class Excluded:
    """Characters of a bullet that prove nothing of one label: `start` and `end` are offsets in its text."""

    label: str
    start: int
    end: int


def settle_facts(
    facts: Facts,
    answers: Answers,
    confidence: Confidence,
    *,
    excluded: Sequence[Excluded] = (),
    own_verbs: Collection[str] = (),
) -> Facts:
    """Return the facts of a bullet with the reader's answers; `own_verbs` are lemmas that a user has classed.

    What is doubtful is found afterwards (`find_doubtful`), once the bullet's world is known.
    """
    spans = [span for span in answers.spans if not is_excluded(span, excluded)]
    kind = cast(Kind, answers.find_likeliest("kind")[0])
    metric = settle_metric(facts, answers, confidence)
    lead = settle_lead_class(facts.lead, answers, own_verbs, proved=metric == "outcome")
    stated = {label for label in STATED if is_stated(label, answers, confidence, spans)}
    evidence = (*retype_numbers(facts, metric), *choose_spans(facts, spans, metric, stated))
    labels = {item.label for item in evidence}
    cost = settle_cost(facts, answers) if "cost" in stated else facts.cost
    fallback = facts.fallback or "fallback" in stated
    monitoring = settle_monitoring(facts, answers) if "monitoring" in stated else facts.monitoring
    return replace(
        facts,
        lead=lead,
        kind=kind,
        metric=metric,
        cost=cost,
        fallback=fallback,
        monitoring=monitoring,
        technique_first=answers.find_likeliest("technique_first")[0] == "yes",
        hedged=is_hedged(lead, duty=facts.duty, kind=kind, labels=labels),
        safeguard=facts.safeguard or "safeguard" in labels,
        evidence=tuple(sorted(evidence, key=lambda item: (item.start, item.end, item.label))),
        confidence=tuple((name, round(answers.find_likeliest(name)[1], 3)) for name in answers.classes),
    )


def is_excluded(span: ReadSpan, excluded: Sequence[Excluded]) -> bool:
    """Tell whether an exclusion of its label takes a span away."""
    return any(item.label == span.label and overlaps(span, item.start, item.end) for item in excluded)


def is_stated(label: str, answers: Answers, confidence: Confidence, spans: Sequence[ReadSpan]) -> bool:
    """Tell whether the reader is sure that a bullet states something, and can point at it."""
    share = 1 - answers.classes[label][STATED[label]]
    return share >= confidence.stated.get(label, 0.5) and any(span.label == label for span in spans)


def retype_numbers(facts: Facts, metric: Metric) -> list[Evidence]:
    """Return the evidence of the patterns, numbers that prove more than the settled metric as no more than that.

    A number that proves nothing still names something.
    """
    if metric == facts.metric:
        return list(facts.evidence)
    strongest = METRICS.index(metric) if metric in METRICS else len(METRICS)
    kept = []
    for item in facts.evidence:
        if not item.source.startswith("number:") or METRICS.index(cast(Metric, item.label)) >= strongest:
            kept.append(item)
        else:
            kept.append(replace(item, label="spec" if metric == "none" else metric))
    return kept


def choose_spans(
    facts: Facts, spans: Sequence[ReadSpan], metric: Metric, stated: Collection[str]
) -> list[Evidence]:
    """Return the reader's spans that tell something new: none that a pattern found, none of what is not stated.

    One that is less than likely is told only where nothing better shows what is stated.
    """
    chosen = []
    surest: dict[str, float] = {item.label: 1.0 for item in facts.evidence}
    for span in spans:
        surest[span.label] = max(surest.get(span.label, 0.0), span.confidence)
    for span in spans:
        if span.label not in LABELS or (span.label in STATED and span.label not in stated):
            continue
        if span.confidence < min(LIKELY, surest[span.label]):
            continue
        if any(item.label == span.label and overlaps(span, item.start, item.end) for item in facts.evidence):
            continue
        if span.label in NUMBERED and (span.label != metric or metric == facts.metric):
            continue  # the number grammar has typed the numbers, and the reader did not know better
        text = facts.text[span.start : span.end]
        chosen.append(Evidence(span.label, text, span.start, span.end, SOURCE, span.confidence))
    return chosen


def overlaps(span: ReadSpan, start: int, end: int) -> bool:
    """Tell whether a span shares a character with another stretch."""
    return span.start < end and start < span.end


def settle_lead_class(
    lead: Lead | None, answers: Answers, own_verbs: Collection[str], *, proved: bool
) -> Lead | None:
    """Return the lead with the reader's class, unless it is certain.

    Certain are a verb that a user has classed, and a listed verb of change beside a result in figures ("Cut latency by
    40 %"): `proved` says that there is one.
    """
    if lead is None or lead.lemma in own_verbs or (proved and lead.lead_class == "outcome"):
        return lead
    return replace(lead, lead_class=cast(LeadClass, answers.find_likeliest("lead_kind")[0]))


def settle_cost(facts: Facts, answers: Answers) -> Cost:
    """Return what is said of a cost that is stated; a price by either of the two wins over a saving."""
    values = answers.classes["cost"]
    return "paid" if facts.cost == "paid" or values["paid"] >= values["saved"] else "saved"


def settle_monitoring(facts: Facts, answers: Answers) -> Monitoring:
    """Return what is said of monitoring; a threshold with an action by either of the two wins over a look."""
    values = answers.classes["monitoring"]
    return "trigger" if facts.monitoring == "trigger" or values["trigger"] >= values["watch"] else "watch"


def settle_metric(facts: Facts, answers: Answers, confidence: Confidence) -> Metric:
    """Return the strongest kind of number: the number grammar's, unless the reader is sure of another."""
    found, share = answers.find_likeliest("metric")
    if share < confidence.metric:
        return facts.metric
    return cast(Metric, found)


def find_doubtful(facts: Facts, answers: Answers, confidence: Confidence) -> frozenset[str]:
    """Return the missing facts of a settled bullet that are not surely missing.

    How likely both the kind and their absence are decides. What is asked of a bullet hangs on its kind, and the kind is
    surer where the words are those of AI or software: the facts must have their world.
    """
    sure = answers.classes["kind"][facts.kind]
    proved = answers.classes["metric"]["outcome"] + answers.classes["metric"]["scale"]
    nothing = {name: answers.classes[name][value] for name, value in STATED.items()} | {"metric": 1 - proved}
    missing = {
        "cost": facts.cost == "none",
        "fallback": not facts.fallback,
        "monitoring": facts.monitoring == "no",
        "metric": facts.metric not in ("outcome", "scale"),
    }
    return frozenset(
        name
        for name, is_missing in missing.items()
        if is_missing and sure * nothing[name] < confidence.find_missing_limit(name, facts.world)
    )


def find_alike(answers: Answers, confidence: Confidence) -> frozenset[str]:
    """Return the rules whose bullets this one is surely like; a rule without a limit has none."""
    return frozenset(
        name for name, share in answers.likenesses.items() if share >= confidence.alike.get(name, 1.0)
    )


def find_remarks(answers: Answers, confidence: Confidence) -> frozenset[str]:
    """Return the remarks that a coach would make, with any that the reader has not learned or that has no limit."""
    return frozenset(
        name for name in REMARKS if answers.remarks.get(name, 1.0) >= confidence.remarks.get(name, 0.0)
    )
