"""Places where a result clause may begin."""

from __future__ import annotations

import pytest

from bulletlint.evidence import Words
from bulletlint.rewrite.sentence.anatomy import dissect_bullet
from bulletlint.rewrite.sentence.junctions import list_candidates
from bulletlint.rewrite.slots.wording import Wordings


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Built a cache, cutting waits.", ["participle"]),
        ("Built a cache, which cut waits, to save money.", ["relative", "purpose"]),
        ("Built a cache and cut waits.", ["finite"]),
        ("Built a cache with a 9 % cut in waits.", ["participle"]),
        ("Built a cache. Reduced waits.", ["sentence"]),
        ("Built a cache in order to cut waits.", ["purpose"]),
        ("Built a cache (cutting waits).", ["participle"]),
        ("Built a cache (cutting waits) for rates.", []),
        ("Built a cache which failed to cut waits.", ["relative"]),
        ("Built a cache unable to cut waits.", []),
        ("Built a cache trained to cut waits.", []),
        ("Wrote a plan to cut waits.", []),
        ("Built a cache of answers.", []),
        ("Built a cache with Redis.", []),
    ],
)
def test_a_clause_may_begin_at_a_junction(  # type: ignore[no-untyped-def]
    text: str, kinds: list[str], read, words: Words, wordings: Wordings
) -> None:
    """In the order of the text, whether or not it tells of a result."""
    reading = read(text)
    facts = reading.facts
    anatomy = dissect_bullet(reading.tokens, facts, words, 0)
    assert anatomy is not None
    found = dict.fromkeys(
        result.kind for result in list_candidates(anatomy, words, wordings.changes, wordings.shifts)
    )
    assert list(found) == kinds
