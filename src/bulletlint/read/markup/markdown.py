"""Markdown (CommonMark with tables, and the habits of Jekyll and Pandoc) as blocks with exact places.

markdown-it-py finds the structure. It gives lines only for blocks and nothing for what stands inside them, so two
things are added: the text of a block is laid on its source lines from the right, since only markers are cut off on
the left; and each inline rule notes where it started and stopped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, MutableMapping
from functools import cache, partial
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from bulletlint.core.document import Block, BlockKind, Comment, Draft, Stretch
from bulletlint.core.places import find_line_starts
from bulletlint.read.mapped_text import MappedText
from bulletlint.read.markup.html import read_html_part
from bulletlint.read.markup.markdown_comments import find_markdown_comments

#: Stands in for source that a reader does not see; no white space, so that it changes no structure around it.
_UNSEEN = "\x01"
FRONT_MATTER = re.compile(
    r"\A(---|\+\+\+)[ \t]*\r?\n(?:.*?\r?\n)??(?:\1|\.\.\.)[ \t]*(?=\r?\n|\Z)", re.DOTALL
)
#: Lines that lay out a page and hold no text: HTML containers, Liquid tags, Pandoc fences, kramdown attributes, LaTeX.
_LAYOUT_LINES = re.compile(
    r"^[ \t]*(?:(?:</?(?:div|section|article|main|header|footer|center|span|br|hr|details|aside|nav)\b[^<>\n]*>[ \t]*)+"
    r"|\{%[^\n]*%\}|:::+[^\n]*|\{:[^\n]*\}|\[\^[\w-]{1,40}\]:[^\n]*|\\[a-z]+(?:\{[^{}\n]*\}|\[[^\[\]\n]*\])*)[ \t]*$",
    re.MULTILINE,
)
#: Attributes of Pandoc and kramdown, and references to footnotes.
_ATTRIBUTES = re.compile(r"\{[:#.][\w\s.#:=\"'%-]*\}|\[\^[\w-]{1,40}\](?!:)")
_LINE_BREAK_TAG = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
#: "<number>" in a line is a blank that was left to be filled in, no tag: only what names an element of HTML is one.
_TAG = re.compile(r"</?([a-z][a-z0-9]*)\b[^>]*/?>", re.IGNORECASE)
_ELEMENTS = frozenset(
    """a abbr acronym address article aside audio b bdi bdo big blockquote body br button canvas caption center cite
    code col data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4
    h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark meta meter nav noscript
    object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select small
    source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr
    track tt u ul var video wbr""".split()
)

#: A paragraph that is all bold or italic, as people set headings; what is shown as it is typed is no text here.
_EMPHASIZED = re.compile(r"(?P<mark>\*{1,3}|_{1,3})[^*_\n]+(?P=mark):?")
_PREFORMATTED = re.compile(r"\s*<(?:pre|code)\b", re.IGNORECASE)

#: How deep lists may stand in each other before they are left out.
_DEEPEST = 100

#: Tokens that are markers and no text.
_MARKERS = frozenset("link_open link_close em_open em_close strong_open strong_close s_open s_close".split())

_Rule = Callable[[StateInline, bool], bool]


def read_markdown(source: str) -> Draft:
    """Read a Markdown source; offsets are characters in it."""
    comments = tuple(find_markdown_comments(source))
    visible = _blank_unseen(source, comments)
    parser = _make_parser()
    environment: dict[str, Any] = {}
    tokens: list[Token] = []
    parser.block.parse(_normalize_breaks(visible), parser, environment, tokens)
    line_starts = (*find_line_starts(visible), len(visible))
    blocks = tuple(_find_blocks(tokens, visible, line_starts, partial(_read_inline, parser, environment)))
    return Draft(blocks, comments)


def read_markdown_inline(text: str) -> tuple[Stretch, ...]:
    """Read the mark-up within one line or paragraph of Markdown; offsets are characters in it."""
    return tuple(_read_inline(_make_parser(), {}, MappedText(text, range(len(text) + 1))))


@cache
def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    # Resumes indent by habit: four spaces are a nested list here, never code.
    parser.disable("code")
    ruler = parser.inline.ruler
    for rule in tuple(ruler.__rules__):
        if rule.name != "text":  # which makes no tokens, and is asked at every word
            ruler.at(rule.name, partial(_note_range, rule.fn))
    return parser


def _note_range(rule: _Rule, state: StateInline, silent: bool) -> bool:
    """Run an inline rule and note on the tokens that it pushed where it started and stopped in the block's text."""
    before, count = state.pos, len(state.tokens)
    matched = rule(state, silent)
    if matched and not silent:
        for token in state.tokens[count:]:
            if token.type != "text" and "start" not in token.meta:
                token.meta = {"start": before, "end": state.pos}
    return matched


def _normalize_breaks(source: str) -> str:
    return source.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def _blank_unseen(source: str, comments: tuple[Comment, ...]) -> str:
    """Return the source at its length with front matter, comments and layout made invisible.

    Non-breaking and other odd spaces become plain ones: as indents and at line ends people mean nothing by them.
    """
    parts: list[str] = []
    end = 0
    for comment in comments:
        parts += [source[end : comment.start], _hide(source[comment.start : comment.end], _UNSEEN)]
        end = comment.end
    visible = "".join([*parts, source[end:]])
    visible = re.sub(
        rf"^[ \t]*{_UNSEEN}+[ \t]*$", lambda match: " " * len(match[0]), visible, flags=re.MULTILINE
    )
    visible = re.sub(r"[^\S\r\n\t ]", " ", visible)
    visible = FRONT_MATTER.sub(lambda match: _hide(match[0], " "), visible, count=1)
    visible = _LAYOUT_LINES.sub(lambda match: _hide(match[0], " "), visible)
    return _ATTRIBUTES.sub(lambda match: _hide(match[0], _UNSEEN), visible)


def _hide(text: str, filler: str) -> str:
    return re.sub(r"[^\r\n]", filler, text)


def _find_blocks(
    tokens: list[Token],
    source: str,
    line_starts: tuple[int, ...],
    read_inline: Callable[[MappedText], Iterator[Stretch]],
) -> Iterator[Block]:
    kind: BlockKind = "paragraph"
    level = 1
    lists = 0
    rows = 0
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists -= 1
        elif token.type == "list_item_open":
            kind, level = "item", lists
        elif token.type == "list_item_close":
            kind, level = "paragraph", max(lists, 1)
        elif token.type == "heading_open":
            kind, level = "heading", int(token.tag[1])
        elif token.type == "tr_open" and token.map is not None:
            rows += 1
            start, end = line_starts[token.map[0]], line_starts[token.map[0] + 1]
            yield from (Block("row", cell) for cell in _read_row(source, start, end, read_inline))
        elif token.type == "table_close":
            rows = 0
        elif token.type == "inline" and not rows:
            content = _lay_content(token, source, line_starts)
            look = _find_look(token.content) if kind == "paragraph" else None
            yield Block(kind, tuple(read_inline(content)), level=level, look=look)
            kind, level = "paragraph", max(lists, 1)
        elif token.type == "html_block" and token.map is not None and not _PREFORMATTED.match(token.content):
            last = min(token.map[1], len(line_starts) - 1)
            yield from read_html_part(source, line_starts[token.map[0]], line_starts[last])[0]


def _find_look(content: str) -> Hashable:
    """Return how a paragraph is set that is nothing but emphasis, None for any other."""
    emphasis = _EMPHASIZED.fullmatch(content.strip())
    if emphasis is None:
        return None
    return emphasis["mark"], content.upper() == content, content.rstrip(" *_").endswith(":")


def _lay_content(token: Token, source: str, line_starts: tuple[int, ...]) -> MappedText:
    """Lay the text of a block on its source lines: each line of it ends where its source line ends."""
    assert token.map is not None
    origins: list[int] = []
    origin = line_starts[token.map[0]]
    heading = token.content if "\n" not in token.content else None
    for number, text in enumerate(token.content.split("\n"), start=token.map[0]):
        start, end = line_starts[number], line_starts[number + 1]
        line = source[start:end].rstrip().replace("\0", "\ufffd")
        bare = text.strip()
        if not line.endswith(bare) and heading is not None:
            line = _cut_closing_marks(line)
        first = start + len(line) - len(bare) - (len(text) - len(text.lstrip()))
        origins.extend(range(first, first + len(text)))
        origin = max(first + len(text), start)
        origins.append(origin)
    return MappedText(token.content, origins)


def _cut_closing_marks(line: str) -> str:
    """Return a heading's line without the `##` that may close it."""
    bare = line.rstrip("#")
    return bare.rstrip(" \t") if bare.endswith((" ", "\t")) else line


def _read_inline(
    parser: MarkdownIt, environment: MutableMapping[str, Any], content: MappedText
) -> Iterator[Stretch]:
    """Yield what a reader sees of a block; a line break within it is a stretch of its own."""
    tokens: list[Token] = []
    parser.inline.parse(content.text, parser, environment, tokens)
    cursor = 0
    skip_text = False
    struck = 0
    for token in tokens:
        start, end = token.meta.get("start", cursor), token.meta.get("end", cursor)
        struck += token.nesting if token.tag == "s" else 0
        if token.type == "text":
            end = cursor if skip_text else cursor + len(token.content)
            skip_text = False
        if struck and token.type not in _MARKERS:
            pass  # what is struck out is not said
        elif token.type == "text":
            yield from content.take(cursor, end)
        elif token.type == "link_open":
            # The text of an autolink is its address, shown normalised: take the source's own characters.
            skip_text = token.markup == "autolink"
            if skip_text and not struck:
                yield from content.take(start + 1, end - 1)
            end = end if skip_text else start + 1
        elif token.type in ("softbreak", "hardbreak"):
            yield content.cover("\n", start, end)
        elif token.type == "text_special":
            yield content.cover(token.content, start, end)
        elif token.type == "code_inline":
            yield from _read_code(content, start + len(token.markup), end - len(token.markup))
        elif token.type == "html_inline" and _LINE_BREAK_TAG.fullmatch(token.content):
            yield content.cover("\n", start, end)
        elif token.type == "html_inline" and _is_no_element(token.content):
            yield from content.take(start, end)
        elif token.nesting and "end" not in token.meta:
            end = cursor + len(token.markup)
        cursor = end


def _is_no_element(content: str) -> bool:
    tag = _TAG.fullmatch(content)
    return tag is not None and tag[1].lower() not in _ELEMENTS


def _read_code(content: MappedText, start: int, end: int) -> Iterator[Stretch]:
    text = content.text[start:end].replace("\n", " ")
    if text.startswith(" ") and text.endswith(" ") and text.strip(" "):
        start, end = start + 1, end - 1
    yield from content.take(start, end)


def _read_row(
    source: str, start: int, end: int, read_inline: Callable[[MappedText], Iterator[Stretch]]
) -> Iterator[tuple[Stretch, ...]]:
    """Yield the cells of a table's row."""
    for cell in re.finditer(r"(?:[^|\\\r\n]|\\.)+", source[start:end]):
        text = cell[0].strip()
        if text:
            first = start + cell.start() + cell[0].index(text)
            yield tuple(read_inline(MappedText(text, range(first, first + len(text) + 1))))
