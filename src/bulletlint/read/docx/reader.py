"""Read DOCX resumes: list paragraphs and typed marks, tables, text boxes, tracked changes as if accepted.

The XML is read as a stream with the standard library. python-docx was the other choice: it needs lxml (12 MB), takes
four times as long to import, and leaves out tracked insertions, text boxes and content controls.
"""

from __future__ import annotations

import re

from bulletlint.core.document import Block, Draft, LeftOut, Place, Stretch
from bulletlint.core.errors import ReadError
from bulletlint.read.docx.package import Package, open_package
from bulletlint.read.docx.paragraphs import WordParagraph, read_paragraphs
from bulletlint.read.docx.styles import StyleSheet, find_heading_level, find_list_depth, read_styles
from bulletlint.read.headings import Looks, rank_headings
from bulletlint.read.parse_traits import find_docx_traits

#: Characters of a paragraph in a heading style that is a heading, at most: some people set whole bullets in one.
_LONGEST_HEADING = 120
#: Bytes of all headers and footers that are looked at.
_LARGEST_MARGINS = 2_000_000
#: Words of a header that is a page's number ("Page 1 of 2", on the first page and on others), at most.
_WORD, _PAGE_NUMBER = re.compile(r"[^\W\d_]{2,}"), 4


def read_docx(content: bytes) -> Draft:
    """Return the blocks of a DOCX file; `paragraph` counts every paragraph from 1, in the order in which they begin.

    Empty paragraphs and those in tables and text boxes count; headers and footers are named in a note and, as notes at
    the foot of a page, not read.

    Raises ReadError for a file that is password-protected, damaged, no DOCX file, or made to do harm.
    """
    package = open_package(content)
    main = package.find("", "officeDocument", "word/document.xml")
    document = package.read(main)
    if document is None:
        raise ReadError("is a zip archive without a Word document; save the resume as .docx")
    folder = main.rpartition("/")[0]
    sheet = read_styles(
        package.read(package.find(main, "styles", f"{folder}/styles.xml")),
        package.read(package.find(main, "numbering", f"{folder}/numbering.xml")),
    )
    paragraphs = read_paragraphs(document, sheet)
    blocks = [_make_block(paragraph, sheet) for paragraph in paragraphs]
    ranks = rank_headings([(paragraph.text, _find_looks(paragraph)) for paragraph in paragraphs])
    styled = any(block.kind == "heading" for block in blocks)
    blocks = [
        _promote(block, rank, styled=styled) if rank is not None and block.kind == "paragraph" else block
        for block, rank in zip(blocks, ranks, strict=True)
    ]
    notes = [] if blocks else ["the file has no text; text inside pictures cannot be read"]
    margins = _read_margins(package, folder, sheet)
    words = sum(len(_WORD.findall(text)) for text in margins)
    if words > _PAGE_NUMBER:
        notes.append(
            f"{words} words in the page header or footer are left out; many parsers do not read them either"
        )
    unread = tuple(LeftOut(text, "page header or footer", Place(), listed=False) for text in margins)
    return Draft(
        tuple(blocks),
        notes=tuple(notes),
        unmarked=True,
        traits=tuple(find_docx_traits(document)),
        unread=unread,
    )


def _read_margins(package: Package, folder: str, sheet: StyleSheet) -> list[str]:
    """Return the lines of the page headers and footers; a damaged one says nothing."""
    lines: list[str] = []
    size = 0
    for name in sorted(package.parts):
        if re.fullmatch(rf"{re.escape(folder)}/(?:header|footer)\d*\.xml", name) is None:
            continue
        size += package.parts[name].file_size
        if size > _LARGEST_MARGINS:
            break
        try:
            paragraphs = read_paragraphs(package.read(name) or b"", sheet)
        except ReadError:
            continue
        lines += (" ".join(paragraph.text.split()) for paragraph in paragraphs)
    return [line for line in lines if line]


def _make_block(paragraph: WordParagraph, sheet: StyleSheet) -> Block:
    text = paragraph.text
    stretches = (Stretch(text, None, None),)
    style = sheet.resolve(paragraph.style)
    level = paragraph.outline or find_heading_level(style)
    if level is not None and len(text) <= _LONGEST_HEADING:
        return Block("heading", stretches, level=level, paragraph=paragraph.number)
    depth = _find_depth(paragraph, sheet)
    if depth is not None:
        return Block("item", stretches, level=depth, paragraph=paragraph.number)
    look = (paragraph.style, _find_looks(paragraph), text.rstrip().endswith(":"))
    return Block("paragraph", stretches, paragraph=paragraph.number, look=look)


def _find_depth(paragraph: WordParagraph, sheet: StyleSheet) -> int | None:
    """Return the list depth of a paragraph, None for one that is in no list."""
    style = sheet.resolve(paragraph.style)
    number = style.number if paragraph.list_number is None else paragraph.list_number
    if number == "0":
        return None
    if number is not None:
        inherited = max(style.depth or 1, find_list_depth(style) or 1)
        return None if number in sheet.unmarked else paragraph.depth or inherited
    return find_list_depth(style)


def _find_looks(paragraph: WordParagraph) -> Looks:
    return Looks(paragraph.size / 2, not paragraph.plain, paragraph.caps, paragraph.ruled)


def _promote(block: Block, rank: int, *, styled: bool) -> Block:
    """Make a heading of a paragraph that looks like one; below the styled ones where the file has such."""
    return Block("heading", block.stretches, level=rank + 2 if styled else rank, paragraph=block.paragraph)
