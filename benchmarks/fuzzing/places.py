"""Look at the places of what was read, by another way than the readers': the words of a bullet must stand there."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from bulletlint.core.document import Bullet, Document
from bulletlint.core.places import find_line_starts, find_place

_WORD = re.compile(r"[^\W_]{2,}")
_LINES = re.compile(r"\r\n|\r|\n")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

#: Pieces of a bullet whose words are looked for by line and column: each takes as long as the bullet has pieces.
_LOOKED = 50


_GONE = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "sectPr", "rt", "instrText", "delText"))
_STRUCK = ("vanish", "strike", "dstrike")
_TEXT = frozenset((f"{_W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"))
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


class WrongPlaceError(Exception):
    """A bullet whose text is not what stands at its place."""


def check_places(document: Document, content: bytes) -> None:
    """Raise WrongPlaceError unless every bullet says what stands at its place in its file."""
    for bullet in document.bullets:
        if bullet.text != "".join(stretch.text for stretch in bullet.stretches):
            raise WrongPlaceError(f"{bullet.text!r} is not what its stretches say")
        if not bullet.text or bullet.text.strip() != bullet.text:
            raise WrongPlaceError(f"{bullet.text!r} has space at its ends, or nothing in between")
    if document.source:
        check_source(document)
    elif document.format == "docx":
        check_paragraphs(document, content)
    else:
        check_boxes(document)


def check_source(document: Document) -> None:
    """Check stretches against the source, and each word that stands in it as it is read by its line and column."""
    starts = find_line_starts(document.source)
    # The lines are cut here once more, so that the place is not checked by what made it.
    lines = _LINES.split(document.source)
    for bullet in document.bullets:
        offset = 0
        looked = 0
        for stretch in bullet.stretches:
            first, last = stretch.start, stretch.end
            offset += len(stretch.text)
            if first is None or last is None:
                continue
            if not 0 <= first <= last <= len(document.source):
                raise WrongPlaceError(f"{stretch} stands outside of the file")
            there = document.source[first:last]
            if not stretch.linear or len(there) < 2:
                continue
            # White space may stand for anything (a tie, a brace), a mark for a mark (a colon for the closing brace of
            # a title); a zero byte is shown as a replacement.
            pairs = zip(there, stretch.text, strict=True)
            if not all(
                one in (other, "\0") or other.isspace() or not (one.isalnum() or other.isalnum())
                for one, other in pairs
            ):
                raise WrongPlaceError(f"{stretch.text!r} stands for {there!r}")
            looked += 1
            if looked <= _LOOKED:
                check_words(bullet, stretch.text, offset - len(stretch.text), starts, lines)


def check_words(bullet: Bullet, text: str, offset: int, starts: tuple[int, ...], lines: list[str]) -> None:
    """Check the first and last word of a stretch by the lines of the file."""
    words = list(_WORD.finditer(text))
    for word in (*words[:1], *words[-1:]):
        place = find_place(bullet, starts, offset + word.start(), offset + word.end())
        if place.line is None or place.column is None or place.end_line != place.line:
            raise WrongPlaceError(f"{word.group()!r} has the place {place}")
        line = lines[place.line - 1]
        there = line[place.column - 1 : (place.end_column or 0) - 1]
        if there != word.group():
            raise WrongPlaceError(f"{word.group()!r} is said to stand where {there!r} does, at {place.line}")


def check_paragraphs(document: Document, content: bytes) -> None:
    """Check that a bullet of a DOCX file begins with words of its paragraph, counted by another reader of XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "word/document.xml" not in archive.namelist():
            return
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    texts = ["".join(iterate_text(paragraph)) for paragraph in iterate_paragraphs(root)]
    for bullet in document.bullets:
        number = bullet.paragraph or 0
        if not 1 <= number <= len(texts):
            raise WrongPlaceError(f"{bullet.text!r} is said to stand in paragraph {number} of {len(texts)}")
        word = _WORD.search(bullet.text)
        if word and word.group() not in texts[number - 1]:
            raise WrongPlaceError(f"{word.group()!r} is said to stand in {texts[number - 1][:200]!r}")


def iterate_text(element: ElementTree.Element) -> Iterator[str]:
    """Yield the text of a paragraph that stands where text belongs, none of another paragraph within it."""
    if element.tag in _TEXT and element.text:
        yield element.text
    versions = 0
    for child in element:
        if child.tag in (f"{_MC}Choice", f"{_MC}Fallback") and element.tag == f"{_MC}AlternateContent":
            versions += 1  # only the first is read
        if versions <= 1 and child.tag != f"{_W}p" and child.tag not in _GONE and not is_hidden(child):
            yield from iterate_text(child)
        if element.tag in _TEXT and child.tail:
            yield child.tail


def is_hidden(run: ElementTree.Element) -> bool:
    """Tell whether a run's text is hidden or struck through."""
    looks = run.find(f"{_W}rPr") if run.tag == f"{_W}r" else None
    marks = [each for name in _STRUCK for each in looks.iterfind(f"{_W}{name}")] if looks is not None else []
    return any(mark.get(f"{_W}val", "1") not in ("0", "false", "off") for mark in marks)


def iterate_paragraphs(
    element: ElementTree.Element, chosen: list[bool] | None = None
) -> Iterator[ElementTree.Element]:
    """Yield the paragraphs in the order in which they begin, of two versions of a piece the first, none that is gone.

    `chosen` holds for the innermost choice around whether a version of it has been met.
    """
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag in (f"{_MC}Choice", f"{_MC}Fallback") and chosen:
            if chosen[-1]:
                continue
            chosen[-1] = True
        if child.tag == f"{_W}p":
            yield child
        if child.tag == f"{_MC}AlternateContent":
            yield from iterate_paragraphs(child, [*(chosen or ()), False])
        else:
            yield from iterate_paragraphs(child, chosen)


def check_boxes(document: Document) -> None:
    """Check that the box of every piece of a PDF file has its corners in order, on a page that there is."""
    for bullet in document.bullets:
        for stretch in bullet.stretches:
            if stretch.page is None or stretch.page < 1:
                raise WrongPlaceError(f"{stretch} stands on no page")
            if stretch.box is not None:
                left, top, right, bottom = stretch.box
                if not (left <= right and top <= bottom):
                    raise WrongPlaceError(f"{stretch} has a box turned over")
