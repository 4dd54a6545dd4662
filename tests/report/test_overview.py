"""The short forms of a text report."""

from __future__ import annotations

from dataclasses import replace

from builders import make_report
from bulletlint.report.overview import (
    name_rules,
    number_places,
    render_brief,
    render_note,
    render_page_finding,
)
from bulletlint.report.text_style import TextStyle

FILE = make_report().files[0]
BULLET = FILE.bullets[0]
FINDING = BULLET.findings[0]


def test_a_bullet_in_a_line() -> None:
    """Severity, place, rules, and as many words as there is room for."""
    assert list(render_brief([BULLET], TextStyle(width=80))) == [
        "  error    3:3  weak-verb, missing-cost  Implemented Redis caching for the …"
    ]
    assert list(render_brief([BULLET], TextStyle(width=80, unicode=False))) == [
        "  error    3:3  weak-verb, missing-cost  Implemented Redis caching for the ..."
    ]
    assert list(render_brief([BULLET], TextStyle(width=50))) == ["  error    3:3  weak-verb, missing-cost"]


def test_a_narrow_terminal_wraps_the_rules() -> None:
    """Below each other, after the severity."""
    assert list(render_brief([BULLET], TextStyle(width=30))) == [
        "  error    3:3 weak-verb,",
        "           missing-cost",
    ]


def test_rules_beyond_the_most_are_counted() -> None:
    """Each once."""
    findings = [replace(FINDING, rule=rule) for rule in ("a", "b", "a", "c", "d", "e")]
    assert name_rules(findings, 3) == "a, b, c +2"
    assert name_rules(findings, None) == "a, b, c, d, e"


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
