"""What rules object to, and the words that they point at: read after the evidence, off the same tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bulletlint.core.facts import Baseline, Deliverables, Lead, Length, Mark, Tense
from bulletlint.evidence.numbers.amounts import Amount
from bulletlint.evidence.objections.claims import find_implausible, find_score, read_baseline
from bulletlint.evidence.objections.deliverables import read_deliverables
from bulletlint.evidence.objections.voice import find_overlong, find_passive, read_length, read_tense
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words


@dataclass(frozen=True, slots=True)
class Objections:
    """The facts that only rules ask for (`Facts` says what each means), and the marks that they point at."""

    length: Length
    passive: bool
    tense: Tense
    score_only: bool
    baseline: Baseline
    implausible: bool
    deliverables: Deliverables
    marks: tuple[Mark, ...]


def find_objections(
    tokens: Tokens,
    words: Words,
    lead: Lead | None,
    at: int,
    *,
    outcomes: Mapping[int, Amount],
    model: bool,
    scale: bool,
    others: bool,
) -> Objections:
    """Find what rules may object to.

    `at` is the lead verb's position, -1 for none; `outcomes` are the amounts that are outcomes, by position. `model`
    says that the bullet speaks of a model, `scale` that it has a reach, `others` that it has a result without a figure.
    """
    passive = find_passive(tokens, words, at)
    score = change = implausible = None
    baseline: Baseline = "none"
    if outcomes:
        score = find_score(tokens, outcomes, words, model=model, others=others)
        baseline, change = read_baseline(tokens, outcomes, words, scale=scale)
        implausible = find_implausible(tokens, outcomes, words, model=model)
    deliverables, strung = read_deliverables(tokens, words, lead, at)
    length = read_length(tokens.text)
    overlong = find_overlong(tokens.text) if length == "long" else None
    marks = (passive, score, change, implausible, strung, overlong)
    return Objections(
        length,
        passive is not None,
        read_tense(tokens, words, lead, at),
        score is not None,
        baseline,
        implausible is not None,
        deliverables,
        tuple([mark for mark in marks if mark is not None]),
    )
