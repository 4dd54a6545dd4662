"""What a bullet tells and in which order, settled after its facts are: rules word their messages by it."""

from __future__ import annotations

from dataclasses import replace

from bulletlint.core.facts import Facts
from bulletlint.evidence.reading import Reading
from bulletlint.evidence.telling.opening import find_named_technique
from bulletlint.evidence.telling.result import find_result
from bulletlint.evidence.telling.sequel import has_sequel
from bulletlint.evidence.words import Words

#: Words from which on nobody reads a bullet, whatever it says.
ENDLESS_WORDS = 60
#: Words up to which a bullet that ends in its change has no room for how it came about.
BARE_WORDS = 8


def settle_telling(reading: Reading, words: Words) -> Reading:
    """Return a reading whose facts say where the result stands, whether its opening names a technique, and whether it
    tells what became of the work.

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
            sequel=has_sequel(tokens, facts),
            endless=len(facts.text.split()) >= ENDLESS_WORDS,
            bare=is_bare(facts),
            marks=(*facts.marks, *marks),
        ),
    )


def is_bare(facts: Facts) -> bool:
    """Tell whether a bullet is a relative change and nothing else: "Improved the quality of answers by 35 %."."""
    change = next((mark for mark in facts.marks if mark.label == "change"), None)
    if facts.baseline != "missing" or change is None or len(facts.text.split()) > BARE_WORDS:
        return False
    return not any(sign.isalnum() for sign in facts.text[change.end :])
