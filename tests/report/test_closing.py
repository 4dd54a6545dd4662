"""The end of a text report."""

from __future__ import annotations

import re

import pytest

from builders import make_report
from bulletlint.report.closing import render_summary
from bulletlint.report.summary import summarise
from bulletlint.report.text_style import TextStyle

SUMMARY = summarise(make_report())


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [30, 40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int, colour: bool) -> None:
    """With and without colour it breaks at words, and before the score."""
    text = render_summary(SUMMARY, TextStyle(width=width, colour=colour))
    plain = re.sub(r"\x1b\[[\d;]*m", "", text)
    assert all(len(line) <= width for line in plain.splitlines())
    assert " ".join(plain.splitlines()).replace("; ", " ") == (
        "2 files, 2 bullets: 2 findings (1 error, 1 warning) score 78 of 100 1 file could not be read"
    )
    if width < 100:
        assert any(line.startswith("score 78") for line in plain.splitlines())
