"""Read PDF resumes: the text layer with columns kept apart, wrapped lines joined, and a page and box for each word.

It runs in the process that `guard.py` starts.
"""

from __future__ import annotations

from bulletlint.core.document import Draft, LeftOut, Place
from bulletlint.read.pdf.blocks import find_running_lines, make_blocks
from bulletlint.read.pdf.characters import read_characters
from bulletlint.read.pdf.lines import find_lines
from bulletlint.read.pdf.streams import refuse_large_streams


def read_pdf(content: bytes) -> Draft:
    """Return the blocks of a PDF file; boxes are (left, top, right, bottom) in points from the page's top left.

    Raises ReadError for a file that is password-protected, damaged, unpacks to too much, or has no text layer.
    """
    refuse_large_streams(content)
    text = read_characters(content)
    lines = find_lines(text.pages)
    running = find_running_lines(lines, [page.height for page in text.pages])
    blocks = make_blocks(lines, running, hyphenated=text.hyphenated)
    unread = [_leave_out(line.text, "running header or footer", line.page) for line in running]
    unread += [
        _leave_out(page.unseen, "invisible or off the page", page.number)
        for page in text.pages
        if page.unseen.strip()
    ]
    columns = ("columns",) if any(line.beside for line in lines) else ()
    return Draft(
        blocks, notes=text.notes, unmarked=True, traits=(*columns, *text.traits), unread=tuple(unread)
    )


def _leave_out(text: str, reason: str, page: int) -> LeftOut:
    return LeftOut(" ".join(text.split()), reason, Place(page=page), listed=False)
