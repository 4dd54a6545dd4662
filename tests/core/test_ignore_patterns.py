"""Patterns of .gitignore."""

from __future__ import annotations

import pytest

from bulletlint.core.ignore_patterns import is_pattern


@pytest.mark.parametrize("line", ["drafts/", "*.pdf", "!keep.pdf", "/cv/**/old"])
def test_a_pattern_names_files(line: str) -> None:
    """Also one that takes files back in."""
    assert is_pattern(line)


@pytest.mark.parametrize("line", ["", "# note", "!", "/", "[z-a]"])
def test_a_line_that_names_nothing_is_no_pattern(line: str) -> None:
    """Neither is one that cannot be read; it must not end a run."""
    assert not is_pattern(line)
