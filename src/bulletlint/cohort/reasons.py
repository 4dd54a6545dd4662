"""Why a file could not be read, without its name and without a word of it."""

from __future__ import annotations

import re

from bulletlint.core.finding import FileReport
from bulletlint.core.visible import show_line

#: Where a reason begins to quote or to explain: a bracket, a quotation mark, a colon with what was found behind it.
_QUOTES = re.compile("[(`\"“'‘:;]")
#: The name of a part inside of a DOCX file.
_PART = re.compile(r"\b(its part) \S+")
_LINE = re.compile(r"^\d+: ")
UNKNOWN = "cannot be read"


def give_reason(file: FileReport) -> str | None:
    """Return the beginning of a file's error, up to the first thing that it quotes; None for a file that was read."""
    message = strip_path(file)
    if message is None:
        return None
    reason = _PART.sub(r"\1", _QUOTES.split(message)[0]).strip()
    return reason or UNKNOWN


def strip_path(file: FileReport) -> str | None:
    """Return a file's error without its path; it may quote the file."""
    if file.error is None:
        return None
    path = show_line(file.path) + ": "
    at_line = show_line(file.path) + ":"
    if file.error.startswith(path):
        return file.error[len(path) :]
    if file.error.startswith(at_line):
        return _LINE.sub("", file.error[len(at_line) :])
    return UNKNOWN
