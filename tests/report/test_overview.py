"""The short forms of a text report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import make_report
from bulletlint.report.overview import (
    number_places,
    render_brief,
    render_note,
    render_page_finding,
)
from bulletlint.report.text_style import TextStyle

FILE = make_report().files[0]
BULLET = FILE.bullets[0]
FINDING = BULLET.findings[0]


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (
            100,
            "  error    3:3  weak-verb, missing-cost  Implemented Redis caching for the search API, cutting p95 …",
        ),
        (60, "  error    3:3  weak-verb +1  Implemented Redis caching …"),
        (40, "  error    3:3  weak-verb +1"),
    ],
)
def test_a_bullet_in_a_line(width: int, line: str) -> None:
    """Severity, place, rules and words; rather fewer rules, counted, than no words."""
    assert list(render_brief([BULLET], TextStyle(width=width))) == [line]


def test_a_terminal_without_unicode_gets_three_dots() -> None:
    """In place of the ellipsis."""
    (line,) = render_brief([BULLET], TextStyle(width=60, unicode=False))
    assert line.endswith(" ...")


def test_rules_beyond_the_most_are_counted() -> None:
    """Each rule once."""
    findings = tuple(replace(FINDING, rule=rule) for rule in ("a", "b", "a", "c", "d", "e"))
    (line,) = render_brief([replace(BULLET, findings=findings)], TextStyle(most=3))
    assert line.startswith("  error    3:3  a, b, c +2  Implemented")


def test_a_terminal_too_narrow_for_one_rule_wraps() -> None:
    """At words, after the severity."""
    finding = replace(FINDING, rule="monitoring-without-trigger")
    bullet = replace(BULLET, findings=(finding,))
    assert list(render_brief([bullet], TextStyle(width=30))) == [
        "  error    3:3",
        "           monitoring-without-trigger",
    ]


def test_a_finding_about_the_file_has_its_question_when_verbose() -> None:
    """Wrapped after the severity."""
    finding = FILE.bullets[0].findings[1]
    assert list(render_page_finding("r.md", finding, TextStyle(width=50))) == [
        "  warning  r.md:3:3 BL301 missing-cost Nothing",
        "           says what this cost",
    ]
    assert list(render_page_finding("r.md", finding, TextStyle(verbose=True)))[1:] == [
        "           ? What does one query cost?"
    ]


def test_a_note_is_wrapped_with_a_hanging_indent() -> None:
    """So that two notes can be told apart."""
    assert list(render_note("Cost: 2 of 13 bullets name one", TextStyle(width=26))) == [
        "  Cost: 2 of 13 bullets",
        "    name one",
    ]


def test_places_are_numbered_in_the_order_of_the_file() -> None:
    """Whatever order the bullets are named in."""
    assert number_places(FILE, (FILE.bullets[1], FILE.bullets[0])) == [
        (1, FILE.bullets[0].place),
        (2, FILE.bullets[1].place),
    ]
