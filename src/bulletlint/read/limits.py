"""What a text may have of lines and marks: every reader's work grows with these, so that they bound its time.

Reading a mark (a bracket, a brace, a tag) takes a reader some 30 µs, and a line some 100 µs, on the slowest path; with
these limits no text takes much more than a second. A resume of twenty pages has some 1,000 lines and 10,000 marks.
"""

from __future__ import annotations

import re

from bulletlint.core.errors import ReadError

MOST_LINES, MOST_MARKS = 10_000, 40_000
#: Brackets that open: for each, a reader of Markdown looks ahead through a hundred others that may be a link's.
MOST_BRACKETS = 10_000
#: HTML holds pictures as text; what its reader stops at are tags and entities.
_MARKS = {"html": re.compile(r"[<&]")}
_ANY_MARK = re.compile(r"[^\w\s]|_")
_LINE = re.compile(r"\r\n?|\n")


def refuse_overlong(text: str, format: str) -> None:
    """Raise ReadError for a text with more lines or marks than any resume has."""
    if len(text) <= MOST_LINES:
        return
    lines = len(_LINE.findall(text))
    if lines > MOST_LINES:
        raise ReadError(
            f"has {lines:,} lines, more than the limit of {MOST_LINES:,} for a resume; shorten it"
        )
    marks = len(_MARKS.get(format, _ANY_MARK).findall(text)) if len(text) > MOST_MARKS else 0
    if marks > MOST_MARKS:
        what = "tags" if format == "html" else "marks of punctuation"
        raise ReadError(
            f"has {marks:,} {what}, more than the limit of {MOST_MARKS:,} for a resume; shorten it"
        )
    brackets = text.count("[") if format not in _MARKS else 0
    if brackets > MOST_BRACKETS:
        raise ReadError(
            f"has {brackets:,} opening brackets, more than the limit of {MOST_BRACKETS:,} for a resume; shorten it"
        )
