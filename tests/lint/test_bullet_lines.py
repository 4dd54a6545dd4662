"""The lines on which bullets stand."""

from __future__ import annotations

from bulletlint.lint.bullet_lines import BulletLines

LINES = BulletLines((3, 7, 8), frozenset({3, 4, 7, 8}))


def test_lines_are_a_bullet_s_from_its_first_to_its_last() -> None:
    """Also in the middle of a comment of several lines."""
    assert [LINES.has_any(line, line) for line in range(2, 10)] == [
        False, True, True, False, False, True, True, False,
    ]  # fmt: skip
    assert LINES.has_any(1, 3)
    assert not LINES.has_any(5, 6)


def test_the_next_bullet_begins_behind_a_line() -> None:
    """Not on it; nothing is below the last."""
    assert [LINES.find_below(line) for line in (0, 3, 6, 7, 8)] == [3, 7, 7, 8, None]
