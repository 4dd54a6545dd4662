"""Texts decoded from a source, character by character."""

from __future__ import annotations

from bulletlint.core.document import Stretch
from bulletlint.read.mapped_text import MappedText

#: `4\\x25 off` in quotes: the percent sign stands for four characters of source.
MAPPED = MappedText("4% off", (1, 2, 6, 7, 8, 9, 10))


def test_a_part_is_cut_where_the_source_is_interrupted() -> None:
    """An escape is a stretch of its own with all its source; what stands beside it corresponds letter by letter."""
    assert list(MAPPED.take(0, 6)) == [Stretch("4", 1, 2), Stretch("%", 2, 6), Stretch(" off", 6, 10)]
    assert list(MAPPED.take(3, 5)) == [Stretch("of", 7, 9)]
    assert list(MAPPED.take(2, 2)) == []


def test_another_text_can_stand_for_a_part() -> None:
    """A part as a whole may be shown as something else."""
    assert MAPPED.cover("x", 1, 3) == Stretch("x", 2, 7)


def test_places_in_the_text_become_places_in_its_source() -> None:
    """What a reader of Markdown found in the text is laid back on the source."""
    found = [Stretch("4%", 0, 2), Stretch("&", 2, 6), Stretch("page", None, None)]
    assert list(MAPPED.lay_back(found)) == [
        Stretch("4", 1, 2),
        Stretch("%", 2, 6),
        Stretch("&", 6, 10),
        Stretch("page", None, None),
    ]
