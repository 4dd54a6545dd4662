"""Errors without names and without words of the file."""

from __future__ import annotations

import pytest

from bulletlint.cohort.reasons import give_reason, strip_path
from bulletlint.core.errors import ReadError
from bulletlint.lint.source import report_error


@pytest.mark.parametrize(
    ("message", "line", "reason"),
    [
        ("is password-protected; save it without a password", None, "is password-protected"),
        ("invalid YAML (found zebra, expected a key); fix the line", 7, "invalid YAML"),
        ("invalid JSON (column 3 has “zebra”, expected a key); fix the line", 2, "invalid JSON"),
        ("is damaged: its part word/zebra.xml cannot be unpacked", None, "is damaged"),
        ("its part word/zebra.xml is too large for a resume; take it out", None, "its part is too large for a resume"),
        ("bulletlint itself failed (KeyError: 'zebra'); see", None, "bulletlint itself failed"),
        ("has 12,000 lines, more than the limit of 10,000 for a resume; shorten it", None,
         "has 12,000 lines, more than the limit of 10,000 for a resume"),
        ('"zebra"', None, "cannot be read"),
    ],
)  # fmt: skip
def test_a_reason_ends_where_it_would_quote(message: str, line: int | None, reason: str) -> None:
    """It holds no path either."""
    file = report_error(ReadError(message, path="r/zebra.md", line=line))
    assert give_reason(file) == reason


def test_the_whole_error_has_no_path_either() -> None:
    """It is for runs that may hold words."""
    file = report_error(ReadError("invalid YAML (found zebra)", path="r/sam\n.md", line=7))
    assert strip_path(file) == "invalid YAML (found zebra)"


def test_an_error_about_another_file_says_nothing() -> None:
    """Its name would be told."""
    file = report_error(ReadError("is damaged", path="r/sam.md"))
    other = type(file)(path="r/kim.md", format=None, error=file.error)
    assert give_reason(other) == "cannot be read"
