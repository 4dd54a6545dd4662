"""Bullet marks that people type as text: which characters they are, and how a paragraph falls apart at them.

Separate from the readers because every format has them: a "•" in a Word paragraph, in an HTML `<p>` with `<br>`, in
a Markdown paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bulletlint.core.document import Block
from bulletlint.core.places import slice_in_order, slice_stretches

#: Marks that are never anything else: text may follow without a space. The last three are symbol-font bullets.
ROUND_MARKS = "•・･●▪◦‣∙■□◆◇❖➢➤►▶▸▹⁃✓✔✦★⦁⬤○▫◾◼\uf0b7\uf0a7\uf0d8"
#: Marks that need a space after them, being punctuation otherwise; those that also begin a figure ("~ 40 %", "> 90 %",
#: "– 2021" on a wrapped line) are none before a digit.
_DASHES = r"[-*](?!\s*(?:19|20)\d\d\b)|[–—―+>·~»›→⇒](?!\s*\d)|-{1,2}>|=>|\(cid:\d+\)"
_NUMBERS = r"\(?\d{1,2}[.)]|\(?[a-z]\)|\(?[ivx]{1,4}[.)]"
#: Emoji and the letters of flags; several may make up one, with a joiner between them that nobody sees. Digits on keys
#: ("1️⃣") are emoji, too.
_PICTURES = "\u2600-\u27bf\u2b05-\u2b55\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff"

#: A mark at the start of a line with the white space around it. Single letters are how Word exports hollow bullets and
#: those of the font Wingdings; a dash or an arrow may be glued to a word with a capital; a colon stands before what a
#: term is defined by, a job by its work; an emoji is a mark only of a longer line ("💼 Experience" is a heading).
MARK = re.compile(
    rf"[^\S\n]*(?:(?P<round>[{ROUND_MARKS}]+)[^\S\n]*|(?P<dash>{_DASHES})[^\S\n]+|(?P<box>\[[-*+xX ]\])[^\S\n]+"
    rf"|(?P<emoji>(?:(?:[{_PICTURES}]|[\d#*]\ufe0f?\u20e3)[\ufe0f\u200d]{{0,2}}){{1,7}})[^\S\n]+"
    rf"|(?P<letter>[o§Øüvqnl])(?:\t[^\S\n]*|[^\S\n]+(?=[A-Z]))|(?P<number>{_NUMBERS})[^\S\n]+"
    rf"|(?P<definition>:)[^\S\n]+(?=[A-Z])|(?P<glued>-{{0,2}}>|[-–—»→])(?=[A-Z][a-z]))(?=\S)"
)


#: Marks that make a line of a paragraph an item; and those that an item may begin with besides its own.
_LONE = frozenset({"round", "dash", "box", "letter", "definition", "glued"})
#: Words of a line of a paragraph that an emoji marks, at least.
_AFTER_EMOJI = 4
_DOUBLED = frozenset({"round", "box", "emoji"})


def find_mark_kind(mark: re.Match[str]) -> str:
    """Return which kind of mark was matched: round, dash, box, emoji, letter, number, definition or glued."""
    return next(kind for kind, text in mark.groupdict().items() if text is not None)


def split_glyph_items(blocks: Iterable[Block]) -> Iterator[Block]:
    """Turn lines that begin with a typed mark into items, and drop a doubled mark from items.

    Lines are told by the line breaks in the block's text; a line without a mark carries on the item above it.
    """
    for block in blocks:
        if block.kind in ("item", "paragraph", "row"):
            yield from _split_block(block)
        else:
            yield block


def _split_block(block: Block) -> Iterator[Block]:
    text = block.text
    marks = list(_find_marks(text, is_item=block.kind == "item"))
    if not marks:
        if text.strip():
            yield block
        return
    first = marks[0].start()
    if text[:first].strip():
        yield block.hold(slice_stretches(block.stretches, 0, first))
    indents = sorted({_measure_indent(mark) for mark in marks})
    outer = block.level if block.kind == "item" else 1
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    spans = [(mark.end(), end) for mark, end in zip(marks, ends, strict=False)]
    for mark, stretches in zip(marks, slice_in_order(block.stretches, spans), strict=True):
        yield replace(
            block, kind="item", level=outer + indents.index(_measure_indent(mark)), stretches=stretches
        )


def _find_marks(text: str, *, is_item: bool) -> Iterator[re.Match[str]]:
    """Yield the mark of each line that begins with one; that of an item's first line must be round or a box."""
    offset = 0
    for line in text.split("\n"):
        mark = MARK.match(text, offset, offset + len(line))
        doubled = is_item and offset == 0
        if mark is not None:
            kind = find_mark_kind(mark)
            lone = kind in _LONE or kind == "emoji" and len(line.split()) > _AFTER_EMOJI
            if kind in _DOUBLED if doubled else lone:
                yield mark
        offset += len(line) + 1


def _measure_indent(mark: re.Match[str]) -> int:
    return len(mark[0]) - len(mark[0].lstrip())
