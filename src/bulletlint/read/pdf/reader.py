"""Read PDF resumes: the text layer with columns kept apart, wrapped lines joined, and a page and box for each word."""

from __future__ import annotations

from bulletlint.core.document import Draft
from bulletlint.read.pdf.blocks import make_blocks
from bulletlint.read.pdf.characters import read_characters
from bulletlint.read.pdf.lines import find_lines


def read_pdf(content: bytes) -> Draft:
    """Return the blocks of a PDF file; boxes are (left, top, right, bottom) in points from the page's top left.

    Raises ReadError for a file that is protected by a password, damaged, or has no text layer.
    """
    text = read_characters(content)
    lines = find_lines(text.pages)
    blocks = make_blocks(lines, [page.height for page in text.pages], hyphenated=text.hyphenated)
    return Draft(blocks, notes=text.notes, unmarked=True)
