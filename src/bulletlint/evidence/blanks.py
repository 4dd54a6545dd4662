"""Blanks that nobody filled in: "⟨by how much⟩", "[X%]", "<number>", "XX", "TBD". They prove nothing.

The bullet is parsed with a word without meaning in their place, of the same length, so that offsets stay.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from bulletlint.core.facts import Mark
from bulletlint.evidence.learned.settle import SOURCE
from bulletlint.evidence.reading import Reading

Span = tuple[int, int]

#: What a blank is made of where no word says what belongs there.
_SIGNS = r"[$£€₹]?\s?(?:[xX]{1,4}(?:[.,][xX]{1,3})*|[nN#?]{1,4}|_{1,}|\.\.\.)\s?(?:%|percent|[kKmM])?|%"
_MONEY = r"[$£€₹]"
_SHAPES = (
    # The tool's own: "⟨cost⟩".
    r"⟨[^⟩\n]*⟩",
    # Other people's brackets around signs: "[X%]", "<##>", "(XX)". Behind a letter they are code: "array[n]".
    rf"(?<![\w\])])(?:\[(?:{_SIGNS})\]|<(?:{_SIGNS})>|\{{(?:{_SIGNS})\}})",
    rf"{_MONEY}(?:\[(?:{_SIGNS})\]|<(?:{_SIGNS})>)",
    r"(?<!\w)\((?:[xX]{1,3}|#{1,3}|\?{1,3})\s?%?\)(?=\s?(?:%|[a-z]))",
    # Bare: "XX%", "$XXX,XXX", "X percent", "XX calls"; "the XX Games" and "macOS X" are names.
    rf"(?<!\w){_MONEY}\s?[xX]{{1,3}}(?:[.,][xX]{{3}})*(?!\w)(?:\s?(?:[kKmM]\b|million|billion|thousand))?",
    r"(?<![\w-])[xX]{1,3}(?:[.,][xX]{1,3})?(?:\s?%|\s(?:percent|percentage points|million|billion|thousand)\b)",
    r"(?<![\w-])(?<![Tt]he )(?<![A-Z][a-z]{2} )XX{1,2}\+?(?=\s[a-z]+s\b)",
    r"(?<!\w)N\s?%",
    # Lines to write on, question marks for a figure, notes to oneself.
    r"(?<![\w/.])_{2,}(?:\s?%)?(?!\w)",
    r"(?<![\w?!])\?{2,}\s?%?",
    r"(?:(?<=\bby )|(?<=\bto )|(?<=\bfrom )|(?<=\bof )|(?<=\bat )|(?<=: )|(?<=\bwith )|(?<=\bfor ))"
    r"(?:TBD|TBC|TBA|TODO|TK|FIXME)\b(?!\s[a-z]+s\b)",
    r"\b(?:TBD|TBC|TBA|TKTK)(?=\s*[.)]?\s*$)",
    r"\b[Ll]orem ipsum\b",
)
_SHAPE = re.compile("|".join(f"(?:{shape})" for shape in _SHAPES))
_BRACKETS = re.compile(r"(?<!\w)(?:\[([^\]\n]{1,40})\]|<([^>\n]{1,40})>|\{([^}\n]{1,40})\})(?!\()")
_WORD = re.compile(r"[^\W\d_]+")
#: A text without any of these has no blank; most have none.
_HINT = re.compile(
    r"[\[<{⟨_#?]|[xX]{2}|\b[xX]\s?%|\b[xX] |[$£€₹]\s?[xX]|\bN\s?%|TB[DCA]|TODO|TK|FIXME|\([xX]\)|orem ipsum"
)
#: What stands for a blank in the parse.
_FILLER = "x"


def find_blanks(text: str, words: Collection[str]) -> tuple[Span, ...]:
    """Return the character offsets of the blanks in a text; `words` are those that stand in brackets for one."""
    if not _HINT.search(text):
        return ()
    spans = [match.span() for match in _SHAPE.finditer(text)]
    for match in _BRACKETS.finditer(text):
        if is_request(next(group for group in match.groups() if group is not None), words):
            spans.append(match.span())
    spans.sort()
    kept: list[Span] = []
    for start, end in spans:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def is_request(content: str, words: Collection[str]) -> bool:
    """Tell whether words in brackets ask for something: "insert date", "your company", "product name"."""
    said = [word.lower() for word in _WORD.findall(content)]
    if not said:
        return False
    if said[0] in ("insert", "your", "enter", "add") and len(said) > 1:
        return True
    known = {word for entry in words for word in entry.split()} | {"of", "the", "a", "x", "here", "s"}
    return all(word in known or word.removesuffix("s") in known for word in said) and any(
        word in words or word.removesuffix("s") in words for word in (*said, " ".join(said))
    )


def mask_blanks(text: str, blanks: Collection[Span]) -> str:
    """Return a text of the same length with a word without meaning in the place of each blank."""
    for start, end in blanks:
        text = text[:start] + _FILLER * (end - start) + text[end:]
    return text


def restore_blanks(reading: Reading, text: str, blanks: Collection[Span]) -> Reading:
    """Return the reading of a masked bullet as that of its text: nothing that touches a blank is evidence."""
    facts = reading.facts

    def touches(start: int, end: int) -> bool:
        return any(start < last and first < end for first, last in blanks)

    evidence = tuple(
        item
        for item in facts.evidence
        # The word before a blank ("with ⟨fallback⟩") is no evidence of what the learned reader saw in the blank.
        if not touches(item.start, item.end + (item.source == SOURCE) * 2)
    )
    # A result without a figure of its own stood where the blank is.
    proved = {item.label for item in evidence if item.source.startswith("number:")}
    metric = facts.metric if facts.metric in proved else "none"
    labels = {item.label for item in evidence}
    lead = facts.lead
    if lead is not None and touches(lead.start, lead.end):
        lead = None
    marks = tuple(mark for mark in facts.marks if not touches(mark.start, mark.end))
    return Reading(
        reading.tokens,
        replace(
            facts,
            text=text,
            lead=lead,
            metric=metric,
            cost=facts.cost if "cost" in labels else "none",
            fallback=facts.fallback and "fallback" in labels,
            monitoring=facts.monitoring if "monitoring" in labels else "no",
            evidence=evidence,
            blank=True,
            marks=(*marks, *(Mark("blank", text[start:end], start, end) for start, end in blanks)),
        ),
    )
