"""Plain text, as typed, pasted or exported from a word processor, as blocks with exact places.

Lines are joined where they wrap; what carries no mark is handed over line by line, for selection to judge.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from itertools import chain

from bulletlint.core.document import Block, Comment, Draft, Stretch
from bulletlint.core.places import slice_in_order, slice_stretches
from bulletlint.read.bullets.section_words import load_section_words
from bulletlint.read.text_lines import HASHES, TextLine, measure_width, split_lines, wraps

#: AsciiDoc: titles by equals signs, links with their text in brackets, emphasis.
_ASCIIDOC = re.compile(r"(?m)^={1,5} \S|^[=~^+-]{4,}\n.*https?://\S+\[|https?://[^\s\[]+\[[^\]\n]+\]")
# An address is looked for from the beginning of a word alone: in "a@b.ca@b.ca@b.c…" one may end at every second place.
_ASCIIDOC_LINK = re.compile(r"(?<![^\s\[\]])(?=[^\s\[\]]+[.:/@])[^\s\[\]]+\[(?P<text>[^\]\n]+)\]")
_EMPHASIS = re.compile(r"(?<![\w*_])(?P<mark>[*_`])(?P<text>\S(?:[^*_`\n]*\S)?)(?P=mark)(?![\w*_])")
_EQUALS = re.compile(r"(={1,5})[ \t]+(?=\S)")


def read_plain(source: str) -> Draft:
    """Read a plain-text source; offsets are characters in it."""
    comments: list[Comment] = []
    known = load_section_words()
    asciidoc = _ASCIIDOC.search(source) is not None
    lines = split_lines(source, comments, known, asciidoc=asciidoc)
    width = measure_width(lines)
    groups: list[list[TextLine]] = []
    for line in lines:
        if groups and wraps(groups[-1], line, width, known):
            groups[-1].append(line)
        else:
            groups.append([line])
    return Draft(tuple(_make_blocks(groups, asciidoc=asciidoc)), tuple(comments), unmarked=True)


def _make_blocks(groups: list[list[TextLine]], *, asciidoc: bool) -> Iterator[Block]:
    marks: list[int] = []
    rules: list[str] = []
    for group, following in zip(groups, [*groups[1:], None], strict=False):
        line = group[0]
        alone = line.blank_above and (following is None or following[0].blank_above)
        stretches = _join_lines(group)
        if asciidoc:
            stretches = _undo_asciidoc(stretches)
        heading = HASHES.match(line.text) or (_EQUALS.match(line.text) if asciidoc else None)
        if line.mark is not None:
            marks = [mark for mark in marks if mark < line.mark]
            marks.append(line.mark)
            yield Block("item", stretches, level=len(marks))
            continue
        marks.clear()
        if heading is not None:
            text = slice_stretches(stretches, heading.end(), len(line.text))
            yield Block("heading", text, level=len(heading[1]))
        elif line.underline:
            if line.underline not in rules:
                rules.append(line.underline)
            yield Block("heading", stretches, level=min(rules.index(line.underline) + 1, 6))
        else:
            yield Block(
                "paragraph", stretches, look=_find_look(line, alone=alone) if len(group) == 1 else None
            )


def _find_look(line: TextLine, *, alone: bool) -> Hashable:
    """Return how a line is set: its column, capitals, a colon, decoration, a gap above it and one below (`alone`)."""
    text = line.text
    decoration = text[: len(text) - len(text.lstrip("*=-~_#[<|: "))]
    coloned = text.endswith(":")
    return line.column, text.upper() == text, coloned, decoration, line.blank_above, alone and not coloned


def _join_lines(group: list[TextLine]) -> tuple[Stretch, ...]:
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


def _undo_asciidoc(stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Return a text without the addresses of links and the marks of emphasis."""
    for pattern in (_ASCIIDOC_LINK, _EMPHASIS):
        text = "".join(stretch.text for stretch in stretches)
        spans: list[tuple[int, int]] = []
        position = 0
        for match in pattern.finditer(text):
            spans += [(position, match.start()), match.span("text")]
            position = match.end()
        spans.append((position, len(text)))
        stretches = tuple(chain.from_iterable(slice_in_order(stretches, spans)))
    return stretches
