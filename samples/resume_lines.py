"""The lines of resume.md, from which the binary samples are made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARKS = (("### ", "job"), ("## ", "section"), ("# ", "title"), ("- ", "bullet"))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the resume: `kind` is title, contact, section, job, bullet or text; `level` the list depth.

    `lead` is the bold beginning of a bullet.
    """

    kind: str
    text: str
    level: int = 1
    lead: str = ""


def read_lines(source: str) -> Iterator[Line]:
    """Yield the lines of resume.md without its mark-up."""
    body = source.split("---\n", 2)[2]
    for block in re.split(r"\n(?=\s*(?:- |#|\n))", body):
        text = " ".join(block.split())
        indent = len(block.lstrip("\n")) - len(block.lstrip())
        kind = next((kind for mark, kind in MARKS if text.startswith(mark)), "text")
        text = text[len(next((mark for mark, _ in MARKS if text.startswith(mark)), "")) :]
        if not text:
            continue
        lead = re.match(r"\*\*(.+?)\*\*", text) if kind == "bullet" else None
        yield Line(kind, strip_markup(text), 2 if indent else 1, strip_markup(lead[1]) if lead else "")


def strip_markup(text: str) -> str:
    """Return Markdown text as it is printed."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\*\*|[*`]", "", text).replace("&amp;", "&")
