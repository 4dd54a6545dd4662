"""Places in words."""

from __future__ import annotations

import pytest

from bulletlint.core.document import Place
from bulletlint.report.places import describe_numbered, describe_place, describe_spot


@pytest.mark.parametrize(
    ("place", "whole", "spot"),
    [
        (Place(3, 5, 3, 9), "r:3:5", "3:5"),
        (Place(3, 5, 3, 9, pointer="/work/0"), "r:3:5 (/work/0)", "3:5"),
        (Place(page=2), "r: page 2", "page 2"),
        (Place(paragraph=7), "r: paragraph 7", "paragraph 7"),
        (Place(pointer="/work/0"), "r: /work/0", "/work/0"),
        (Place(), "r", "-"),
    ],
)
def test_a_place_is_said_as_the_format_has_it(place: Place, whole: str, spot: str) -> None:
    """Line and column, else page, paragraph or pointer; with the file and within it."""
    assert describe_place("r", place) == whole
    assert describe_spot(place) == spot


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([(1, Place(3, 1, 3, 2))], "line 3"),
        ([(1, Place(3, 1, 3, 2)), (2, Place(5, 1, 5, 2)), (3, Place(9, 1, 9, 2))], "lines 3, 5 and 9"),
        ([(1, Place(3, 1, 3, 2)), (2, Place(3, 9, 3, 12))], "line 3"),
        ([(1, Place(paragraph=3)), (4, Place(paragraph=8))], "paragraphs 3 and 8"),
        ([(1, Place(page=1)), (4, Place(page=1))], "bullets 1 and 4"),
    ],
)
def test_several_places_are_joined(places: list[tuple[int, Place]], said: str) -> None:
    """By lines or paragraphs, else by the bullets' numbers, since a page holds many."""
    assert describe_numbered(places) == said
