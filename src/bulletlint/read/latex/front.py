r"""Read LaTeX resumes: ``\item``, ``\resumeItem`` and the other templates' macros, with exact source offsets.

TeX is never executed. The file is a flat list of tokens; a macro that lays out its arguments puts these on a stack of
steps still to be taken, so that no nesting is deep enough to matter. (pylatexenc was the other choice: it recurses, and
gives up at some hundred nested braces; one stray ``$`` hides the rest of the file from it; and it has to be told the
arguments of every macro beforehand.)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from bulletlint.core.document import Block, Draft, Stretch
from bulletlint.core.places import find_line_starts, locate_offset
from bulletlint.read.latex.definitions import Definition, classify_definitions, collect_definitions
from bulletlint.read.latex.macros import LAYOUTS, MacroLayout
from bulletlint.read.latex.packages import collect_plain
from bulletlint.read.latex.reader import read_blocks
from bulletlint.read.latex.table import TokenTable
from bulletlint.read.latex.tokens import Token, read_tokens

_OPENER = re.compile(r"\\\w+(?:\{[^{}\n]{0,30}\})?|.", re.DOTALL)
#: What a preamble says of the person, and the arguments of each such macro, at most.
_PERSON = re.compile(
    r"(?i)(?:cv|ecv|my|author)?(?:(?:first|last|family|given|full|user)?name|title|author|address|phone|mobile|telephone|e?mail"
    r"|homepage|position|quote|tagline|role|extrainfo|location|social|github|linkedin|profession|born|nationality|website)"
)
_MOST_GROUPS = 4
_TEXTS = frozenset({"text", "space", "ligature"})
#: Unclosed braces that are told to the user, at most.
_MOST_NOTES = 3


def read_latex(
    source: str, *, definitions: str = "", packages: str = "", item_macros: Collection[str] = ()
) -> Draft:
    r"""Return the blocks of a LaTeX resume, or of a file that one includes.

    `definitions` is further source (the root file, a file of macros) of which only the macro definitions are read, and
    `packages` that of the classes and packages beside it; `item_macros` names macros to be read as ``\item``, without
    the backslash.

    Raises ReadError if the file's own macros repeat their arguments without end.
    """
    tokens, comments, unended = read_tokens(source)
    table = TokenTable(tokens)
    own, ends = collect_definitions(tokens, table.matches)
    if definitions:
        own = {**_collect_elsewhere(definitions), **own}
    if packages:
        own = {**collect_plain(packages), **own}
    layouts = {
        **LAYOUTS,
        **classify_definitions(own),
        **{name: MacroLayout("item", 2) for name in item_macros},
    }
    lost = sorted([*unended, *(tokens[index].start for index in table.unclosed)])
    body = _find_body(tokens)
    blocks = read_blocks(source, table, body, definitions=own, definition_ends=ends, layouts=layouts)
    blocks = (*_read_person(table, body, ends), *blocks)
    notes = tuple(_describe_lost(source, lost[:_MOST_NOTES]))
    return Draft(blocks, tuple(comments), notes, unmarked=True)


@lru_cache(maxsize=4)
def _collect_elsewhere(definitions: str) -> dict[str, Definition]:
    """Return the macros that other files define; remembered, since each part of a resume is read with them."""
    tokens = read_tokens(definitions)[0]
    elsewhere = collect_definitions(tokens, TokenTable(tokens).matches)[0]
    return {name: definition._replace(own=False) for name, definition in elsewhere.items()}


def _read_person(table: TokenTable, body: int, definition_ends: Mapping[int, int]) -> Iterator[Block]:
    r"""Yield what a preamble says of the person, for the head of the page (``\name{Iva}{Kos}``), a row each."""
    index = 0
    while index < body:
        token = table.tokens[index]
        following = definition_ends.get(index, index + 1)
        if token.kind == "word" and following == index + 1 and _PERSON.fullmatch(token.text):
            groups = table.find_groups(table.skip_optional(index + 1, body), body, _MOST_GROUPS)
            for first, end in groups:
                texts = [each for each in table.tokens[first:end] if each.kind in _TEXTS]
                if any(character.isalnum() for each in texts for character in each.text):
                    yield Block("row", tuple(Stretch(each.text, each.start, each.end) for each in texts))
            following = groups[-1][1] + 1 if groups else following
        index = following


def _find_body(tokens: Sequence[Token]) -> int:
    """Return the index behind ``\\begin{document}``, 0 in a file without one."""
    for index, token in enumerate(tokens[:-3]):
        if token.kind == "word" and token.text == "begin" and tokens[index + 2].text == "document":
            return index + 4
    return 0


def _describe_lost(source: str, offsets: Sequence[int]) -> list[str]:
    line_starts = find_line_starts(source)
    notes = []
    for offset in offsets:
        opener = _OPENER.match(source, offset)
        line, _ = locate_offset(line_starts, offset)
        notes.append(f"line {line}: {opener[0] if opener else '{'} is never closed")
    return notes
