"""The class of a lead verb where the verb alone does not settle it: systems as subject, light verbs, unlisted verbs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bulletlint.core.facts import Evidence, EvidenceLabel, Kind, Lead, LeadClass
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

_MAY = frozenset({"may", "can", "could"})


def settle_lead(
    tokens: Tokens, lead: Lead | None, at: int, words: Words, system: bool, evidence: Sequence[Evidence]
) -> Lead | None:
    """Give a lead verb its class where that hangs on what it says (docs/accuracy.md: the system as subject).

    A system that falls back or acts on a signal is a decision somebody took (product); one that keeps a level states
    a result; and a light verb ("take", "go", "keep") is a result when one stands in its own clause, before the first
    comma, semicolon or full stop.
    """
    if lead is None or at < 0 or lead.lead_class == "none":
        return lead
    end = at + 1
    while end < len(tokens) and tokens.lower[end] not in (",", ";", "."):
        end += 1
    limit = tokens.end[end - 1]
    near = {item.label for item in evidence if lead.start <= item.start < limit}
    light = lead.lemma in words.lexicons["verbs-light"]
    if is_honoured(tokens, words, lead, at):
        return replace(lead, lead_class="outcome")  # "Was promoted to shift lead"
    if any(tokens.head[child] == at and tokens.lower[child] in _MAY for child in range(at)):
        return replace(lead, lead_class="product")  # "Drivers may decline any suggested route"
    system = system or (tokens.tag[at] == "VBZ" and (light or lead.lemma not in words.verb_class))
    acting = light or lead.lemma in words.lexicons["verbs-system"]
    if system and (acting or lead.lead_class in ("build", "support")):
        if "outcome" in near:
            return replace(lead, lead_class="outcome")
        ruled = any(item.label == "fallback" or item.source == "action-on-signal" for item in evidence)
        if ruled or acting:
            return replace(lead, lead_class="product")
        return replace(lead, lead_class="outcome") if "cost" in near else lead
    if light and "outcome" in near:
        return replace(lead, lead_class="outcome")
    if lead.lemma not in words.verb_class:
        return replace(lead, lead_class=class_unlisted(near, evidence))
    return lead


def class_unlisted(near: Collection[EvidenceLabel], evidence: Sequence[Evidence]) -> LeadClass:
    """Class a verb that stands in no list by what its bullet proves: a result, a decision about risk, or neither."""
    if "outcome" in near:
        return "outcome"
    return "product" if any(item.label in ("fallback", "monitoring") for item in evidence) else "build"


def is_honoured(tokens: Tokens, words: Words, lead: Lead, at: int) -> bool:
    """Tell whether a passive tells of an honour or a post: "Was awarded Engineer of the Year", "Selected for …"."""
    if lead.lemma not in words.lexicons["verbs-honour"]:
        return False
    helped = any(tokens.lower[place] in ("was", "were", "been", "got") for place in range(max(0, at - 3), at))
    following = tokens.lower[at + 1 : at + 2]
    return helped or (
        tokens.tag[at] in ("VBN", "VBD") and following in (["for"], ["as"], ["by"], ["among"], ["to"])
    )


def is_hedged(lead: Lead | None, *, duty: bool, kind: Kind, labels: Collection[str]) -> bool:
    """Tell whether a lead verb only takes part: one of support, no duty and no work with people that had a result.

    "Taught pottery, raising enrolment from 20 to 45" says what came of it; `labels` are those of the evidence.
    """
    supports = lead is not None and lead.lead_class == "support"
    return supports and not duty and not (kind == "people" and "outcome" in labels)
