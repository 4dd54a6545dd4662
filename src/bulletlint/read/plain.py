"""Plain text, as typed, pasted or exported from a word processor, as blocks with exact places.

Lines are joined where they wrap; what carries no mark is handed over line by line, for selection to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bulletlint.core.document import Block, Comment, Draft, Stretch
from bulletlint.core.places import find_line_starts
from bulletlint.read.bullets.marks import MARK

#: Columns that a tab advances to a multiple of.
_TAB = 8
#: Widths at which people, editors and mail programs wrap, in characters.
_NARROWEST, _WIDEST = 50, 160
#: How far below the width a line may stay and still count as wrapped (proportional fonts wrap unevenly).
_SLACK = 0.85
_RULE_LINE = re.compile(r"[\s\-=_*~#+.•–—]*")
_UNDERLINE = re.compile(r"([=\-~_*^–—])\1{2,}")
_HASHES = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_DIRECTIVE = re.compile(r"(?:^|(?<=\s))(?:#|//|%|<!--)\s*(bulletlint(?:[:-]| ignore\b| disable\b)[^\r\n]*)")
_OPEN_END = re.compile(
    r"(?:[,&/(–—-]|\b(?:a|an|the|and|or|of|in|on|to|for|by|with|from|at|as|into|via|per|than|using|across|through|over"
    r"|that|which|while|its|our))$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;!?:][\"')\]]?$")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b(?:present|current)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line; its text is source[start:end], `column` is where that begins, `mark` where a bullet mark stands."""

    text: str
    start: int
    end: int
    column: int
    mark: int | None
    blank_above: bool
    underlined: bool


def read_plain(source: str) -> Draft:
    """Read a plain-text source; offsets are characters in it."""
    comments: list[Comment] = []
    lines = _split_lines(source, comments)
    width = _measure_width(lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return Draft(tuple(_make_blocks(groups)), tuple(comments), unmarked=True)


def _split_lines(source: str, comments: list[Comment]) -> list[_Line]:
    """Return the lines that hold text; directives among them are collected into `comments`."""
    lines: list[_Line] = []
    blank_above = True
    starts = find_line_starts(source)
    for start, end in zip(starts, (*starts[1:], len(source)), strict=True):
        marked = source.find("bulletlint", start, end) >= 0
        directive = _DIRECTIVE.search(source[start:end].rstrip()) if marked else None
        if directive is not None:
            text = directive[1].split("-->", 1)[0].rstrip()
            comments.append(Comment(text, start + directive.start(), start + directive.end()))
            end = start + directive.start()
            if not source[start:end].strip():
                continue
        text = source[start:end].strip()
        if _RULE_LINE.fullmatch(text):
            underlines = not blank_above and _UNDERLINE.fullmatch(text) and lines[-1].mark is None
            if underlines and len(lines[-1].text) <= _NARROWEST:
                lines[-1] = replace(lines[-1], underlined=True)
            blank_above = True
            continue
        lines.append(_make_line(source, start, end, blank_above))
        blank_above = False
    return lines


def _make_line(source: str, start: int, end: int, blank_above: bool) -> _Line:
    mark = MARK.match(source, start, end)
    mark = None if mark is not None and mark["emoji"] else mark
    first = mark.end() if mark is not None else start
    text = source[first:end].strip()
    first += source[first:end].index(text)
    column = len(source[start:first].expandtabs(_TAB))
    indent = source[start:end][: end - start - len(source[start:end].lstrip())]
    mark_column = len(indent.expandtabs(_TAB)) if mark is not None else None
    return _Line(text, first, first + len(text), column, mark_column, blank_above, underlined=False)


def _measure_width(lines: list[_Line]) -> float | None:
    """Return the width in characters at which the file seems to be wrapped, None if it is not."""
    longest = max((line.column + len(line.text) for line in lines), default=0)
    return longest * _SLACK if _NARROWEST <= longest <= _WIDEST else None


def _continues(group: list[_Line], line: _Line, width: float | None) -> bool:
    """Tell whether a line carries on the one above."""
    first, last = group[0], group[-1]
    if line.blank_above or line.mark is not None or line.underlined or _HASHES.match(first.text):
        return False
    if first.mark is not None and line.column > first.mark:
        return True
    next_word = line.text.split(maxsplit=1)[0]
    if width is None or last.column + len(last.text) + 1 + len(next_word) < width:
        return False
    carries_on = (line.text[0].islower() and not first.text[0].islower()) or _OPEN_END.search(
        last.text
    ) is not None
    if first.mark is not None and not carries_on:
        carries_on = _SENTENCE_END.search(last.text) is None and _DATED.search(line.text) is None
    return carries_on


def _make_blocks(groups: list[list[_Line]]) -> Iterator[Block]:
    marks: list[int] = []
    for group in groups:
        line = group[0]
        hashes = _HASHES.match(line.text)
        if line.mark is not None:
            marks = [mark for mark in marks if mark < line.mark]
            marks.append(line.mark)
            yield Block("item", _join_lines(group), level=len(marks))
        elif line.underlined or hashes is not None:
            marks.clear()
            cut = hashes.end() if hashes is not None else 0
            heading = Stretch(line.text[cut:], line.start + cut, line.end)
            yield Block("heading", (heading,), level=len(hashes[1]) if hashes is not None else 1)
        else:
            marks.clear()
            yield Block("paragraph", _join_lines(group))


def _join_lines(group: list[_Line]) -> tuple[Stretch, ...]:
    """Return the text of wrapped lines; a compound broken at its hyphen is joined without a space."""
    stretches: list[Stretch] = []
    for number, line in enumerate(group):
        last = group[number - 1] if number else None
        if last is not None and not (
            last.text.endswith("-") and last.text[-2:-1].isalpha() and line.text[0].islower()
        ):
            stretches.append(Stretch(" ", last.end, line.start))
        stretches.append(Stretch(line.text, line.start, line.end))
    return tuple(stretches)
