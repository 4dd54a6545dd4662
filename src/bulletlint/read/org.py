"""Org mode as blocks with exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from bulletlint.core.document import Block, Comment, Draft, Stretch
from bulletlint.read.indented_lines import SourceLine, join_parts, join_term, read_indented
from bulletlint.read.mapped_text import MappedText

_HEADING = re.compile(
    r"(\*+)[ \t]+(?:(?:TODO|DONE|NEXT|WAITING)[ \t]+)?(?:\[#[A-Z0-9]\][ \t]+)?"
    r"(?P<title>\S.*)$"
)
#: Trees that are not part of the page.
_UNSHOWN = re.compile(r"COMMENT\b|.*\s:(?:[\w@#%]+:)*(?:noexport|ARCHIVE|ignore):(?:[\w@#%]+:)*$")
_TAGS = re.compile(r"(?<=\s):[\w@#%:]+:$")
_MARK = re.compile(r"(?:[-+*•]|\d{1,3}[.)]|[a-zA-Z][.)])[ \t]+(?:\[@\d+\][ \t]+)?(?:\[[ xX-]\][ \t]+)?(?=\S)")
_KEYWORD = re.compile(r"#\+(?P<name>\w+)(?::|\s|$)", re.IGNORECASE)
_COMMENT = re.compile(r"#(?:[ \t]+(?P<text>.*))?$")
_DRAWER = re.compile(r":(?P<name>[\w-]+):$")
_PROPERTY = re.compile(r":(?P<name>[\w+-]+):[ \t]+(?P<value>\S.*)$")
_RULE = re.compile(r"-{5,}|\|[-+|]*\|?$")
#: Keywords whose text stands at the head of the page.
_SHOWN_KEYWORDS = frozenset("title subtitle author email".split())
#: Blocks whose content is no prose.
_VERBATIM = frozenset("src example export comment latex html ascii".split())
_SHOWN_PROPERTIES = frozenset(
    "employer company organization organisation school location place role title".split()
)
_START_PROPERTIES = frozenset("from start date dates".split())
_END_PROPERTIES = frozenset("to end".split())
#: Links, what is hidden, and text between markers, which begins and ends at white space or punctuation.
_MACRO = re.compile(r"(?im)^#\+macro:[ \t]+(?P<name>[\w-]+)[ \t]+(?P<text>\S[^\r\n]{0,500})")
_NO_MACROS: Mapping[str, re.Match[str]] = {}
_INLINE = re.compile(
    r"[<\[](?P<stamp>(?:19|20)\d\d-\d\d-\d\d)(?:[ \t][^<>\[\]\n]{0,40})?[>\]]"
    r"|\{\{\{(?P<macro>[\w-]+)(?:\([^)\n]{0,200}\))?\}\}\}"
    r"|\[\[(?P<bare>[^\[\]]+)\](?:\[(?P<label>[^\[\]]+)\])?\]"
    r"|(?P<hidden>@@\w+:.{0,300}?@@|\[fn:[^\]]*\]|\\\\(?=\s*(?:\n|$))|"
    r"\\(?:hfill|hspace\*?\{[^}]*\}|quad|qquad|fa[A-Z]\w*)(?:\{\})?[ \t]*)"
    r"|(?<![^\s\-({'\"–—])(?P<marker>[*/_=~+])(?P<text>\S(?:.{0,300}?\S)??)(?P=marker)(?![^\s\-.,:!?;'\")}\[\\–—])",
    re.DOTALL,
)


def read_org(source: str) -> Draft:
    """Read an Org source; offsets are characters in it."""
    macros = {found["name"]: found for found in _MACRO.finditer(source)}
    draft = read_indented(source, _find_structure, _MARK, partial(_read_inline, macros=macros))
    return replace(draft, blocks=tuple(join_term(block) for block in draft.blocks))


def _find_structure(
    source: str, lines: list[SourceLine], comments: list[Comment]
) -> Iterator[SourceLine | Block]:
    """Yield headings as blocks and lines of text as they are; keywords, drawers and verbatim blocks are taken out."""
    verbatim: str | None = None
    drawer: list[tuple[str, int, int]] | None = None
    unshown: int | None = None
    for line in lines:
        blank = SourceLine(line.start, line.start, line.column, "")
        headline = _HEADING.match(line.text) if line.column == 0 else None
        if headline is not None and (unshown is None or len(headline[1]) <= unshown):
            unshown = len(headline[1]) if _UNSHOWN.match(headline["title"]) else None
        if unshown is not None:
            if line.text:
                comments.append(Comment(line.text, line.start, line.end))
            yield blank
            continue
        keyword = _KEYWORD.match(line.text)
        name = keyword["name"].lower() if keyword is not None else ""
        if verbatim is not None:
            verbatim = None if name == f"end_{verbatim}" else verbatim
        elif drawer is not None:
            given = _PROPERTY.match(line.text)
            if line.text.upper() == ":END:":
                yield from _read_drawer(source, drawer)
                drawer = None
            elif given is not None:
                drawer.append((given["name"].lower(), line.start + given.start("value"), line.end))
        elif name in _SHOWN_KEYWORDS and line.text[len(name) + 3 :].strip():
            text = join_parts(source, [(line.start + len(name) + 3, line.end)])
            yield Block("paragraph", tuple(_read_inline(text)))
        elif keyword is not None:
            kind = name.removeprefix("begin_")
            verbatim = kind if name.startswith("begin_") and kind in _VERBATIM else None
            yield blank
        elif _DRAWER.match(line.text):
            drawer = []
            yield blank
        elif headline is not None:
            start, end = headline.span("title")
            tags = _TAGS.search(line.text)
            end = len(line.text[: tags.start()].rstrip()) if tags is not None else end
            text = join_parts(source, [(line.start + start, line.start + end)])
            yield Block("heading", tuple(_read_inline(text)), level=len(headline[1]))
        elif (comment := _COMMENT.match(line.text)) is not None:
            comments.append(Comment((comment["text"] or "").strip(), line.start, line.end))
            yield blank
        elif _RULE.match(line.text):
            yield blank
        elif line.text.startswith("|"):
            yield from _read_row(source, line)
        else:
            yield line


def _read_drawer(source: str, properties: list[tuple[str, int, int]]) -> Iterator[Block]:
    """Yield what a drawer says of an entry as rows: who employed whom and where, and the dates as one."""
    for name, start, end in properties:
        if name in _SHOWN_PROPERTIES:
            yield Block("row", (Stretch(source[start:end], start, end),))
    starts = [(start, end) for name, start, end in properties if name in _START_PROPERTIES]
    ends = [(start, end) for name, start, end in properties if name in _END_PROPERTIES]
    if not starts:
        return
    start, end = starts[0]
    stretches = [Stretch(source[start:end].strip("<>[]"), start, end)]
    if ends:
        stretches.append(Stretch(" – ", end, end))
        stretches.append(Stretch(source[ends[0][0] : ends[0][1]].strip("<>[]"), *ends[0]))
    else:
        stretches.append(Stretch(" –", end, end))
    yield Block("row", tuple(stretches))


def _read_row(source: str, line: SourceLine) -> Iterator[Block]:
    for cell in re.finditer(r"[^|\s](?:[^|]*[^|\s])?", line.text):
        text = join_parts(source, [(line.start + cell.start(), line.start + cell.end())])
        yield Block("row", tuple(_read_inline(text)))


def _read_inline(
    content: MappedText, depth: int = 0, *, macros: Mapping[str, re.Match[str]] = _NO_MACROS
) -> Iterator[Stretch]:
    position = 0
    for found in _INLINE.finditer(content.text):
        yield from content.take(position, found.start())
        position = found.end()
        if found["hidden"] is not None:
            continue
        if found["macro"] is not None:
            # What the macro stands for, with the place of its call.
            definition = macros.get(found["macro"])
            text = definition["text"] if definition is not None and "$" not in definition["text"] else ""
            shown = "".join(part.text for part in _read_inline(MappedText(text, range(len(text) + 1)), 4))
            yield content.cover(shown or found["macro"], found.start(), found.end())
            continue
        if found["stamp"] is not None:
            yield from content.take(*found.span("stamp"))
            continue
        group = "text" if found["text"] is not None else "label" if found["label"] is not None else "bare"
        start, end = found.span(group)
        if depth < 4 and found["marker"] not in ("=", "~"):
            yield from _read_inline(
                MappedText(content.text[start:end], content.origins[start : end + 1]),
                depth + 1,
                macros=macros,
            )
        else:
            yield from content.take(start, end)
    yield from content.take(position, len(content.text))
