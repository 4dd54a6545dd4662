"""Lists by indentation, which reStructuredText, Org and Typst share: lines to items and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bulletlint.core.document import Block, BlockKind, Comment, Draft, Stretch
from bulletlint.core.places import find_line_starts, slice_stretches
from bulletlint.read.mapped_text import MappedText

#: Columns that a tab advances to a multiple of.
_TAB = 8

#: A term of a description list, and the mark behind it.
_TERM = re.compile(r"(?P<term>[^:\n]{1,60}?)(?P<mark>[ \t]*::[ \t]+)(?=\S)")

InlineReader = Callable[[MappedText], Iterable[Stretch]]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line, or a part of one: source[start:end] without white space around it, and the column where it begins.

    An empty one ends what stands before it, and with `ends_list` the lists that begin at its column or right of it.
    """

    start: int
    end: int
    column: int
    text: str
    ends_list: bool = False


@dataclass(slots=True)
class _Group:
    kind: BlockKind
    level: int
    column: int
    parts: list[tuple[int, int]] = field(default_factory=list)


def read_indented(
    source: str,
    find_structure: Callable[[str, list[SourceLine], list[Comment]], Iterator[SourceLine | Block]],
    mark: re.Pattern[str],
    read_inline: InlineReader,
) -> Draft:
    """Return the blocks of a source; `find_structure` takes titles and comments out of its lines."""
    comments: list[Comment] = []
    lines = list(split_source_lines(source))
    blocks = tuple(group_lines(source, find_structure(source, lines, comments), mark, read_inline))
    return Draft(blocks, tuple(comments))


def split_source_lines(source: str) -> Iterator[SourceLine]:
    """Yield every line of a source, also blank ones."""
    starts = find_line_starts(source)
    for start, end in zip(starts, (*starts[1:], len(source)), strict=True):
        yield make_line(source, start, start, end)


def make_line(source: str, line_start: int, start: int, end: int) -> SourceLine:
    """Return what stands between two offsets of the line that begins at `line_start`."""
    line = source[start:end]
    text = line.strip()
    first = start + len(line) - len(line.lstrip()) if text else start
    indent = source[line_start:first]
    return SourceLine(
        first, first + len(text), len(indent.expandtabs(_TAB) if "\t" in indent else indent), text
    )


def group_lines(
    source: str, lines: Iterable[SourceLine | Block], mark: re.Pattern[str], read_inline: InlineReader
) -> Iterator[Block]:
    """Yield items and paragraphs with the text that `read_inline` makes of them.

    `mark` matches a list mark with the space behind it at the start of a line. Blocks among the lines (headings that
    the caller has found) come through and end what stands before them.
    """
    columns: list[int] = []
    group: _Group | None = None
    for line in lines:
        if isinstance(line, Block) or not line.text:
            if group is not None:
                yield _make_block(source, group, read_inline)
            group = None
            if isinstance(line, Block):
                columns.clear()
                yield line
            elif line.ends_list:
                columns = [column for column in columns if column < line.column]
            continue
        found = mark.match(line.text)
        if found is None and group is not None and (group.kind == "paragraph" or line.column > group.column):
            group.parts.append((line.start, line.end))
            continue
        if group is not None:
            yield _make_block(source, group, read_inline)
        # Text at or left of a mark ends that list; text right of it is a further paragraph of the item.
        while columns and (line.column <= columns[-1]):
            columns.pop()
        if found is None:
            group = _Group("paragraph", max(len(columns), 1), line.column, [(line.start, line.end)])
        else:
            columns.append(line.column)
            group = _Group("item", len(columns), line.column, [(line.start + found.end(), line.end)])
    if group is not None:
        yield _make_block(source, group, read_inline)


def join_parts(source: str, parts: Sequence[tuple[int, int]]) -> MappedText:
    """Return parts of a source as one text, a line break between them."""
    if len(parts) == 1:
        start, end = parts[0]
        return MappedText(source[start:end], range(start, end + 1))
    texts: list[str] = []
    origins: list[int] = []
    last = 0
    for start, end in parts:
        if texts:
            origins.append(last)
        texts.append(source[start:end])
        origins.extend(range(start, end))
        last = end
    return MappedText("\n".join(texts), [*origins, last])


def join_term(block: Block) -> Block:
    """Return a block whose term and description are joined as a reader says them: "- Choir :: founded it"."""
    term = _TERM.match(block.text) if block.kind == "item" else None
    if term is None:
        return block
    before, mark, behind = (
        slice_stretches(block.stretches, *span)
        for span in ((0, term.end("term")), term.span("mark"), (term.end(), len(block.text)))
    )
    return replace(block, stretches=(*before, Stretch(": ", mark[0].start, mark[-1].end), *behind))


def _make_block(source: str, group: _Group, read_inline: InlineReader) -> Block:
    return Block(group.kind, tuple(read_inline(join_parts(source, group.parts))), level=group.level)
