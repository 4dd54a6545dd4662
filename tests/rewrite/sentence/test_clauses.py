"""Result clauses: found where they trail, chosen by their figure, cut where the how goes on."""

from __future__ import annotations

import pytest

from bulletlint.evidence import Words
from bulletlint.rewrite.sentence.anatomy import dissect_bullet
from bulletlint.rewrite.sentence.clauses import find_result
from bulletlint.rewrite.slots.wording import Wordings


@pytest.mark.parametrize(
    ("text", "kind", "clause", "measured"),
    [
        ("Built a cache, cutting latency by 40 %.", "participle", "cutting latency by 40 %", True),
        ("Built a cache, thereby cutting latency by 40 %.", "participle", "cutting latency by 40 %", True),
        ("Built a cache while cutting latency by 40 %.", "participle", "cutting latency by 40 %", True),
        ("Built a bot that resolved 35 % of tickets.", "relative", "resolved 35 % of tickets", True),
        ("Built a bot, which has saved $2M a year.", "relative", "saved $2M a year", True),
        ("Built a bot to reduce churn by 5 %.", "purpose", "reduce churn by 5 %", True),
        ("Built a bot in order to reduce churn.", "purpose", "reduce churn", False),
        ("Built a bot and reduced churn by 5 %.", "finite", "reduced churn by 5 %", True),
        ("Built a bot. Reduced churn by 5 %.", "sentence", "Reduced churn by 5 %", True),
        ("Built a bot. This reduced churn.", "sentence", "reduced churn", False),
        ("Built a cache, cutting latency by 40 %, using Redis.", "participle", "cutting latency by 40 %", True),
        ("Built a form to improve triage, cutting waits by 9 %.", "participle", "cutting waits by 9 %", True),
        ("Built a form, improving triage and cutting waits by 9 %.", "participle", "improving triage and cutting waits by 9 %", True),
    ],
)  # fmt: skip
def test_what_changed_is_found(
    text: str, kind: str, clause: str, measured: bool, read, words: Words, wordings: Wordings
) -> None:  # type: ignore[no-untyped-def]
    """The clause with a figure wins, then the first."""
    reading = read(text)
    facts = reading.facts
    anatomy = dissect_bullet(reading.tokens, facts, words, 0)
    assert anatomy is not None
    result = find_result(anatomy, facts, words, wordings.changes, wordings.shifts)
    assert result is not None
    tokens = reading.tokens
    found = text[tokens.start[result.begin] : tokens.end[result.end - 1]]
    assert (result.kind, found.rstrip("."), result.measured) == (kind, clause, measured)


@pytest.mark.parametrize(
    "text",
    [
        "Built a cache using 4 GPUs.",
        "Built a cache, using Redis and improving nothing else.",
        "Built a scheduler to assign 40 drivers.",
        "Built a log that records calls.",
        "Trained models by parsing logs, cleaning text, and improving labels.",
        "Built a cache, leading to a 30.",
        "Built a cache resulting in",
        "Shipped a page, then raised a round of $2M on the back of it.",
        "Found two gaps, and raised them with the auditors.",
        "Built a tool; failed health checks page the crew.",
        "Built a bot that answers 40 % of tickets.",
        "Built a bot that resolves 40 % of tickets.",
        "Wrote reports, contributing to a 5 % rise in renewals.",
        "Built a device costing 40 % less than bought ones.",
        "Maintained the card system. Improved its reports.",
        "Rebuilt the page, resulting in 30 % fewer calls.",
        "Prepared the case for a 20 % increase in staff.",
    ],
)
def test_means_and_bare_purposes_are_no_result(text: str, read, words: Words, wordings: Wordings) -> None:  # type: ignore[no-untyped-def]
    """A false outcome in front would be a claim that nobody made."""
    reading = read(text)
    facts = reading.facts
    anatomy = dissect_bullet(reading.tokens, facts, words, 0)
    assert anatomy is not None
    assert find_result(anatomy, facts, words, wordings.changes, wordings.shifts) is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Rebuilt the form with a 30 % drop in refunds.", "a 30 % drop in refunds"),
        ("Rebuilt the form, with a 30 % drop in refunds.", "a 30 % drop in refunds"),
        ("Rebuilt the index for a 20 % gain in throughput.", "a 20 % gain in throughput"),
        ("Rebuilt the importer, a 40 % cut in run time.", "a 40 % cut in run time"),
        ("Rebuilt the form, leading to a 12 % rise in trials, using Go.", "a 12 % rise in trials"),
    ],
)
def test_a_change_with_its_figure_is_a_result_without_a_verb(  # type: ignore[no-untyped-def]
    text: str, phrase: str, read, words: Words, wordings: Wordings
) -> None:
    """Behind "with", "for", "leading to" or a comma alone."""
    reading = read(text)
    facts = reading.facts
    anatomy = dissect_bullet(reading.tokens, facts, words, 0)
    assert anatomy is not None
    result = find_result(anatomy, facts, words, wordings.changes, wordings.shifts)
    assert result is not None
    tokens = reading.tokens
    found = text[tokens.start[result.noun] : tokens.end[result.end - 1]]
    assert (found.rstrip("."), result.measured) == (phrase, True)


def test_a_noun_of_change_is_found_behind_resulting_in(read, words: Words, wordings: Wordings) -> None:  # type: ignore[no-untyped-def]
    """Its noun phrase takes the place of the verb."""
    reading = read("Built a bot, resulting in a 30 % reduction in tickets.")
    facts = reading.facts
    anatomy = dissect_bullet(reading.tokens, facts, words, 0)
    assert anatomy is not None
    result = find_result(anatomy, facts, words, wordings.changes, wordings.shifts)
    assert result is not None
    assert (result.verb, reading.tokens.lower[result.noun]) == (-1, "a")
