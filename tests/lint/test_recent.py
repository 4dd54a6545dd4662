"""What was used last is kept."""

from __future__ import annotations

from bulletlint.lint.recent import Recent


def test_the_value_that_was_used_longest_ago_gives_way() -> None:
    """Finding a value is using it."""
    recent: Recent[str, int] = Recent(2)
    recent.keep("a", 1)
    recent.keep("b", 2)
    assert recent.find("a") == 1
    recent.keep("c", 3)
    assert [recent.find(key) for key in "abc"] == [1, None, 3]


def test_nothing_is_kept_where_nothing_shall_be() -> None:
    recent: Recent[str, int] = Recent(0)
    recent.keep("a", 1)
    assert recent.find("a") is None
