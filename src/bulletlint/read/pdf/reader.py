"""Read PDF resumes: the text layer with columns kept apart, wrapped lines joined, and a page and box for each word."""

from __future__ import annotations

from bulletlint.core.document import Draft
from bulletlint.read.pdf.blocks import make_blocks
from bulletlint.read.pdf.characters import PdfText, read_characters
from bulletlint.read.pdf.guard import read_guarded
from bulletlint.read.pdf.lines import find_lines
from bulletlint.read.pdf.streams import measure_work

#: Bytes of operators from which on a file is read in a process of its own.
_MOST_WORK = 40_000_000


def read_pdf(content: bytes) -> Draft:
    """Return the blocks of a PDF file; boxes are (left, top, right, bottom) in points from the page's top left.

    Raises ReadError for a file that is password-protected, damaged, or has no text layer.
    """
    text = read_text_layer(content)
    lines = find_lines(text.pages)
    blocks = make_blocks(lines, [page.height for page in text.pages], hyphenated=text.hyphenated)
    columns = ("columns",) if any(line.beside for line in lines) else ()
    return Draft(blocks, notes=text.notes, unmarked=True, traits=(*columns, *text.traits))


def read_text_layer(content: bytes) -> PdfText:
    """Return the text layer of a PDF file.

    Raises ReadError for a file that is password-protected, damaged, without text that can be read, or made to
    take much time.
    """
    if measure_work(content) > _MOST_WORK:
        return read_guarded(content)
    return read_characters(content)
