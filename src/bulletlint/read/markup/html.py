"""HTML as blocks with exact places.

The scanner is our own: lxml and selectolax give at best a line for an element and nothing for a character, and the
standard library's parser, which has places, takes quadratic time over comments that are never closed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from bulletlint.core.document import Block, BlockKind, Comment, Draft, Stretch
from bulletlint.core.places import slice_in_order
from bulletlint.read.bullets.section_headings import find_section
from bulletlint.read.bullets.section_words import load_section_words
from bulletlint.read.markup.side_by_side import stands_side_by_side
from bulletlint.read.parse_traits import find_html_traits
from bulletlint.read.plain import read_plain

_TAG_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_TAG_STOP = re.compile(r"[\"'<>]")
#: Characters in which a quoted attribute value must close to hold "<" or ">".
_LONGEST_VALUE = 2000
_ENTITY = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
_SPACES = re.compile(r"\s+")
_HIDDEN_ATTRIBUTE = re.compile(
    r"\s(?:hidden(?=[\s/>=])|aria-hidden\s*=\s*[\"']?true|style\s*=\s*[\"'][^\"'>]*display\s*:\s*none)",
    re.IGNORECASE,
)

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_LISTS = frozenset("ul ol menu dir".split())
_CELLS = frozenset("td th".split())
#: Elements that begin and end a block of text.
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form"
    " header hgroup hr html legend main p pre section summary table tbody thead tfoot tr caption".split()
)
#: Elements whose content is no text at all, and those whose text nobody reads as part of a resume.
_RAW = frozenset("script style title textarea xmp iframe noembed noframes".split())
_UNREAD = frozenset("head svg math template noscript nav button select object audio video canvas map".split())
#: Elements within a line, and those of them that set their text bold.
_INLINE = frozenset("a abbr b em i small span strong time u".split())
_BOLD = frozenset("b strong".split())
_CLASS = re.compile(r"\bclass\s*=\s*[\"']?([^\"'>]{1,100})")
#: Lines parted by breaks alone that are read as plain text is, at least; and the mark of such a line.
_FEWEST_LINES = 4
_TYPED = re.compile(r"\s*[-*•–·]\s*[\w“(]")
#: A cell that holds elements of its own, behind another one; and the level of the heading that names it.
_LAID_OUT = re.compile(
    r"\s*<t[dh]\b[^<>]*>\s*(?:<(?:tr|tbody)\b[^<>]*>\s*)*<(?:table|ul|ol|dl|div|p|h[1-6]|article|section|b|strong)\b",
    re.IGNORECASE,
)
_LABEL_LEVEL = 2
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


@dataclass(slots=True)
class _Page:
    """What has been read so far and where in the page's structure the reading stands."""

    source: str
    blocks: list[Block] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    depth: int = 0
    heading: int | None = None
    begins_item: bool = False
    cell: bool = False
    cells: int = 0
    preformatted: bool = False
    element: tuple[str, str] = ("", "")
    bold: int = 0
    plain: bool = False
    closed: int = -1
    unclosed: set[str] = field(default_factory=set)


def read_html(source: str) -> Draft:
    """Read an HTML source; offsets are characters in it."""
    blocks, comments = read_html_part(source, 0, len(source))
    # Pages without a single list put each statement in an element of its own.
    unmarked = all(block.kind != "item" for block in blocks)
    traits = [*find_html_traits(source, blocks), *(["columns"] if stands_side_by_side(source) else [])]
    return Draft(blocks, comments, unmarked=unmarked, traits=tuple(dict.fromkeys(traits)))


def read_html_part(source: str, start: int, end: int) -> tuple[tuple[Block, ...], tuple[Comment, ...]]:
    """Read the HTML between two offsets of a source in another format; return its blocks and comments."""
    page = _Page(source)
    position = start
    while position < end:
        opening = source.find("<", position, end)
        if opening < 0:
            opening = end
        if opening > position:
            _read_text(page, position, opening)
        position = opening if opening == end else _read_mark(page, opening, end)
    _end_block(page)
    return tuple(page.blocks), tuple(page.comments)


def _read_mark(page: _Page, start: int, end: int) -> int:
    """Read a comment, a declaration or a tag; return where the text goes on."""
    source = page.source
    if source.startswith("<!--", start):
        close = source.find("-->", start + 4, end)
        stop = end if close < 0 else close + 3
        page.comments.append(Comment(source[start + 4 : end if close < 0 else close].strip(), start, stop))
        return stop
    if source.startswith(("<!", "<?"), start):
        close = source.find(">", start, end)
        return end if close < 0 else close + 1
    name = _TAG_NAME.match(source, start, end)
    if name is None:
        page.stretches.append(Stretch("<", start, start + 1))
        return start + 1
    stop = _find_tag_end(source, name.end(), end)
    tag = name[1].lower()
    if source[start + 1] == "/":
        if tag in _CELLS and _labels_cell(page, stop):
            page.heading = page.heading or _LABEL_LEVEL
        _close_element(page, tag)
        page.heading = None if tag in _CELLS else page.heading
        page.closed = stop if tag in _INLINE else -1
        return stop
    attributes = source[name.end() : stop]
    hidden = len(attributes) > 1 and tag not in _VOID and _HIDDEN_ATTRIBUTE.search(attributes) is not None
    if tag in _RAW or tag in _UNREAD or hidden:
        return stop if attributes.endswith("/>") else _skip_element(page, tag, stop, end)
    if tag in _INLINE and page.closed == start and page.stretches and _are_apart(page, attributes, stop):
        # Two set apart by their style alone: `<span class="org">Acme</span><span class="date">2019</span>`.
        page.stretches.append(Stretch(" ", start, start))
    _open_element(page, tag, start, stop)
    if tag in _BLOCKS or tag in _CELLS:
        named = _CLASS.search(attributes)
        page.element = (tag, named[1] if named is not None else "")
    return stop


def _are_apart(page: _Page, attributes: str, stop: int) -> bool:
    """Tell whether an element right behind another one begins a word, by its class, a capital or a digit."""
    last, first = page.stretches[-1].text[-1:], page.source[stop : stop + 1]
    return _CLASS.search(attributes) is not None or last.islower() and (first.isupper() or first.isdigit())


def _find_tag_end(source: str, position: int, end: int) -> int:
    """Return where a tag ends; a ">" in a quoted value does not end it, a "<" ends one that was never closed."""
    while True:
        stop = _TAG_STOP.search(source, position, end)
        if stop is None:
            return end
        if stop[0] in "<>":
            return stop.start() if stop[0] == "<" else stop.end()
        close = source.find(stop[0], stop.end(), min(end, stop.end() + _LONGEST_VALUE))
        position = stop.end() if close < 0 else close + 1


def _skip_element(page: _Page, tag: str, start: int, end: int) -> int:
    """Return where an element that nobody reads ends; one inside of it with the same name ends first."""
    source, depth = page.source, 1
    if tag in page.unclosed:
        return start
    pattern = re.compile(rf"<(/?){re.escape(tag)}\b", re.IGNORECASE)
    for match in pattern.finditer(source, start, end):
        depth += -1 if match[1] else (0 if tag in _RAW else 1)
        if depth == 0:
            close = source.find(">", match.end(), end)
            return end if close < 0 else close + 1
    # Never closed: a `<head>` ends where the body begins, anything else hides nothing but its own tag.
    page.unclosed.add(tag)
    if tag == "head":
        body = re.compile(r"<body\b", re.IGNORECASE).search(source, start, end)
        return body.start() if body is not None else start
    return end if tag in _RAW else start


def _open_element(page: _Page, tag: str, start: int, stop: int) -> None:
    if tag == "br":
        page.stretches.append(Stretch("\n", start, stop))
    elif tag in _BOLD:
        page.bold += 1
    elif tag in _HEADINGS:
        _end_block(page)
        page.heading = int(tag[1])
    elif tag in _LISTS:
        _end_block(page)
        page.depth += 1
        page.begins_item = False
    elif tag == "li":
        _end_block(page)
        page.begins_item = True
    elif tag in _CELLS:
        _end_block(page)
        page.cell = True
        page.cells += 1
    elif tag in _BLOCKS:
        _end_block(page)
        page.preformatted = page.preformatted or tag == "pre"
        page.cells = 0 if tag == "tr" else page.cells


def _close_element(page: _Page, tag: str) -> None:
    if tag in _BOLD:
        page.bold = max(page.bold - 1, 0)
    elif tag in _HEADINGS:
        _end_block(page)
        page.heading = None
    elif tag in _LISTS:
        _end_block(page)
        page.depth = max(page.depth - 1, 0)
        page.begins_item = False
    elif tag == "li":
        _end_block(page)
        page.begins_item = False
    elif tag in _CELLS or tag in _BLOCKS:
        _end_block(page)
        page.cell = page.cell and tag not in _CELLS
        page.preformatted = page.preformatted and tag != "pre"


def _labels_cell(page: _Page, stop: int) -> bool:
    """Tell whether the first cell of a row, which ends at an offset, names the section that the next one holds."""
    if page.cells != 1 or not page.stretches or _LAID_OUT.match(page.source, stop) is None:
        return False
    text = "".join(stretch.text for stretch in page.stretches)
    return find_section(text.strip(), load_section_words(), whole=True) is not None


def _read_lines(page: _Page) -> Iterator[Block]:
    """Yield the blocks of preformatted lines, read as plain text is."""
    text = "".join(stretch.text for stretch in page.stretches)
    blocks = read_plain(text).blocks
    spans = [(stretch.start or 0, stretch.end or 0) for block in blocks for stretch in block.stretches]
    parts = slice_in_order(page.stretches, spans)
    for block in blocks:
        yield replace(
            block,
            stretches=tuple(
                chain.from_iterable(_lay_back(stretch, next(parts)) for stretch in block.stretches)
            ),
        )


def _lay_back(stretch: Stretch, parts: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Return a stretch of a page's own text where it stands in the source: in parts, where tags lie between."""
    return parts if stretch.linear else (replace(stretch, start=parts[0].start, end=parts[-1].end),)


def _has_break(stretches: Iterable[Stretch]) -> bool:
    return any("\n" in stretch.text for stretch in stretches)


def _stands_in_lines(page: _Page) -> bool:
    """Tell whether breaks alone part several lines, some of which have typed marks."""
    if page.heading is not None or page.begins_item or page.cell:
        return False
    if sum(stretch.text == "\n" for stretch in page.stretches) < _FEWEST_LINES:
        return False
    lines = "".join(stretch.text for stretch in page.stretches).split("\n")
    return any(_TYPED.match(line) for line in lines)


def _end_block(page: _Page) -> None:
    """Make a block of the text since the last one, if there is any."""
    if not page.stretches:
        page.plain = False
        page.bold = 0 if page.heading is None else page.bold
        return
    if len(page.stretches) > 1 and _stands_in_lines(page) or page.preformatted and _has_break(page.stretches):
        page.blocks += _read_lines(page)
    elif any(not stretch.text.isspace() for stretch in page.stretches):
        kind: BlockKind = "paragraph"
        level = max(page.depth, 1)
        if page.heading is not None:
            kind, level = "heading", page.heading
        elif page.begins_item:
            kind = "item"
        elif page.cell:
            kind = "row"
        text = "".join(stretch.text for stretch in page.stretches)
        if kind != "item" or any(character.isalnum() for character in text):
            look = (*page.element, not page.plain, text.upper() == text) if kind == "paragraph" else None
            page.blocks.append(Block(kind, tuple(page.stretches), level=level, look=look))
            page.begins_item = False
    page.stretches.clear()
    page.plain = False
    if page.heading is None:
        page.bold = 0


def _read_text(page: _Page, start: int, end: int) -> None:
    source = page.source
    position = start
    page.plain = page.plain or not page.bold and not source[start:end].isspace()
    for entity in _ENTITY.finditer(source, start, end):
        text = html.unescape(entity[0])
        if text != entity[0]:
            page.stretches += _break_lines(page, position, entity.start())
            page.stretches.append(Stretch(text, entity.start(), entity.end()))
            position = entity.end()
    page.stretches += _break_lines(page, position, end)


def _break_lines(page: _Page, start: int, end: int) -> Iterator[Stretch]:
    """Yield a run of text; a line break in it is mere white space unless the text is preformatted."""
    if page.preformatted:
        if start < end:
            yield Stretch(page.source[start:end], start, end)
        return
    position = start
    for spaces in _SPACES.finditer(page.source, start, end):
        if "\n" not in spaces[0] and "\r" not in spaces[0]:
            continue
        if spaces.start() > position:
            yield Stretch(page.source[position : spaces.start()], position, spaces.start())
        yield Stretch(" ", spaces.start(), spaces.end())
        position = spaces.end()
    if position < end:
        yield Stretch(page.source[position:end], position, end)
