"""A document and its parts as values."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from bulletlint.core.document import Block, Bullet, Document, Stretch


def test_the_text_of_a_block_is_that_of_its_stretches() -> None:
    """A block says what its stretches say one after another, and an empty one says nothing."""
    block = Block("item", (Stretch("Cut R", 2, 7), Stretch("&", 7, 12), Stretch("D", 12, 13)))
    assert (block.text, Block("row", ()).text) == ("Cut R&D", "")


def test_documents_with_the_same_bullets_are_the_same() -> None:
    """Blocks are kept beside the bullets that came of them, and two documents are not told apart by them."""
    document = Document("cv.md", "markdown", "- a", (Bullet("a", (Stretch("a", 2, 3),)),))
    other = replace(document, blocks=(Block("item", (Stretch("a", 2, 3),)),))
    assert other == document
    assert replace(document, path="other.md") != document
    assert "blocks" not in repr(other)


def test_nothing_changes_a_document_afterwards() -> None:
    """It is shared by all that asks about it."""
    document = Document("cv.md", "markdown", "", ())
    with pytest.raises(FrozenInstanceError):
        document.path = "other.md"  # type: ignore[misc]
