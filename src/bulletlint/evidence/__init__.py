"""Evidence: what a bullet proves, found before any rule looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletlint.evidence.amounts import Amount, read_amounts
from bulletlint.evidence.behaviour import find_system_rule
from bulletlint.evidence.kind import decide_kind
from bulletlint.evidence.language import is_foreign
from bulletlint.evidence.lead import find_lead
from bulletlint.evidence.lead_class import settle_lead
from bulletlint.evidence.marks import complete_facts
from bulletlint.evidence.measures import classify_amount
from bulletlint.evidence.objects import find_object, find_subject
from bulletlint.evidence.patterns import Match, PatternIndex, find_matches
from bulletlint.evidence.technique import opens_with_technique
from bulletlint.evidence.terms import find_terms
from bulletlint.evidence.tokens import Tokens, read_tokens
from bulletlint.evidence.words import Words, load_words
from bulletlint.facts import Cost, Evidence, EvidenceLabel, Facts, Metric, Monitoring

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Words", "gather_facts", "load_words"]

_LABELS = ("cost", "fallback", "monitoring", "ai", "safeguard", "hedge", "outcome")
_METRICS: tuple[Metric, ...] = ("outcome", "scale", "scope", "spec")


def gather_facts(doc: Doc, words: Words, rule_patterns: PatternIndex | None = None) -> Facts:
    """Gather all facts of one bullet; the Doc's text is the bullet's text, offsets are characters in it.

    `rule_patterns` are the compiled `patterns` clauses of the rules in force.
    """
    text = doc.text
    amounts = read_amounts(text, words.amounts)
    tokens = read_tokens(doc, text, amounts)
    matches = drop_excluded(find_matches(tokens, words.patterns), find_matches(tokens, words.exclusions))
    duty = any(match.pattern.label == "duty" for match in matches)
    lead = find_lead(tokens, words, duty=duty)
    at = tokens.find_position(doc[lead.token].idx) if lead and lead.token >= 0 else -1
    phrase = find_object(tokens, at)
    subject = find_subject(tokens, at) if lead else None
    evidence = [make_evidence(tokens, match) for match in matches if match.pattern.label in _LABELS]
    rule = None if any(item.label == "fallback" for item in evidence) else find_system_rule(tokens, words)
    if rule is not None:
        evidence.append(make_span(tokens, "fallback", *rule, "system-rule"))
    outcomes: dict[int, Amount] = {}
    for place, amount in tokens.amount.items():
        inside = any(match.start <= place < match.end for match in matches if is_threshold_rule(match))
        number_class = classify_amount(tokens, place, words, lead.lemma if lead else "", inside_rule=inside)
        if number_class in ("scope", "scale") and is_price_or_saving(amount, place, matches):
            number_class = "outcome"
        if number_class == "outcome":
            outcomes[place] = amount
        if number_class is not None:
            evidence.append(
                Evidence(number_class, amount.text, amount.start, amount.end, f"number:{amount.kind}")
            )
    for start, end in find_terms(tokens, words, 0, len(tokens), ("names-technology", "names-capitalised")):
        evidence.append(make_span(tokens, "technique", start, end, "names-technology"))
    if phrase is not None:
        for start, end in find_terms(
            tokens, words, phrase.start, phrase.head + 1, ("nouns-technical", "words-ai")
        ):
            evidence.append(make_span(tokens, "technique", start, end, "object"))
    lead = settle_lead(tokens, lead, at, words, subject is not None, evidence)
    evidence.sort(key=lambda item: (item.start, item.end, item.label))
    labels = {item.label for item in evidence}
    values = {(match.pattern.label, match.pattern.value) for match in matches}
    facts = Facts(
        text=text,
        lead=lead,
        kind=decide_kind(tokens, words, lead, at, phrase, subject, frozenset(labels)),
        metric=next((name for name in _METRICS if name in labels), "none"),
        cost=read_cost(values),
        fallback="fallback" in labels,
        monitoring=read_monitoring(values),
        technique_first=opens_with_technique(tokens, words, lead, at, phrase, subject),
        duty=duty,
        hedged=lead is not None and lead.lead_class == "support" and not duty,
        ai="ai" in labels,
        safeguard="safeguard" in labels,
        evidence=tuple(evidence),
        tokens=tokens,
        foreign=is_foreign(tokens, words),
    )
    return complete_facts(
        facts, tokens, words, at, outcomes=outcomes, found=values, rule_patterns=rule_patterns
    )


def is_threshold_rule(match: Match) -> bool:
    """Say whether a match is a rule that acts on a figure: its amounts are thresholds, not results."""
    return match.pattern.label in ("fallback", "monitoring") and match.pattern.name in (
        "action-on-signal", "halt", "hand-over", "when-failing",
    )  # fmt: skip


def is_price_or_saving(amount: Amount, place: int, matches: list[Match]) -> bool:
    """Say whether an amount is what something was found to cost or to save: a level reached, so a result."""
    if amount.kind not in ("money", "duration", "labour", "data", "compute", "ratio", "count"):
        return False
    for match in matches:
        if match.pattern.label != "cost" or not match.start <= place < match.end:
            continue
        if match.pattern.value == "saved":
            return amount.kind != "count" or match.pattern.name != "cost-cut"
        if match.pattern.name in ("unit-price", "energy", "under-plan") and amount.kind in (
            "money",
            "compute",
        ):
            return True
    return False


def drop_excluded(matches: list[Match], exclusions: list[Match]) -> list[Match]:
    """Drop the matches of a label that overlap one of that label's exclusions."""
    return [
        match
        for match in matches
        if not any(
            other.pattern.label == match.pattern.label and other.start < match.end and match.start < other.end
            for other in exclusions
        )
    ]


def make_evidence(tokens: Tokens, match: Match) -> Evidence:
    return make_span(tokens, match.pattern.label, match.start, match.end, match.pattern.name)  # type: ignore[arg-type]


def make_span(tokens: Tokens, label: EvidenceLabel, start: int, end: int, source: str) -> Evidence:
    first, last = tokens.start[start], tokens.end[max(start, end - 1)]
    return Evidence(label, tokens.text[first:last], first, last, source)


def read_cost(values: set[tuple[str, str]]) -> Cost:
    if ("cost", "paid") in values:
        return "paid"
    return "saved" if ("cost", "saved") in values else "none"


def read_monitoring(values: set[tuple[str, str]]) -> Monitoring:
    if ("monitoring", "trigger") in values:
        return "trigger"
    return "watch" if ("monitoring", "watch") in values else "no"
