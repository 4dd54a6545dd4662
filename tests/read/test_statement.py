"""Sentences told by their shape."""

from __future__ import annotations

import pytest

from bulletlint.read.statement import reads_like_statement


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cut the stock count from two days to three hours", True),
        ("Halved the bill by 40%", True),
        ("Trained four analysts.", True),
        ("Big " * 20, True),
        ("Plotted 3,000 crossings", True),
        ("Updated May 2021", False),
        ("Ran nine workshops", True),
        ("Data Engineer", False),
        ("Head of Search and Growth for the Nordics", False),
        ("Cut cost", False),
        ("University of Oslo, May 2016.", False),
    ],
)
def test_shape(text: str, expected: bool) -> None:
    """A sentence has small letters, a title has capitals."""
    assert reads_like_statement(text) is expected
