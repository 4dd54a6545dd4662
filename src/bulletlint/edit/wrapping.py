"""Long lines broken where the file itself breaks them, so that a rewrite looks as if it had been typed there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bulletlint.core.document import Bullet, Document
from bulletlint.core.wording import measure_width
from bulletlint.edit.patch import Edit

#: Formats whose text goes on over a line end.
WRAPPING = frozenset({"plain", "markdown", "latex", "html", "rst", "org", "typst", "yaml"})
#: Columns of a tab.
_TAB = 4
_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")
#: A line end that means more than a space: a hard break, a quotation, a comment.
_MEANT = re.compile(r"(?:  |\\)\r?\n|\n[ \t]*[>%#|]")
#: What would read as the mark of an item, a heading or a row at the beginning of a line.
_MARK = re.compile(r"[-+*•◦‣·–—>#|=~:%\\.</@]|(?:\d+|[A-Za-z]|[ivxIVX]+)[.)]+$|o$")
_WORD = re.compile(r"(?:⟨[^⟩]*⟩|\S)+|\s+")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a file breaks the lines of its bullets: the longest of them, in columns, and how the next line begins.

    `indents` map what stands before a bullet in its first line to what stands before its other lines; `hang` is by how
    many columns these begin further right than the first line does.
    """

    width: int
    indents: dict[str, str]
    hang: int
    newline: str


def find_wrapping(document: Document) -> Wrapping | None:
    """Return how a file breaks its lines, None if none of its bullets has several or the format knows no line ends."""
    if document.format not in WRAPPING:
        return None
    source = document.source
    width, hang = 0, 0
    indents: dict[str, str] = {}
    for bullet in document.bullets:
        span = find_span(bullet)
        if span is None or "\n" not in source[slice(*span)]:
            continue
        lines = source[source.rfind("\n", 0, span[0]) + 1 : span[1]].split("\n")
        width = max(width, *(measure_columns(line.rstrip()) for line in lines[:-1]))
        before = source[source.rfind("\n", 0, span[0]) + 1 : span[0]]
        indent = lines[1][: len(lines[1]) - len(lines[1].lstrip())]
        indents.setdefault(before, indent)
        hang = hang or measure_columns(indent) - measure_columns(before[: len(before) - len(before.lstrip())])
    newline = "\r\n" if "\r\n" in source else "\n"
    return Wrapping(width, indents, max(0, hang), newline) if width else None


def find_span(bullet: Bullet) -> tuple[int, int] | None:
    """Return the characters of the source from the first word of a bullet to its last."""
    first, last = bullet.stretches[0].start, bullet.stretches[-1].end
    return None if first is None or last is None else (first, last)


def wrap_edit(source: str, edit: Edit, wrapping: Wrapping, format: str) -> Edit:
    """Return an edit with its text broken as the file breaks its bullets; as it is where that is not safe.

    A bullet on one line is broken only if that line is no longer than those which the file breaks.
    """
    start = source.rfind("\n", 0, edit.start) + 1
    end = source.find("\n", edit.end)
    tail = source[edit.end : len(source) if end < 0 else end].rstrip()
    before, old = source[start : edit.start], source[edit.start : edit.end]
    if "\n" not in old and measure_columns(before + old + tail) > wrapping.width:
        return edit
    if _MEANT.search(old) or (format == "latex" and re.search(r"(?<!\\)%", edit.text)):
        return edit
    text = _BREAK.sub(" ", edit.text)
    lead = before[: len(before) - len(before.lstrip())]
    indent = wrapping.indents.get(before, lead + " " * wrapping.hang)
    if "\n" in old:
        following = old.split("\n")[1]
        indent = following[: len(following) - len(following.lstrip())]
    glued = re.match(r"\S*", tail)
    assert glued is not None
    lines = break_lines(
        text,
        wrapping.width,
        first=measure_columns(before),
        other=measure_columns(indent),
        glued=measure_columns(glued.group()),
    )
    return Edit(edit.start, edit.end, (wrapping.newline + indent).join(lines))


def break_lines(text: str, width: int, *, first: int, other: int, glued: int = 0) -> Iterator[str]:
    """Yield the lines of a text; `first` and `other` are the columns taken before the first and every other line.

    `glued` are the columns of what stands behind the last word without a space. A blank is never broken, and no line
    begins with what might be a mark.
    """
    parts = _WORD.findall(text)
    line, taken, space = "", first, ""
    for number, part in enumerate(parts):
        if part.isspace():
            space = part
            continue
        behind = glued if number == len(parts) - 1 else 0
        needed = measure_columns(space + part) + behind
        if line and space == " " and taken + needed > width and not _MARK.match(part):
            yield line
            line, taken = part, other + measure_columns(part)
        else:
            line, taken = line + space + part, taken + needed - behind
        space = ""
    yield line + space


def measure_columns(text: str) -> int:
    """Return how many columns a stretch of a line takes."""
    return measure_width(text.expandtabs(_TAB))


def wrap_edits(document: Document, edits: Mapping[int, Edit]) -> dict[int, Edit]:
    """Return the edits that change when they are broken as the file breaks its lines, by their number."""
    wrapping = find_wrapping(document)
    if wrapping is None:
        return {}
    wrapped = {
        number: wrap_edit(document.source, edit, wrapping, document.format) for number, edit in edits.items()
    }
    return {number: edit for number, edit in wrapped.items() if edit != edits[number]}
