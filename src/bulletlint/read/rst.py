"""reStructuredText as blocks with exact places.

docutils gives a line for a block and no columns, so the constructs that a resume uses are read here: titles, lists,
fields, directives, comments and inline mark-up. No directive is executed, no file included.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Generator, Iterator

from bulletlint.core.document import Block, Comment, Draft, Stretch
from bulletlint.read.indented_lines import SourceLine, join_parts, make_line, read_indented
from bulletlint.read.mapped_text import MappedText

_MARK = re.compile(r"(?:[-*+•‣⁃]|\(?(?:\d{1,3}|#|[a-zA-Z]|[ivxIVX]{1,4})[.)])[ \t]+(?=\S)")
_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*")
_EXPLICIT = re.compile(r"\.\.(?:[ \t]+|$)")
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?(?P<name>[\w:.+-]+)::(?:[ \t]+|$)")
_TARGET = re.compile(r"\.\.[ \t]+(?:_|\[[^\]]+\])")
_GRID_RULE = re.compile(r"\+(?:[-=]+\+)+")
_OPTION = re.compile(r":[\w-]+:(?:\s|$)")
#: Directives whose content is read like any text.
_CONTAINERS = frozenset(
    "container class rst-class compound topic sidebar note admonition tip important epigraph list-table parsed-literal"
    " only tab-set tab-item grid grid-item card dropdown details rubric".split()
)
_INLINE = re.compile(
    r"(?P<escape>\\(?:\s|.|$))"
    r"|``(?P<literal>[^`\n](?:.*?\S)?)``"
    r"|`<(?P<bare>[^<>`\s]+)>`_{0,2}"
    r"|(?P<role>(?<![\w:]):[\w.+:-]{1,40}:)?`(?P<text>[^`<]+?)(?P<address>\s*<[^<>`]*>)?`(?P<reference>__?)?"
    r"|\*\*(?=\S)(?P<strong>(?:[^*]|\*(?!\*))+?(?<=\S))\*\*"
    r"|\*(?=[^\s*])(?P<emphasis>[^*]+?(?<=\S))\*"
    r"|\|(?=\S)(?P<substitution>[^|\n]+?(?<=\S))\|_{0,2}"
    r"|(?P<footnote>\s?\[(?:\d+|#\w*|\*)\]_)"
    r"|(?<![\w.-])(?P<word>\w+(?:[-.]\w+)*)__?(?!\w)",
    re.DOTALL,
)


_KINDS = ("escape", "literal", "bare", "text", "strong", "emphasis", "substitution", "footnote", "word")
_FLANKED = frozenset({"text", "strong", "emphasis", "substitution"})


def read_rst(source: str) -> Draft:
    """Read a reStructuredText source; offsets are characters in it."""
    return read_indented(source, _find_structure, _MARK, _read_inline)


def _find_structure(
    source: str, lines: list[SourceLine], comments: list[Comment]
) -> Iterator[SourceLine | Block]:
    """Yield titles as blocks and lines of text as they are; directives and comments are taken out."""
    styles: list[str] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        title = _find_title(lines, number)
        if title is not None:
            style, length, heading = title
            if style not in styles:
                styles.append(style)
            text = join_parts(source, [(heading.start, heading.end)])
            yield Block("heading", tuple(_read_inline(text)), level=styles.index(style) + 1)
            number += length
        elif _GRID_RULE.fullmatch(line.text):
            number = yield from _read_grid(source, lines, number)
        elif line.text.endswith("::") and _DIRECTIVE.match(line.text) is None:
            # What is shown as it is typed follows: code, an example.
            cut = 1 if line.text != "::" else 2
            yield SourceLine(line.start, line.end - cut, line.column, line.text[:-cut])
            number += 1
            while number < len(lines) and (not lines[number].text or lines[number].column > line.column):
                number += 1
            yield SourceLine(line.end, line.end, line.column, "")
        elif _EXPLICIT.match(line.text):
            number = yield from _read_explicit(source, lines, number, comments)
        elif line.text == "|" or line.text.startswith("| "):
            # A line block: each line stands for itself.
            yield SourceLine(line.start, line.start, line.column, "")
            yield SourceLine(min(line.start + 2, line.end), line.end, line.column + 2, line.text[2:].strip())
            number += 1
        else:
            yield line
            number += 1


def _read_grid(source: str, lines: list[SourceLine], number: int) -> Generator[SourceLine | Block, None, int]:
    """Yield the lines of the cells of a grid table, cell by cell; return the number of the line behind it."""
    column = lines[number].column
    edges = [place.start() for place in re.finditer(r"\+", lines[number].text)]
    rows: list[list[SourceLine]] = []
    while number < len(lines) and lines[number].text[:1] in ("+", "|") and lines[number].column == column:
        if lines[number].text[0] == "+":
            rows.append([])
        else:
            rows[-1].append(lines[number])
        number += 1
    for row in rows:
        for left, right in itertools.pairwise(edges):
            for line in row:
                # A cell may span columns: it then has no bar where the first row of the table has an edge.
                starts = left == 0 or line.text[left : left + 1] == "|"
                end = next(
                    (edge for edge in edges if edge >= right and line.text[edge : edge + 1] == "|"), right
                )
                if starts:
                    yield make_line(source, line.start - line.column, line.start + left + 1, line.start + end)
            yield SourceLine(row[-1].end if row else 0, row[-1].end if row else 0, 0, "", ends_list=True)
    return number


def _find_title(lines: list[SourceLine], number: int) -> tuple[str, int, SourceLine] | None:
    """Return a title's style, the lines that it takes, and the line of its text."""
    line = lines[number]
    above = _ADORNMENT.fullmatch(line.text)
    if line.column and above is None or not line.text:
        return None
    following = lines[number + 1] if number + 1 < len(lines) else None
    below = lines[number + 2] if number + 2 < len(lines) else None
    if following is None or not following.text:
        return None
    if above is not None:
        closes = below is not None and below.text == line.text and len(line.text) >= 3
        return (f"{above[1]}{above[1]}", 3, following) if closes else None
    under = _ADORNMENT.fullmatch(following.text)
    if under is None or following.column or len(following.text) < min(len(line.text), 4):
        return None
    blank_above = number == 0 or not lines[number - 1].text
    return (under[1], 2, line) if blank_above or len(following.text) >= len(line.text) else None


def _read_explicit(
    source: str, lines: list[SourceLine], number: int, comments: list[Comment]
) -> Generator[SourceLine | Block, None, int]:
    """Yield what is text of a directive, collect a comment; return the number of the line behind it."""
    line = lines[number]
    last = number + 1
    while last < len(lines) and (not lines[last].text or lines[last].column > line.column):
        last += 1
    yield SourceLine(line.start, line.start, line.column, "", ends_list=True)
    directive = _DIRECTIVE.match(line.text)
    if directive is not None and directive["name"].lower() in _CONTAINERS:
        inner = number + 1
        while inner < last and _OPTION.match(lines[inner].text):
            inner += 1
        return inner
    if directive is None and not _TARGET.match(line.text):
        end = max((one.end for one in lines[number:last] if one.text), default=line.end)
        if not line.text[2:].strip() and number + 1 < len(lines) and not lines[number + 1].text:
            return number + 1  # an empty comment ends lists and takes nothing in
        comments.append(Comment(source[line.start + 2 : end].strip(), line.start, end))
    return last


def _read_inline(content: MappedText) -> Iterator[Stretch]:
    position = 0
    text = content.text
    for found in _INLINE.finditer(text):
        kind = next(name for name in _KINDS if found[name] is not None)
        if kind in _FLANKED and not _stands_alone(text, found.start(), found.end()):
            continue
        yield from content.take(position, found.start())
        position = found.end()
        if kind == "escape":
            if not found[0][1:].isspace():
                yield content.cover(found[0][1:], found.start(), found.end())
        elif kind == "footnote":
            continue
        elif kind in ("text", "strong", "emphasis") and "\\" in found[kind]:
            start, end = found.span(kind)
            yield from _read_inline(MappedText(text[start:end], content.origins[start : end + 1]))
        else:
            yield from content.take(found.start(kind), found.end(kind))
    yield from content.take(position, len(text))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether mark-up begins and ends where reStructuredText lets it: at white space or punctuation."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalnum() and not after.isalnum()
