"""A parsed bullet to its tokens and facts: lead, numbers, evidence, kind, and what rules may object to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletlint.core.facts import (
    METRICS,
    Cost,
    Evidence,
    EvidenceLabel,
    Facts,
    Mark,
    Monitoring,
    Tells,
    World,
)
from bulletlint.evidence.language import is_foreign, lacks_known_words
from bulletlint.evidence.lead.classify import is_hedged, settle_lead
from bulletlint.evidence.lead.find import find_lead
from bulletlint.evidence.learned.answers import ask_reader
from bulletlint.evidence.learned.network import find_vectors
from bulletlint.evidence.learned.reader import Reader
from bulletlint.evidence.learned.settle import Excluded, find_alike, find_doubtful, find_remarks, settle_facts
from bulletlint.evidence.numbers.amounts import Amount, read_amounts
from bulletlint.evidence.objections.marks import find_objections
from bulletlint.evidence.objects import NounPhrase, find_object, find_subject
from bulletlint.evidence.patterns.match import Match, find_matches
from bulletlint.evidence.proofs.behaviour import find_system_rule
from bulletlint.evidence.proofs.kind import decide_kind
from bulletlint.evidence.proofs.measures import classify_amount
from bulletlint.evidence.proofs.technique import opens_with_technique
from bulletlint.evidence.reading import Reading
from bulletlint.evidence.telling.settle import settle_telling
from bulletlint.evidence.terms import find_terms
from bulletlint.evidence.tokens import Tokens, read_tokens
from bulletlint.evidence.words import TECHNOLOGIES, Words
from bulletlint.evidence.world import find_world

if TYPE_CHECKING:
    from spacy.tokens import Doc


_LABELS = ("cost", "fallback", "monitoring", "ai", "safeguard", "hedge", "outcome")
_MARKED = ("deferral", "sensitive")
_TECHNICAL = ("nouns-technical", "words-ai")


def read_bullet(doc: Doc, words: Words, *, reader: Reader | None = None) -> Reading:
    """Read one bullet; the Doc's text is the bullet's text, offsets are characters in it.

    Without a `reader` patterns and the number grammar say all.
    """
    (reading,) = read_bullets([doc], words, reader=reader)
    return reading


def read_bullets(docs: Sequence[Doc], words: Words, *, reader: Reader | None = None) -> list[Reading]:
    """Read bullets together, which takes less time and says the same of each."""
    found = [read_by_patterns(doc, words, excluding=reader is not None) for doc in docs]
    readings = [reading for reading, _ in found]
    if reader is None:
        return [settle_telling(reading, words) for reading in readings]
    for number, reading in enumerate(readings):
        if not reading.facts.foreign and lacks_known_words(reading.tokens, words, reader.weights.rows):
            readings[number] = Reading(reading.tokens, replace(reading.facts, foreign=True))
    asked = [
        number for number, reading in enumerate(readings) if len(reading.tokens) and not reading.facts.foreign
    ]
    bullets = [(readings[number].tokens, readings[number].facts) for number in asked]
    answers = ask_reader(reader.weights, bullets, words, reader.confidence.spans)
    for number, answer in zip(asked, answers, strict=True):
        reading, excluded = found[number]
        facts = settle_facts(
            reading.facts, answer, reader.confidence, excluded=excluded, own_verbs=words.own_verbs
        )
        facts = replace(facts, world=tell_world(reader, reading.tokens, facts))
        facts = replace(
            facts,
            alike=find_alike(answer, reader.confidence),
            remarks=find_remarks(answer, reader.confidence),
            doubtful=find_doubtful(facts, answer, reader.confidence),
        )
        readings[number] = Reading(reading.tokens, facts)
    return [settle_telling(reading, words) for reading in readings]


def tell_world(reader: Reader, tokens: Tokens, facts: Facts) -> World:
    """Return the world that a bullet's words are near to, as the facts have it for a reader that knows of none."""
    weights = reader.weights
    if weights.worlds is None:
        return facts.world
    return find_world(weights.worlds, find_vectors(weights, tokens.lower, tokens.lemma), tokens, facts)


def read_by_patterns(doc: Doc, words: Words, *, excluding: bool) -> tuple[Reading, list[Excluded]]:
    """Read one bullet by patterns and the number grammar; with `excluding` also what its exclusions take away."""
    text = doc.text
    tokens = read_tokens(doc, text, read_amounts(text, words.amounts))
    matches = find_matches(tokens, words.patterns)
    exclusions = find_matches(tokens, words.exclusions) if matches or excluding else []
    facts = gather_from_matches(tokens, words, drop_excluded(matches, exclusions))
    excluded = [
        Excluded(match.pattern.label, tokens.start[match.start], tokens.end[max(match.start, match.end - 1)])
        for match in exclusions
    ]
    return Reading(tokens, facts), excluded


def gather_facts(doc: Doc, words: Words) -> Facts:
    """Gather all facts of one bullet; the Doc's text is the bullet's text, offsets are characters in it."""
    return read_bullet(doc, words).facts


def gather_from_matches(tokens: Tokens, words: Words, matches: list[Match]) -> Facts:
    """Gather all facts of one bullet by the patterns that match in it and the number grammar."""
    values = {(match.pattern.label, match.pattern.value) for match in matches}
    duty = ("duty", "yes") in values
    lead = find_lead(tokens, words, duty=duty)
    at = tokens.index.index(lead.token) if lead and lead.token >= 0 else -1
    phrase = find_object(tokens, at)
    subject = find_subject(tokens, at) if lead else None
    evidence = find_behaviour(tokens, words, matches)
    outcomes = add_numbers(tokens, words, matches, lead.lemma if lead else "", evidence)
    add_techniques(tokens, words, phrase, evidence)
    lead = settle_lead(tokens, lead, at, words, subject is not None, evidence)
    evidence.sort(key=lambda item: (item.start, item.end, item.label))
    labels = frozenset([item.label for item in evidence])
    cost = read_cost(values)
    scale = "scale" in labels
    kind = decide_kind(tokens, words, lead, at, phrase, subject, labels)
    objections = find_objections(
        tokens,
        words,
        lead,
        at,
        outcomes=outcomes,
        model="ai" in labels or not words.sets["words-model"].isdisjoint(tokens.positions),
        scale=scale,
        others=scale or cost != "none" or ("outcome", "yes") in values,
    )
    return Facts(
        text=tokens.text,
        lead=lead,
        kind=kind,
        metric=next((name for name in METRICS if name in labels), "none"),
        cost=cost,
        fallback="fallback" in labels,
        monitoring=read_monitoring(values),
        technique_first=opens_with_technique(tokens, words, lead, at, phrase, subject),
        duty=duty,
        hedged=is_hedged(lead, duty=duty, kind=kind, labels=labels),
        ai="ai" in labels,
        safeguard="safeguard" in labels,
        evidence=tuple(evidence),
        foreign=is_foreign(tokens, words),
        decision=("decision", "yes") in values,
        reason=("reason", "yes") in values,
        deferred=("deferral", "yes") in values,
        sensitive=("sensitive", "yes") in values,
        method=("method", "yes") in values,
        live=("live", "yes") in values or scale,
        length=objections.length,
        passive=objections.passive,
        tense=objections.tense,
        score_only=objections.score_only,
        baseline=objections.baseline,
        implausible=objections.implausible,
        deliverables=objections.deliverables,
        tells=read_tells(values, evidence),
        marks=(*objections.marks, *mark_matches(tokens, matches)),
    )


def mark_matches(tokens: Tokens, matches: list[Match]) -> list[Mark]:
    """Return the words that give a decision away, and those by which people are judged: rules point at them."""
    return [
        Mark(match.pattern.label, span.text, span.start, span.end)  # type: ignore[arg-type]
        for match in matches
        if match.pattern.label in _MARKED
        for span in (make_evidence(tokens, match),)
    ]


def find_behaviour(tokens: Tokens, words: Words, matches: list[Match]) -> list[Evidence]:
    """Return the evidence that patterns matched, with a rule that a system follows where no fallback is named."""
    evidence = [make_evidence(tokens, match) for match in matches if match.pattern.label in _LABELS]
    if not any(item.label == "fallback" for item in evidence):
        rule = find_system_rule(tokens, words)
        if rule is not None:
            evidence.append(make_span(tokens, "fallback", *rule, "system-rule"))
    return evidence


def add_numbers(
    tokens: Tokens, words: Words, matches: list[Match], lead_lemma: str, evidence: list[Evidence]
) -> dict[int, Amount]:
    """Add each amount that proves something to the evidence; returns those that are outcomes, by position."""
    outcomes: dict[int, Amount] = {}
    rules = [match for match in matches if is_threshold_rule(match)]
    for place, amount in tokens.amount.items():
        inside = any(match.start <= place < match.end for match in rules)
        number_class = classify_amount(tokens, place, words, lead_lemma, inside_rule=inside)
        if number_class in ("scope", "scale") and is_price_or_saving(amount, place, matches):
            number_class = "outcome"
        if number_class == "outcome":
            outcomes[place] = amount
        if number_class is not None:
            evidence.append(
                Evidence(number_class, amount.text, amount.start, amount.end, f"number:{amount.kind}")
            )
    return outcomes


def add_techniques(tokens: Tokens, words: Words, phrase: NounPhrase | None, evidence: list[Evidence]) -> None:
    """Add the technologies that a bullet names, and the technical terms in the object of its lead verb."""
    for start, end in find_terms(tokens, words, 0, len(tokens), TECHNOLOGIES):
        if tokens.lower[start - 1] == "°" and any(
            first < start < after for first, after in tokens.amount_end.items()
        ):
            continue  # the C of "180 °C"
        evidence.append(make_span(tokens, "technique", start, end, "names-technology"))
    if phrase is not None:
        for start, end in find_terms(tokens, words, phrase.start, phrase.head + 1, _TECHNICAL):
            evidence.append(make_span(tokens, "technique", start, end, "object"))


def is_threshold_rule(match: Match) -> bool:
    """Tell whether a match is a rule that acts on a figure: its amounts are thresholds, not results."""
    return match.pattern.label in ("fallback", "monitoring") and match.pattern.name in (
        "action-on-signal", "halt", "hand-over", "when-failing",
    )  # fmt: skip


def is_price_or_saving(amount: Amount, place: int, matches: list[Match]) -> bool:
    """Tell whether an amount is what something was found to cost or to save: a level reached, so a result."""
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
    if not exclusions:
        return matches
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


def read_tells(values: set[tuple[str, str]], evidence: Sequence[Evidence]) -> Tells:
    if ("honour", "yes") in values:
        return "honour"
    proved = any(item.label in ("outcome", "scale") for item in evidence)
    return "trait" if ("trait", "yes") in values and not proved else "deed"


def read_monitoring(values: set[tuple[str, str]]) -> Monitoring:
    if ("monitoring", "trigger") in values:
        return "trigger"
    return "watch" if ("monitoring", "watch") in values else "no"
