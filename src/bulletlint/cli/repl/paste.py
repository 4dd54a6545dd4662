"""From pasted text, in any mark-up and often only a piece of a file, to bullets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from bulletlint.core.document import Document, LeftOut, Place

#: Marks of a format that also stand in a piece of a file, where the head that tells the whole file's format is gone.
_PIECES = (
    (".tex", re.compile(r"\\(?:item|cvitem|resume\w+|begin|textbf|textit|emph|href)\b|\\%")),
    (".html", re.compile(r"</?(?:li|ul|ol|p|b|i|strong|em|span|a|br)\b[^<>]*>", re.IGNORECASE)),
    (".md", re.compile(r"\*\*\S[^*\n]*\*\*|\[[^\]\n]+\]\([^)\s]+\)|`[^`\n]+`")),
)

#: How a bullet or a sentence begins, how a line that goes on, and how a sentence ends.
_BEGINNING = re.compile(r"\s*(?:[^\w\s]{1,2}\s+|\d+[.)]\s+)?[A-Z\d]")
_CARRIES_ON = re.compile(r"\s*[a-z(]")
_ENDED = re.compile(r"[.!?:;][\"')\]]?$")
#: Why a line beside a marked list is left out.
_UNMARKED = "no bullet mark"


def read_paste(text: str) -> Document:
    """Return the bullets of a pasted text; raises ReadError for what is not text in a supported format."""
    from bulletlint.read import read_bytes
    from bulletlint.read.recognise import recognize_text

    text = unquote_strings(text.replace("\r\n", "\n").replace("\r", "\n"))
    suffix = ""
    if recognize_text(text, None) in ("plain", "markdown"):
        suffix = next((suffix for suffix, marks in _PIECES if marks.search(text)), "")
        if suffix in ("", ".md"):
            text = join_wrapped(text)
    (document,) = read_bytes(text.encode("utf-8", "replace"), name=f"pasted{suffix}")
    return account_for(document)


def account_for(document: Document) -> Document:
    """Return a pasted document in which every line but a heading is a bullet or is left out with a reason.

    In a file an unmarked line between lists is layout; whoever pastes a line waits for an answer to it.
    """
    listed = [line for line in document.left_out if line.listed]
    known = {bullet.text for bullet in document.bullets} | {line.text for line in listed}
    known |= set(document.headings)
    beside = [
        LeftOut(text, _UNMARKED, Place())
        for block in document.blocks
        if block.kind == "paragraph" and (text := " ".join(block.text.split())) and text not in known
    ]
    return replace(document, left_out=(*listed, *(beside if document.bullets else ())))


def join_wrapped(text: str) -> str:
    """Return a text with the lines joined that a narrow window has cut.

    A line carries on the one above if it begins with a small letter, no sentence has ended, and its first word had no
    room above: "Implemented a cache / for 40 shops in the / north." In a block that itself begins with a small letter,
    such a letter says nothing.
    """
    lines = text.split("\n")
    joined: list[str] = []
    for block in _split_blocks(lines):
        width = max(len(line.rstrip()) for line in block)
        opened = _BEGINNING.match(block[0]) is not None
        for number, line in enumerate(block):
            above = block[number - 1].rstrip() if number else ""
            if (
                opened
                and above
                and _CARRIES_ON.match(line)
                and not _ENDED.search(above)
                and len(above) + 1 + len(line.split()[0]) > width
            ):
                joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
            else:
                joined.append(line)
    return "\n".join(joined)


def _split_blocks(lines: list[str]) -> Iterator[list[str]]:
    """Yield the runs of lines with text, and each empty line alone."""
    for filled, block in groupby(lines, key=lambda line: bool(line.strip())):
        if filled:
            yield list(block)
        else:
            yield from ([line] for line in block)


def unquote_strings(text: str) -> str:
    """Return a JSON list of strings, or a piece of one, as a list of bullets; any other text as it is."""
    bare = text.strip().rstrip(",")
    if not bare.startswith(('"', "[")):
        return text
    try:
        strings = json.loads(bare if bare.startswith("[") else f"[{bare}]")
    except (ValueError, RecursionError):
        return text
    if not strings or not all(isinstance(string, str) for string in strings):
        return text
    return "".join(f"- {' '.join(string.split())}\n" for string in strings)
