"""The lines of plain text: what stands on each, and whether it carries on the one above.

People wrap by hand, editors and mail programs at a width, word processors unevenly; a line carries on another where
it is indented below its mark, or where the one above was full and neither of them can stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bulletlint.core.document import Comment
from bulletlint.core.places import find_line_starts
from bulletlint.read.bullets.dates import find_end
from bulletlint.read.bullets.marks import MARK
from bulletlint.read.bullets.openings import find_opening
from bulletlint.read.bullets.section_headings import find_paragraph_section
from bulletlint.read.bullets.section_words import SectionWords

#: Columns that a tab advances to a multiple of.
_TAB = 8
#: Widths at which people, editors and mail programs wrap, in characters, and the longest line that shows one.
_NARROWEST, _WIDEST, _SHORTEST_FULL = 50, 160, 40
#: How far below the width a line may stay and still count as wrapped (proportional fonts wrap unevenly).
_SLACK = 0.85
#: AsciiDoc repeats a mark as often as the item is deep, and counts by points.
_DEEP_MARK = re.compile(r"[ \t]*(?P<deep>\*{2,5}|\.{1,5}|-)[ \t]+(?=\S)")
#: Words of a numbered heading, at most.
_MOST_WORDS = 6
#: Longest text that a rule of another length underlines, in characters.
_LONGEST_TITLE = 30
_RULE_LINE = re.compile(r"[\s\-=_*~#+^.•–—|─-╿]*")
_UNDERLINE = re.compile(r"([=\-~_*^+–—─═])\1{2,}")
_FRAMED = re.compile(r"\s*[|│║┃]\s?(?P<text>.*?)\s?[|│║┃]\s*$")
_LONE_MARK = re.compile(r"\s*(?:[•●▪◦‣■□◆◇➢➤►▶⁃✓⦁○▫\uf0b7\uf0a7\uf0d8]|[-*–]|[o§Øüvqnl])\s*")
HASHES = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_DIRECTIVE = re.compile(r"(?:^|(?<=\s))(?:#|//|%|<!--)\s*(bulletlint(?:[:-]| ignore\b| disable\b)[^\r\n]*)")
_OPEN_END = re.compile(
    r"(?:[,&/(–—-]|\b(?:a|an|the|and|or|of|in|on|to|for|by|with|from|at|as|into|via|per|than|using|across|through|over"
    r"|that|which|while|its|our|their|his|her|is|are|was|were|under|between|after|before|without|within|who|whose"
    r"|when|where|because|but|not|no|more|each|every))$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;!?:][\"')\]]?$")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b(?:present|current)\b", re.IGNORECASE)
_LABEL = re.compile(r"[A-Z][\w /&-]{2,30}:(?:\s|$)")
_ADDRESS = re.compile(r"@|https?://|www\.|\.(?:com|org|net|io)\b")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line; its text is source[start:end], `column` is where that begins, `mark` where a bullet mark stands.

    `underline` is the character of the rule below it, if that makes it a heading.
    """

    text: str
    start: int
    end: int
    column: int
    mark: int | None
    blank_above: bool
    underline: str = ""


def split_lines(
    source: str, comments: list[Comment], known: SectionWords, *, asciidoc: bool = False
) -> list[TextLine]:
    """Return the lines that hold text; directives among them are collected into `comments`."""
    lines: list[TextLine] = []
    blank_above = True
    waiting: int | None = None  # the column of a mark that stands alone on the line above
    starts = find_line_starts(source)
    bounds = list(zip(starts, (*starts[1:], len(source)), strict=True))
    framed = _is_framed(source, bounds)
    for start, end in bounds:
        marked = source.find("bulletlint", start, end) >= 0
        directive = _DIRECTIVE.search(source[start:end].rstrip()) if marked else None
        if directive is not None:
            text = directive[1].split("-->", 1)[0].rstrip()
            comments.append(Comment(text, start + directive.start(), start + directive.end()))
            end = start + directive.start()
            if not source[start:end].strip():
                continue
        first = start
        frame = _FRAMED.match(source[start:end].rstrip("\r\n")) if framed else None
        if frame is not None:
            first, end = start + frame.start("text"), start + frame.end("text")
        text = source[first:end].strip()
        if _LONE_MARK.fullmatch(text) and _has_text(source, end):
            waiting = len(source[start:end].expandtabs(_TAB)) - len(
                source[start:end].expandtabs(_TAB).lstrip()
            )
            continue
        if _RULE_LINE.fullmatch(text):
            if not blank_above and _underlines(text, lines[-1]):
                lines[-1] = replace(lines[-1], underline=text[0])
            blank_above, waiting = True, None
            continue
        line = _make_line(source, start, first, end, blank_above=blank_above, known=known)
        if asciidoc and (deep := _DEEP_MARK.match(source, start, end)) is not None:
            line = _mark_deep(source, line, deep)
        lines.append(replace(line, mark=waiting) if waiting is not None and line.mark is None else line)
        blank_above, waiting = False, None
    return lines


@dataclass(frozen=True, slots=True)
class Width:
    """Where a line counts as full, in characters; `shown` says that lines which plainly go on in the next show it."""

    full: float
    shown: bool


def measure_width(lines: Sequence[TextLine]) -> Width | None:
    """Return the width at which the file seems to be wrapped, None if it is not.

    The longest line that the next one plainly carries on shows it, in a file without such a line the longest.
    """
    ends = [line.column + len(line.text) for line in lines]
    shown = [
        end
        for end, line, following in zip(ends, lines, lines[1:], strict=False)
        if end >= _SHORTEST_FULL
        and following.mark is None
        and not following.blank_above
        and (following.text[0].islower() or _OPEN_END.search(line.text))
    ]
    longest = max(shown or ends, default=0)
    if not (_SHORTEST_FULL if shown else _NARROWEST) <= longest <= _WIDEST:
        return None
    return Width(longest * _SLACK, bool(shown))


def wraps(group: Sequence[TextLine], line: TextLine, width: Width | None, known: SectionWords) -> bool:
    """Tell whether a line carries on the lines above it that belong together."""
    first, last = group[0], group[-1]
    if (
        line.blank_above
        or line.mark is not None
        or line.underline
        or last.underline
        or HASHES.match(first.text)
    ):
        return False
    if first.mark is not None and line.column > first.mark:
        return True
    opening = find_opening(first.text, known)
    next_word = line.text.split(maxsplit=1)[0]
    full = width is not None and last.column + len(last.text) + 1 + len(next_word) >= width.full
    ended = _SENTENCE_END.search(last.text) is not None
    stated = first.mark is not None or opening != "none"
    begun = line.text[0]
    if begun.islower() and not first.text[0].islower() and _ADDRESS.search(line.text) is None:
        return full or stated and not ended
    if _OPEN_END.search(last.text) and find_end(last.text) is None and (full or first.mark is not None):
        return True
    outdented = first.mark is not None and line.column < first.mark and begun.isupper()
    if width is None or not full or not stated or ended or outdented and not width.shown:
        return False
    return not _stands_alone(line.text, known)


def _stands_alone(text: str, known: SectionWords) -> bool:
    """Tell whether a line that begins with a capital is a statement, a heading, a label or a job line by itself."""
    return (
        find_opening(text, known) == "past"
        or _DATED.search(text) is not None
        or find_end(text) is not None
        or _LABEL.match(text) is not None
        or find_paragraph_section(text, known) is not None
    )


def _is_numbered_heading(text: str, known: SectionWords) -> bool:
    """Tell whether a numbered line below a gap is a heading ("2. WORK EXPERIENCE")."""
    words = text.split()
    return len(words) <= _MOST_WORDS and (text.isupper() or find_paragraph_section(text, known) is not None)


def _make_line(
    source: str, line_start: int, start: int, end: int, *, blank_above: bool, known: SectionWords
) -> TextLine:
    mark = MARK.match(source, start, end)
    mark = None if mark is not None and mark["emoji"] else mark
    first = mark.end() if mark is not None else start
    text = source[first:end].strip()
    if mark is not None and mark["number"] and blank_above and _is_numbered_heading(text, known):
        mark = None
    first += source[first:end].index(text)
    column = len(source[line_start:first].expandtabs(_TAB))
    indent = source[line_start:start] + source[start:end][: end - start - len(source[start:end].lstrip())]
    mark_column = len(indent.expandtabs(_TAB)) if mark is not None else None
    return TextLine(text, first, first + len(text), column, mark_column, blank_above)


def _mark_deep(source: str, line: TextLine, mark: re.Match[str]) -> TextLine:
    """Return a line with a mark of AsciiDoc, which stands the further right the deeper it is."""
    text = source[mark.end() : line.end]
    return replace(
        line, text=text, start=mark.end(), mark=len(mark["deep"]) - 1, column=mark.end() - mark.start()
    )


def _underlines(rule: str, line: TextLine) -> bool:
    """Tell whether a rule below a line makes it a heading: it is about as long, or the line is short."""
    if _UNDERLINE.fullmatch(rule) is None or line.mark is not None or line.text.endswith("."):
        return False
    return len(line.text) <= _LONGEST_TITLE or 0.5 * len(line.text) <= len(rule) <= 2 * len(line.text)


def _is_framed(source: str, bounds: Sequence[tuple[int, int]]) -> bool:
    """Tell whether most lines of a text stand between two bars."""
    lines = [source[start:end].strip() for start, end in bounds]
    texts = [line for line in lines if line and not _RULE_LINE.fullmatch(line)]
    return len(texts) > 2 and sum(_FRAMED.match(line) is not None for line in texts) >= 0.7 * len(texts)


def _has_text(source: str, end: int) -> bool:
    """Tell whether the line behind an offset begins with a word."""
    following = (
        source[end : end + 200].lstrip("\r\n") if source[end - 1 : end] in "\r\n" else source[end : end + 200]
    )
    return re.match(r"[ \t]*[A-Z0-9\"“]\S*\s+\S", following) is not None
