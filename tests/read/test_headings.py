"""Headings that only their looks give away."""

from __future__ import annotations

import pytest

from bulletlint.read.headings import Looks, rank_headings

TEXT = ("A line of running text as most lines of a resume are. " * 3, Looks(10, bold=False, caps=False))


@pytest.mark.parametrize(
    ("text", "looks", "expected"),
    [
        ("Experience", Looks(14, bold=False, caps=False), 1),
        ("EXPERIENCE", Looks(10, bold=True, caps=True), 1),
        ("EXPERIENCE", Looks(10, bold=False, caps=True, ruled=True), 1),
        ("Experience", Looks(10, bold=True, caps=False, ruled=True), 1),
        ("Experience:", Looks(14, bold=False, caps=False), 1),
        ("Experience", Looks(10, bold=True, caps=False), None),
        ("EXPERIENCE", Looks(10, bold=False, caps=True), None),
        ("Experience", Looks(11, bold=False, caps=False), None),
        ("Oslo, Norway", Looks(14, bold=True, caps=False), None),
        ("Since 2019", Looks(14, bold=True, caps=False), None),
        ("It ends with a stop.", Looks(14, bold=True, caps=False), None),
        ("One two three four five six seven", Looks(14, bold=True, caps=False), None),
        ("mara@example.com", Looks(14, bold=True, caps=False), None),
        ("", Looks(14, bold=True, caps=False), None),
    ],
)
def test_what_looks_like_a_heading(text: str, looks: Looks, expected: int | None) -> None:
    """A short line is a heading if it is large, or bold or by a rule and in capitals, and holds no figure."""
    assert rank_headings([TEXT, (text, looks)]) == [None, expected]


def test_levels_follow_size_and_emphasis() -> None:
    """Headings that look alike are of one level; the larger and louder ones rank above."""
    large, capital, small = Looks(20, True, False), Looks(12, True, True), Looks(12, True, False)
    lines = [("Mara", large), ("WORK", capital), ("Acme", small), TEXT, ("SKILLS", capital), TEXT]
    assert rank_headings(lines) == [1, 2, 3, None, 2, None]


def test_no_lines() -> None:
    """A file without lines has no headings."""
    assert rank_headings([]) == []
