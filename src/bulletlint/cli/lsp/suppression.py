"""A suppression written into a resume: the comment of its format, tried where it may stand, and read again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from bulletlint.core.document import Document
from bulletlint.core.errors import ReadError
from bulletlint.core.places import find_line_end, find_line_starts, find_place
from bulletlint.core.settings import Settings
from bulletlint.edit.patch import Edit, apply_edits
from bulletlint.lint.source import choose_options

#: What stands in the place of the reason until the writer gives it.
REASON = "reason"
#: How a comment is written behind the words of a bullet.
_BEHIND: Mapping[str, str] = {
    "markdown": " <!-- {} -->",
    "html": " <!-- {} -->",
    "latex": " % {}",
    "typst": " // {}",
    "yaml": " # {}",
    "plain": " <!-- {} -->",
}
#: How a comment is written on a line of its own.
_ALONE: Mapping[str, str] = {
    "markdown": "<!-- {} -->",
    "latex": "% {}",
    "typst": "// {}",
    "yaml": "# {}",
    "rst": ".. {}",
    "org": "# {}",
    "plain": "# {}",
}


def find_suppressions(
    document: Document, number: int, codes: Sequence[str], settings: Settings
) -> dict[str, Edit]:
    """Return by each code the edit that silences it for a bullet with the reason left open; empty where none is safe.

    Every candidate is read again: the bullets must be the same, and the comment must be seen as one. Once for all
    codes, since which of them a comment names changes nothing in that.
    """
    places = {code: list(list_candidates(document, number, code)) for code in dict.fromkeys(codes)}
    for edits in zip(*places.values(), strict=True):
        if is_safe(document, edits[0], settings):
            return dict(zip(places, edits, strict=True))
    return {}


def list_candidates(document: Document, number: int, code: str) -> Iterator[Edit]:
    """Yield edits that may silence a rule: behind the bullet, at the end of its line, on a line of its own."""
    bullet = document.bullets[number]
    line_starts = find_line_starts(document.source)
    place = find_place(bullet, line_starts, 0, len(bullet.text))
    last = bullet.stretches[-1].end
    if place.line is None or place.end_line is None or last is None:
        return
    wrap = "{{/* {} */}}" if PurePath(document.path).suffix.lower() == ".mdx" else None
    words = f"bulletlint: ignore {code} {REASON}"
    behind = " " + wrap if wrap else _BEHIND.get(document.format)
    if behind:
        end = find_line_end(document.source, line_starts, place.end_line)
        # A comment that ends may stand right behind the words, one that takes the rest of its line only at its end.
        if "-->" in behind or wrap:
            yield Edit(last, last, behind.format(words))
        yield Edit(end, end, behind.format(words))
    alone = wrap or _ALONE.get(document.format)
    if alone:
        line = place.line
        if document.format == "yaml" and line > 1 and opens_block(document.source, line_starts, line - 1):
            line -= 1  # no line of a block is a comment
        start = line_starts[line - 1]
        indent = document.source[start:]
        indent = indent[: len(indent) - len(indent.lstrip(" \t"))]
        comment = alone.format(words.replace("ignore", "ignore-next"))
        for before in dict.fromkeys((indent, "")):
            yield Edit(start, start, f"{before}{comment}\n")
            yield Edit(start, start, f"{before}{comment}\n\n")


def opens_block(source: str, line_starts: tuple[int, ...], line: int) -> bool:
    """Tell whether the text that a line of YAML begins stands in the lines below it."""
    words = source[line_starts[line - 1] : find_line_end(source, line_starts, line)]
    return re.search(r"(?:^|\s)[|>][-+\d]*\s*(?:#.*)?$", words) is not None


def is_safe(document: Document, edit: Edit, settings: Settings) -> bool:
    """Tell whether a text with the edit has the same bullets, and one directive more."""
    from bulletlint.read import read_bytes

    content = apply_edits(document.source, [edit]).encode("utf-8", "surrogatepass")
    try:
        (read, *_) = read_bytes(content, name=document.path, options=choose_options(settings))
    except ReadError:
        return False
    bullets = [replace(bullet, stretches=()) for bullet in read.bullets]
    same = bullets == [replace(bullet, stretches=()) for bullet in document.bullets]
    return same and count_directives(read) == count_directives(document) + 1


def count_directives(document: Document) -> int:
    """Return how many comments of a document speak to bulletlint."""
    return sum("bulletlint:" in comment.text for comment in document.comments)
