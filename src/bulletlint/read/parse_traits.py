"""What in a file would trip over the parser of a recruiter's system: columns, pictures, icons, headings, glyphs.

Traits are asked of the formats that people send: PDF, DOCX and HTML. Each has a name:
columns, pictures, empty-page, contact, headings, glyphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletlint.core.document import Block, Bullet, Draft
from bulletlint.read.bullets.section_headings import find_section
from bulletlint.read.bullets.section_words import SectionWords

FORMATS = frozenset({"pdf", "docx", "html"})
_REACHABLE = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+\d[\d\s().-]{6,}\d|\b\d{3}[\s.-]\d{3}[\s.-]\d{3,4}\b")
#: Characters that only their font gives a meaning, and the one that stands for an unknown one.
_GLYPHS = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]|\\(cid:\\d+\\)")
_ROW = re.compile(r"<tr\b.*?</tr>", re.IGNORECASE | re.DOTALL)
_FULL_CELL = re.compile(r"<t[dh]\b(?:(?!<t[dh]\b|</tr>).)*?<(?:h[1-6]|ul|ol)\b", re.IGNORECASE | re.DOTALL)
_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_SMALL_PICTURE = re.compile(r"\b(?:width|height)\s*=\s*[\"']?\d{1,2}\b", re.IGNORECASE)
_WORDED = re.compile(r"\balt\s*=\s*[\"'][^\"']*\w", re.IGNORECASE)
#: Bullets and words from which on a file is a resume, and words of one that holds no text to speak of.
_FEWEST_BULLETS, _FEWEST_WORDS = 2, 25
_DOCX_ROW = re.compile(rb"<w:tr[ >](?:(?!<w:tr[ >]).)*?</w:tr>", re.DOTALL)
_DOCX_BOX = re.compile(rb"<w:txbxContent\b.*?</w:txbxContent>", re.DOTALL)
#: A paragraph with text; one that is a heading or in a list.
_DOCX_TEXT = re.compile(rb"<w:p[ >](?:(?!</w:p>).)*?<w:t[ >]", re.DOTALL)
_DOCX_MARKED = re.compile(rb"<w:numPr\b|<w:pStyle w:val=\"(?:Heading|List)", re.IGNORECASE)
#: Paragraphs with text of a box, and of a cell, that is a column beside another.
_FEWEST_IN_BOX, _FEWEST_IN_CELL = 3, 2
#: Bytes of a part of a DOCX file that is looked at.
_LARGEST = 4_000_000


def find_traits(
    draft: Draft, format_name: str, bullets: Sequence[Bullet], known: SectionWords
) -> tuple[str, ...]:
    """Return the names of the traits of a file in a format that people send: what its reader saw, and what is said."""
    if format_name not in FORMATS:
        return ()
    found = {*draft.traits}
    if len(bullets) >= _FEWEST_BULLETS:
        shown = [block.text for block in draft.blocks if block.kind != "comment"]
        if not any(_REACHABLE.search(text) for text in shown):
            found.add("contact")
        if any(_is_unknown(bullet.section, known) for bullet in bullets):
            found.add("headings")
        if any(_GLYPHS.search(text) for text in shown):
            found.add("glyphs")
    return tuple(sorted(found))


def _is_unknown(section: str | None, known: SectionWords) -> bool:
    return section is not None and find_section(section, known, whole=False) is None


def find_html_traits(source: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the traits of an HTML file that its mark-up shows."""
    if any(len(_FULL_CELL.findall(row[0])) > 1 for row in _ROW.finditer(source)):
        yield "columns"
    pictures = [one[0] for one in _PICTURE.finditer(source) if not _SMALL_PICTURE.search(one[0])]
    if any(not _WORDED.search(picture) for picture in pictures):
        yield "pictures"
    if pictures and sum(len(block.text.split()) for block in blocks) < _FEWEST_WORDS:
        yield "empty-page"


def find_docx_traits(document: bytes) -> Iterator[str]:
    """Yield the traits that the main part of a DOCX file shows, in as much of it as is looked at."""
    document = document[:_LARGEST]
    boxes = (len(_DOCX_TEXT.findall(box[0])) for box in _DOCX_BOX.finditer(document))
    if (
        re.search(rb'<w:cols\b[^>]*\bw:num="[2-9]"', document)
        or any(_count_full_cells(row[0]) > 1 for row in _DOCX_ROW.finditer(document))
        or any(paragraphs >= _FEWEST_IN_BOX for paragraphs in boxes)
    ):
        yield "columns"
    if b"<pic:blipFill" in document or b"<v:imagedata" in document:
        yield "pictures"


def _count_full_cells(row: bytes) -> int:
    """Return how many cells of a table's row hold several paragraphs, a list or heading among them."""
    return sum(
        len(_DOCX_TEXT.findall(cell)) >= _FEWEST_IN_CELL and _DOCX_MARKED.search(cell) is not None
        for cell in row.split(b"<w:tc>")[1:]
    )
