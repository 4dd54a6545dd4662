"""Typst as blocks with exact places; nothing is evaluated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletlint.core.document import Block, Draft, Stretch
from bulletlint.core.places import find_line_starts
from bulletlint.read.indented_lines import SourceLine, group_lines
from bulletlint.read.mapped_text import MappedText
from bulletlint.read.typst.scan import UNSEEN, TypstText, scan_typst

_MARK = re.compile(r"(?:[-+•]|\d{1,3}\.)[ \t]+(?=\S)")
_HEADING = re.compile(r"(=+)[ \t]+(?=\S)")
_INLINE = re.compile(
    r"\\u\{(?P<code>[0-9a-fA-F]{1,6})\}|(?P<break>\\(?=\s|$))|\\(?P<escape>\S)"
    r"|(?P<ticks>`+)(?P<raw>[^`]*)(?P=ticks)"
    r"|(?P<hidden>(?<!\w)[*_]|[*_](?!\w)|\$|<[\w:.-]+>|-\?)|(?P<dash>-{2,3})|(?P<space>~)"
)
_DASHES = {"--": "–", "---": "—"}


def read_typst(source: str) -> Draft:
    """Read a Typst source; offsets are characters in it."""
    found = scan_typst(source)
    given: dict[int, Block] = {}
    for start, end in found.items:  # inner ones come first, and are no part of the outer one
        text = MappedText("".join(found.mask[start:end]), range(start, end + 1))
        given[start] = Block("item", tuple(_read_inline(text)))
        found.mask[start:end] = [one if one in "\r\n" else UNSEEN for one in found.mask[start:end]]
    lines = _find_structure(source, found, given)
    return Draft(tuple(group_lines("".join(found.mask), lines, _MARK, _read_inline)), tuple(found.comments))


def _find_structure(source: str, found: TypstText, given: dict[int, Block]) -> Iterator[SourceLine | Block]:
    """Yield headings and items given as arguments as blocks, and what else is text line by line."""
    masked = "".join(found.mask)
    cuts = sorted({*found.breaks, *given})
    starts = find_line_starts(source)
    next_cut = 0
    for line_start, line_end in zip(starts, (*starts[1:], len(source)), strict=True):
        start = line_start
        while start <= line_end:
            end = line_end
            if next_cut < len(cuts) and cuts[next_cut] < line_end:
                end = cuts[next_cut]
                next_cut += 1
            yield from _read_piece(source, masked, line_start, start, end)
            if end == line_end:
                break
            yield given.get(end, SourceLine(end, end, 0, ""))
            start = end


def _read_piece(
    source: str, masked: str, line_start: int, start: int, end: int
) -> Iterator[SourceLine | Block]:
    """Yield what stands between two offsets of a line; a comment alone on a line is passed over."""
    visible = masked[start:end].strip(f"{UNSEEN} \t\r\n\xa0")
    if not visible:
        if start > line_start or not source[start:end].lstrip().startswith(("//", "/*")):
            yield SourceLine(start, start, 0, "")
        return
    first = masked.index(visible, start, end)
    column = len(source[line_start:first].expandtabs())
    heading = _HEADING.match(visible)
    if heading is None:
        yield SourceLine(first, first + len(visible), column, visible)
        return
    offset = first + heading.end()
    text = MappedText(visible[heading.end() :], range(offset, first + len(visible) + 1))
    yield Block("heading", tuple(_read_inline(text)), level=len(heading[1]))


def _read_inline(content: MappedText) -> Iterator[Stretch]:
    position = 0
    for found in _INLINE.finditer(content.text):
        yield from content.take(position, found.start())
        position = found.end()
        if found["code"] is not None:
            yield content.cover(chr(min(int(found["code"], 16), 0x10FFFF)), found.start(), position)
        elif found["escape"] is not None:
            yield content.cover(found["escape"], found.start(), position)
        elif found["raw"] is not None:
            yield from content.take(*found.span("raw"))
        elif found["dash"] is not None:
            yield content.cover(_DASHES[found["dash"]], found.start(), position)
        elif found["space"] is not None or found["break"] is not None:
            yield content.cover(" " if found["space"] else "\n", found.start(), position)
    yield from content.take(position, len(content.text))
