"""The result clause as the opening of a bullet."""

from __future__ import annotations

import pytest

from bulletlint.evidence import Words
from bulletlint.rewrite.assemble.front import has_loose_gerund, make_front
from bulletlint.rewrite.sentence.clauses import find_result
from bulletlint.rewrite.slots.wording import Wordings
from parses import parse, say


@pytest.mark.parametrize(
    ("notation", "chain", "loose"),
    [
        ("cutting/VBG cost/NN and/CC raising/VBG sales/NNS", (0,), True),
        ("cutting/VBG cost/NN &/CC raising/VBG sales/NNS", (0,), True),
        ("cutting/VBG cost/NN and/CC raising/VBG sales/NNS", (0, 3), False),
        ("cutting/VBG cost/NN by/IN batching/VBG and/CC caching/VBG", (0,), False),
        ("cutting/VBG cost/NN that/WDT rose/VBD and/CC raising/VBG", (0,), False),
        ("cutting/VBG cost/NN and/CC growing/VBG/amod/4 demand/NN", (0,), False),
        ("cutting/VBG cost/NN raising/VBG", (0,), False),
        ("cutting/VBG cost/NN", (0,), False),
    ],
)
def test_a_gerund_outside_of_its_chain_is_loose(notation: str, chain: tuple[int, ...], loose: bool) -> None:
    """It follows "and", is no adjective, and stands neither in a list of means nor in a relative clause."""
    tokens = parse(notation)
    assert has_loose_gerund(tokens, chain, len(tokens)) is loose


@pytest.mark.parametrize(
    ("text", "front"),
    [
        ("Built a cache, cutting latency by 40 %.", "cut latency by 40 %"),
        ("Built a cache, which cut latency by 40 %.", "cut latency by 40 %"),
        ("Built a cache, cutting latency and raising sales by 40 %.", "cut latency and raised sales by 40 %"),
        ("Build a cache, cutting latency by 40 %.", "cut latency by 40 %"),
        ("Building a cache, cutting latency by 40 %.", "cut latency by 40 %"),
        ("Built a cache to cut latency.", "cut latency <effect>"),
        ("Built a cache, cutting latency for shops.", "cut latency for shops <metric>"),
        (
            "Found partners to reduce print costs, increase reach, and capture new readers.",
            "reduced print costs, increased reach, and captured new readers (<effect>)",
        ),
        (
            "Wrote a booking page, improving waits and giving nurses more time.",
            "improved waits (<size>) and gave nurses more time",
        ),
    ],
)
def test_the_result_opens_the_bullet_in_the_leads_tense(
    text: str, front: str, prepare, words: Words, wordings: Wordings
) -> None:  # type: ignore[no-untyped-def]
    """A result without a figure gets a slot for one, and a purpose a slot for what came of it."""
    inputs, anatomy = prepare(text, metric=True)
    result = find_result(anatomy, inputs.facts, words, wordings.changes, wordings.shifts)
    assert result is not None
    assert say(make_front(inputs, anatomy, result)) == front
