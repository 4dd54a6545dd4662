"""The facts that rules object to, and the words that they point at: read after the evidence, off the same tokens."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from bulletlint.evidence.amounts import Amount
from bulletlint.evidence.claims import find_implausible, find_score, read_baseline
from bulletlint.evidence.deliverables import read_deliverables
from bulletlint.evidence.patterns import PatternIndex
from bulletlint.evidence.rule_patterns import find_hits
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.voice import find_overlong, find_passive, read_length, read_tense
from bulletlint.evidence.words import Words
from bulletlint.facts import Facts


def complete_facts(
    facts: Facts,
    tokens: Tokens,
    words: Words,
    at: int,
    *,
    outcomes: Mapping[int, Amount],
    found: Collection[tuple[str, str]],
    rule_patterns: PatternIndex | None,
) -> Facts:
    """Return facts with those that only rules ask for, their marks, and the hits of the rules' own patterns.

    `at` is the lead verb's position, -1 for none; `outcomes` are the amounts that are outcomes, by position; `found`
    holds label and value of every evidence pattern that matched.
    """
    scale = any(evidence.label == "scale" for evidence in facts.evidence)
    others = scale or facts.cost != "none" or any(label == "outcome" for label, _ in found)
    passive = find_passive(tokens, words, at)
    model = facts.ai or not words.sets["words-model"].isdisjoint(tokens.positions)
    score = find_score(tokens, outcomes, words, model=model, others=others)
    baseline, change = read_baseline(tokens, outcomes, words, scale=scale)
    implausible = find_implausible(tokens, outcomes, words, model=model)
    deliverables, strung = read_deliverables(tokens, words, facts.lead, at)
    marks = (passive, score, change, implausible, strung, find_overlong(facts.text))
    return replace(
        facts,
        decision=("decision", "yes") in found,
        live=("live", "yes") in found or scale,
        length=read_length(facts.text),
        passive=passive is not None,
        tense=read_tense(tokens, words, facts.lead, at),
        score_only=score is not None,
        baseline=baseline,
        implausible=implausible is not None,
        deliverables=deliverables,
        marks=tuple(mark for mark in marks if mark is not None),
        hits=find_hits(tokens, rule_patterns) if rule_patterns else (),
    )
