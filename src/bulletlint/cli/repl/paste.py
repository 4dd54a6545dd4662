"""From pasted text, in any mark-up and often only a piece of a file, to bullets."""

from __future__ import annotations

import json
import re

from bulletlint.core.document import Document

#: Marks of a format that also stand in a piece of a file, where the head that tells the whole file's format is gone.
_PIECES = (
    (".tex", re.compile(r"\\(?:item|cvitem|resume\w+|begin|textbf|textit|emph|href)\b|\\%")),
    (".html", re.compile(r"</?(?:li|ul|ol|p|b|i|strong|em|span|a|br)\b[^<>]*>", re.IGNORECASE)),
    (".md", re.compile(r"\*\*\S[^*\n]*\*\*|\[[^\]\n]+\]\([^)\s]+\)|`[^`\n]+`")),
)


def read_paste(text: str) -> Document:
    """Return the bullets of a pasted text; raises ReadError for what is not text in a supported format."""
    from bulletlint.read import read_bytes
    from bulletlint.read.recognise import recognize_text

    text = unquote_strings(text)
    suffix = ""
    if recognize_text(text, None) in ("plain", "markdown"):
        suffix = next((suffix for suffix, marks in _PIECES if marks.search(text)), "")
    (document,) = read_bytes(text.encode("utf-8", "replace"), name=f"pasted{suffix}")
    return document


def unquote_strings(text: str) -> str:
    """Return a JSON list of strings, or a piece of one, as a list of bullets; any other text as it is."""
    bare = text.strip().rstrip(",")
    if not bare.startswith(('"', "[")):
        return text
    try:
        strings = json.loads(bare if bare.startswith("[") else f"[{bare}]")
    except ValueError:
        return text
    if not strings or not all(isinstance(string, str) for string in strings):
        return text
    return "".join(f"- {' '.join(string.split())}\n" for string in strings)
