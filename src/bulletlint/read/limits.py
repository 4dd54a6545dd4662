"""What a text may have of lines and marks: every reader's work grows with these, so that they bound its time.

Reading a mark (a bracket, a brace, a tag) takes a reader some 30 µs, and a line some 100 µs, on the slowest path; with
these limits no text takes two seconds, on one of two busy cores. A resume of twenty pages has some 1,000 lines and
10,000 marks.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bulletlint.core.errors import ReadError

MOST_LINES, MOST_MARKS = 10_000, 30_000
#: Brackets that open: for each, a reader of Markdown looks ahead through a hundred others that may be a link's.
MOST_BRACKETS = 5_000
#: HTML holds pictures as text; what its reader stops at are tags and entities.
_MARKS = {"html": re.compile(r"[<&]")}
_ANY_MARK = re.compile(r"[^\w\s]|_")
_LINE = re.compile(r"\r\n?|\n")


class Load(NamedTuple):
    """What a text asks of its reader."""

    lines: int = 0
    marks: int = 0
    brackets: int = 0

    def add(self, other: Load) -> Load:
        """Return what two texts that are read together ask."""
        return Load(*(one + two for one, two in zip(self, other, strict=True)))


def measure_load(text: str, format: str) -> Load:
    """Return what a text has of lines, marks and opening brackets."""
    marks = len(_MARKS.get(format, _ANY_MARK).findall(text))
    return Load(len(_LINE.findall(text)), marks, text.count("[") if format not in _MARKS else 0)


def describe_excess(load: Load, format: str) -> str | None:
    """Return what there is too much of for any resume, None if nothing is."""
    if load.lines > MOST_LINES:
        return f"has {load.lines:,} lines, more than the limit of {MOST_LINES:,} for a resume; shorten it"
    if load.marks > MOST_MARKS:
        what = "tags" if format == "html" else "marks of punctuation"
        return f"has {load.marks:,} {what}, more than the limit of {MOST_MARKS:,} for a resume; shorten it"
    if load.brackets > MOST_BRACKETS:
        return (
            f"has {load.brackets:,} opening brackets, more than the limit of {MOST_BRACKETS:,} for a resume;"
            " shorten it"
        )
    return None


def refuse_overlong(text: str, format: str) -> None:
    """Raise ReadError for a text with more lines or marks than any resume has."""
    if len(text) <= MOST_LINES:
        return
    excess = describe_excess(measure_load(text, format), format)
    if excess is not None:
        raise ReadError(excess)
