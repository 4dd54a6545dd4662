"""The text as a parser may read it."""

from __future__ import annotations

from bulletlint.core.document import Block, Document, Stretch
from bulletlint.report.as_parsed import render_as_parsed


def make_document(*blocks: Block) -> Document:
    return Document("resume", "html", "", (), blocks=blocks)


def test_printed_columns_are_read_across() -> None:
    """Words on one height make one line, whatever column they stand in; pages stay apart."""

    def word(text: str, left: float, top: float, page: int = 1) -> Stretch:
        return Stretch(text, None, None, page, (left, top, left + 20, top + 10))

    left = Block("item", (word("Cut ", 50, 100), word("cost", 72, 100), word("by half", 50, 112)))
    right = Block("paragraph", (word("Skills", 300, 101), word("Go", 300, 150)))
    below = Block("item", (word("Led it", 50, 100, page=2),))
    document = make_document(left, right, below)
    assert render_as_parsed(document) == "Cut cost Skills\nby half\nGo\nLed it\n"


def test_other_files_are_read_in_their_order() -> None:
    """A line a block, white space folded, nothing that moves the cursor of a terminal."""
    blocks = [
        Block("heading", (Stretch("Work\n", 0, 5),)),
        Block("item", (Stretch("Cut\x1b[31m  it", 6, 20),)),
    ]
    assert render_as_parsed(make_document(*blocks)) == "Work\nCut[31m it\n"
