"""Typst as blocks with exact places; nothing is evaluated."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import partial

from bulletlint.core.document import Block, BlockKind, Draft, Stretch
from bulletlint.core.places import find_line_starts
from bulletlint.read.indented_lines import InlineReader, SourceLine, group_lines
from bulletlint.read.mapped_text import MappedText
from bulletlint.read.typst.scan import UNSEEN, TypstText, scan_typst

_MARK = re.compile(r"(?:[-+•]|\d{1,3}\.)[ \t]+(?=\S)")
_HEADING = re.compile(r"(=+)[ \t]+(?=\S)")
_INLINE = re.compile(
    r"(?P<value>\x02)|\\u\{(?P<code>[0-9a-fA-F]{1,6})\}|(?P<break>\\(?=\s|$))|\\(?P<escape>\S)"
    r"|(?P<ticks>`+)(?P<raw>[^`]*)(?P=ticks)"
    r"|(?P<hidden>(?<!\w)[*_]|[*_](?!\w)|\$|<[\w:.-]+>|-\?)|(?P<dash>-{2,3})|(?P<space>~)"
)
#: Stands where the name of a short value does.
_VALUE = "\x02"
_LONGEST_VALUE, _PLAIN_VALUE = 60, re.compile(r"\"[^\"\\]*\"|\[[^\[\]#*_`$\\\n]*\]")
_SHORT_LET = re.compile(
    r"(?m)^[ \t]*#let[ \t]+(?P<name>[\w-]+)[ \t]*=[ \t]*(?P<value>[\"\[][^\n]{0,60}[\"\]])[ \t]*;?[ \t]*\r?$"
)
_DASHES = {"--": "–", "---": "—"}


def read_typst(source: str, *, definitions: str = "") -> Draft:
    """Read a Typst source; offsets are characters in it. `definitions` holds the files that are read with it."""
    found = scan_typst(source)
    values = _find_values(source, found, _find_short_lets(definitions))
    read_inline = partial(_read_inline, values=values)
    given: dict[int, Block] = {}
    taken: list[tuple[int, int]] = []
    kinds: tuple[tuple[BlockKind, list[tuple[int, int]]], ...] = (
        ("item", found.items),
        ("heading", found.headings),
        ("paragraph", found.paragraphs),
        ("row", found.labels),
    )
    for kind, places in kinds:
        for start, end in places:  # inner ones come first, and are no part of the outer one
            given[start] = Block(kind, tuple(read_inline(_take(source, found, start, end, taken))))
    for start, value in values.items():
        found.mask[start] = _VALUE if value else found.mask[start]
    lines = [*_find_structure(source, found, given, read_inline)]
    blocks = tuple(group_lines("".join(found.mask), lines, _MARK, read_inline))
    return Draft(blocks, tuple(found.comments), unmarked=True)


def _take(source: str, found: TypstText, start: int, end: int, taken: list[tuple[int, int]]) -> MappedText:
    """Return what is left of the text between two offsets, and mask it.

    `taken` are the ranges that were taken before, in order: they are passed over, so that nested ones take no more time
    than others.
    """
    first = bisect_left(taken, (start, start))
    if first and taken[first - 1][1] >= end:
        return MappedText("", (start,))
    last = bisect_left(taken, (end, 0), first)
    text: list[str] = []
    origins: list[int] = []
    position = start
    for begun, ended in (*taken[first:last], (end, end)):
        text += found.mask[position:begun]
        origins += range(position, begun)
        found.mask[position:begun] = [one if one in "\r\n" else UNSEEN for one in found.mask[position:begun]]
        if begun < ended:
            text.append(UNSEEN if source.find("\n", begun, ended) < 0 else "\n")
            origins.append(begun)
        position = ended
    taken[first:last] = [(start, end)]
    return MappedText("".join(text), (*origins, end))


def _find_short_lets(definitions: str) -> dict[str, str]:
    """Return the short values that other files give names, by these."""
    return {match["name"]: match["value"] for match in _SHORT_LET.finditer(definitions)}


def _find_values(source: str, found: TypstText, elsewhere: Mapping[str, str]) -> dict[int, str]:
    """Return the text of each short value at the offsets at which its name stands in the text."""
    values = {}
    for start, name in found.calls:
        place = found.lets.get(name)
        if place is None and name in elsewhere and _PLAIN_VALUE.fullmatch(elsewhere[name]):
            values[start] = elsewhere[name][1:-1]
        elif place is not None:
            text = source[place[0] : place[1]].strip()
            if len(text) <= _LONGEST_VALUE and _PLAIN_VALUE.fullmatch(text):
                values[start] = text[1:-1]
    return values


def _order_ranges(found: TypstText, end: int) -> Iterator[tuple[int, int]]:
    """Yield what is read of a source, as ranges of offsets: a value stands where its name does.

    Values that the file does not use are read in place if there is nothing else in it, being there for other files.
    """
    called = {name for _, name in found.calls if name in found.lets}
    ranges = sorted(found.lets.values())
    gaps = zip((0, *(last for _, last in ranges)), (*(first for first, _ in ranges), end), strict=True)
    alone = not any("".join(found.mask[first:last]).strip(f"{UNSEEN} \t\r\n") for first, last in gaps)
    placed: set[str] = set()
    events = [
        (start, name, False)
        for start, name in found.calls
        if name in found.lets and found.mask[start] != _VALUE
    ]
    events += [(start, name, True) for name, (start, _) in found.lets.items()]
    events.sort()

    def walk(first: int, last: int, after: int) -> Iterator[tuple[int, int]]:
        for start, name, is_let in events[bisect_left(events, (after,)) : bisect_left(events, (last,))]:
            if start < first:
                continue  # within a value that has been passed over
            yield first, start
            first = start
            if is_let and not (alone and name not in called):
                first = found.lets[name][1]
            elif name not in placed:
                placed.add(name)
                yield from walk(*found.lets[name], found.lets[name][0] + 1) if not is_let else ()
        yield first, last

    yield from walk(0, end, 0)


def _find_structure(
    source: str, found: TypstText, given: dict[int, Block], read_inline: InlineReader
) -> Iterator[SourceLine | Block]:
    """Yield headings and items given as arguments as blocks, and what else is text line by line."""
    masked = "".join(found.mask)
    cuts = sorted({*found.breaks, *given})
    starts = find_line_starts(source)
    ends = (*starts[1:], len(source))
    for first, last in _order_ranges(found, len(source)):
        next_cut = bisect_left(cuts, first)
        for line in range(max(0, bisect_right(starts, first) - 1), len(starts)):
            line_start, line_end = starts[line], min(ends[line], last)
            if line_start > last or line_start == last and last < len(source):
                break
            start = max(line_start, first)
            while start <= line_end:
                end = line_end
                if next_cut < len(cuts) and cuts[next_cut] < line_end:
                    end = cuts[next_cut]
                    next_cut += 1
                yield from _read_piece(source, masked, line_start, start, end, read_inline)
                if end == line_end:
                    break
                yield given.get(end, SourceLine(end, end, 0, ""))
                start = end
        if last < len(source):
            yield SourceLine(last, last, 0, "")


def _read_piece(
    source: str, masked: str, line_start: int, start: int, end: int, read_inline: InlineReader
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
    yield Block("heading", tuple(read_inline(text)), level=len(heading[1]))


def _read_inline(content: MappedText, values: Mapping[int, str]) -> Iterator[Stretch]:
    position = 0
    for found in _INLINE.finditer(content.text):
        yield from content.take(position, found.start())
        position = found.end()
        if found["value"] is not None:
            # A file may hold the character itself.
            value = values.get(content.origins[found.start()], _VALUE)
            yield content.cover(value, found.start(), position)
        elif found["code"] is not None:
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
