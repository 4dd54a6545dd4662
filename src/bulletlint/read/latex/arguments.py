"""What an argument of a macro holds, told by its shape: nobody can list the macros of all classes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from bulletlint.read.bullets.dates import has_date
from bulletlint.read.latex.table import Group, TokenTable
from bulletlint.read.statement import reads_like_statement

#: nothing: no letter or figure; label: a title, a place, dates; statement: a sentence or nearly one; list: bullets.
ArgumentShape = Literal["nothing", "label", "statement", "list"]
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_LENGTH = re.compile(r"-?\d*\.?\d+\s*(?:pt|em|ex|cm|mm|in|bp)|-?0?\.\d+")
#: A path of a file: no words that anybody reads.
_PATH = re.compile(
    r"(?!\d{0,2}/?(?:19|20)\d\d)(?:\.{0,2}/)?[\w.-]+(?:/[\w.-]+)+(?:\s*,\s*[\w./-]+)*|[\w-]+\.(?:tex|pdf|png|jpe?g|bib)"
)
#: Characters of an argument that are looked at, and tokens: arguments in each other are looked at many times.
_LOOKED_AT, _MOST_TOKENS = 400, 160


def find_shape(table: TokenTable, group: Group, is_list: Callable[[Group], bool]) -> ArgumentShape:
    """Return the shape of an argument; `is_list` tells whether bullets begin in it."""
    if is_list(group):
        return "list"
    text = read_flat(table, group)
    if not any(character.isalnum() for character in text) or _LENGTH.fullmatch(text) or _PATH.fullmatch(text):
        return "nothing"
    return "statement" if reads_like_statement(text) else "label"


def has_year(table: TokenTable, group: Group) -> bool:
    """Tell whether an argument names a year, as that of a date does."""
    text = read_flat(table, group)
    return _YEAR.search(text) is not None or has_date(text)


def read_flat(table: TokenTable, group: Group) -> str:
    """Return the text of an argument without its macros, well enough to tell what it is."""
    parts: list[str] = []
    length = 0
    for token in table.tokens[group[0] : min(group[1], group[0] + _MOST_TOKENS)]:
        if token.kind in {"text", "ligature"} or token.kind == "symbol" and token.text in "%$&#":
            parts.append(token.text)
        elif token.kind != "word" or parts and not parts[-1].isspace():
            parts.append(" " if token.kind in {"space", "break", "active"} else "")
        length += len(parts[-1]) if parts else 0
        if length > _LOOKED_AT:
            break
    return "".join(parts).strip()
