"""What a bullet tells and in which order, settled after its facts are: rules word their messages by it."""

from __future__ import annotations

from dataclasses import replace

from bulletlint.evidence.reading import Reading
from bulletlint.evidence.telling.opening import find_named_technique
from bulletlint.evidence.telling.result import find_result
from bulletlint.evidence.words import Words


def settle_telling(reading: Reading, words: Words) -> Reading:
    """Return a reading whose facts say where the result stands and whether its opening names a technique.

    A bullet that tells of an honour or of a trait delivers nothing: it is of the kind "other".
    """
    tokens, facts = reading.tokens, reading.facts
    if not len(tokens) or facts.foreign:
        return reading
    place, result = find_result(tokens, facts, words)
    named = find_named_technique(tokens, facts, words) if facts.technique_first else None
    marks = tuple(mark for mark in (result, named) if mark is not None)
    return Reading(
        tokens,
        replace(
            facts,
            kind="other" if facts.tells != "deed" else facts.kind,
            result=place,
            named_technique=named is not None,
            marks=(*facts.marks, *marks),
        ),
    )
