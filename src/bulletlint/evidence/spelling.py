"""Characters that are another one in all but their code, which no tokenizer and no word list knows.

The bullet is parsed with the plain ones in their place, one for one, so that offsets stay.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from bulletlint.core.facts import Evidence, Lead, Mark
from bulletlint.evidence.reading import Reading

Quoted = TypeVar("Quoted", Evidence, Lead, Mark)
#: Hyphens that break no line or only say that they are hyphens (Word, web pages), signs of CJK and Arabic keyboards.
_PLAIN = str.maketrans({"‐": "-", "‑": "-", "％": "%", "٪": "%", "＋": "+", "＄": "$", "￡": "£", "￥": "¥"})


def spell_plainly(text: str) -> str:
    """Return a text of the same length with plain hyphens and signs."""
    return text if text.isascii() else text.translate(_PLAIN)


def restore_spelling(reading: Reading, text: str) -> Reading:
    """Return the reading of a text that was spelt plainly as that of the text itself, which is quoted and rewritten."""
    facts = reading.facts

    def quote(item: Quoted) -> Quoted:
        return replace(item, text=text[item.start : item.end])

    return Reading(
        replace(reading.tokens, text=text),
        replace(
            facts,
            text=text,
            lead=quote(facts.lead) if facts.lead else None,
            evidence=tuple(map(quote, facts.evidence)),
            marks=tuple(map(quote, facts.marks)),
        ),
    )
