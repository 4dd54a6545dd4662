"""What is said of many bullets at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import make_report
from bulletlint.cli.repl.overview import (
    describe_finding,
    describe_findings,
    describe_left_out,
    render_overview,
    render_row,
)
from bulletlint.core.document import LeftOut, Place
from bulletlint.core.wording import measure_width
from bulletlint.report.ranking import rank_findings
from bulletlint.report.text_style import TextStyle

WEAK, STRONG = make_report().files[0].bullets
NARROW = TextStyle(width=40)


def test_findings_stand_by_severity_then_by_place() -> None:
    """An error at the end comes before a warning at the start."""
    verb, cost = WEAK.findings
    rows = [
        replace(verb, severity="info", start=0),
        replace(cost, severity="error", start=9),
        replace(cost, severity="warning", start=4),
        replace(cost, severity="error", start=2),
    ]
    assert [(row.severity, row.start) for row in rank_findings(rows)] == [
        ("error", 2), ("error", 9), ("warning", 4), ("info", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("width", [24, 40, 60, 80, 100])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    """Lines break at words."""
    style = TextStyle(width=width)
    bullets = {number: replace(WEAK, score=None if number % 2 else 7) for number in range(1, 31)}
    rows = [
        LeftOut("Python and many other words of a line that goes on and on", f"reason {number % 3}", Place())
        for number in range(9)
    ]
    lines = [
        *render_overview(bullets, style),
        *describe_left_out(rows, style, whole=False),
        *describe_left_out(rows, style, whole=True),
        *describe_finding(WEAK.findings[0], style),
    ]
    assert max(map(measure_width, lines)) <= width


def test_many_findings_about_all_are_told_by_their_rule() -> None:
    """The first of each, and how many are like it; a filter tells all."""
    verb, cost = WEAK.findings
    rows = [replace(verb, code="BL605", message=f"{number} opens many.") for number in range(7)] + [cost]
    told = describe_findings(rows, TextStyle(), whole=False)
    assert told[0] == "error  BL605  weak-verb  0 opens many. (and 6 more like it)"
    assert len(told) == 2
    assert len(describe_findings(rows, TextStyle(), whole=True)) == 8
    assert len(describe_findings(rows[:2], TextStyle(), whole=False)) == 2


def test_a_row_holds_as_much_of_the_bullet_as_fits() -> None:
    """Cut at a word, with a sign that says so; plain letters where the terminal has no other."""
    lines = render_row(
        7, replace(WEAK, text="Built a cache for the search team of the shop", score=None), NARROW
    )
    assert lines[0] == "[7]     –  Built a cache for the …"
    plain = TextStyle(width=40, unicode=False)
    assert render_row(7, replace(WEAK, text="Built a cache for the search team"), plain)[0].endswith(
        " for the ..."
    )


def test_few_lines_are_told_one_by_one_and_many_by_their_reason() -> None:
    """A filter tells all."""
    rows = [LeftOut(f"Team player {number}", "trait", Place()) for number in range(7)]
    style = TextStyle()
    assert describe_left_out(rows[:2], style, whole=False) == [
        "not a bullet (trait): Team player 0",
        "not a bullet (trait): Team player 1",
    ]
    assert describe_left_out(rows, style, whole=False) == [
        "7 lines not taken for bullets (trait): Team player 0 · Team player 1 · Team player 2 · Team player 3",
        "  · Team player 4 · 2 more",
    ]
    assert len(describe_left_out(rows, style, whole=True)) == 7
