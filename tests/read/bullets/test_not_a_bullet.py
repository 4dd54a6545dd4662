"""The shapes of lines: how they open, their dates, and how long they may be."""

from __future__ import annotations

import pytest

from bulletlint.read.bullets import not_a_bullet
from bulletlint.read.bullets.not_a_bullet import (
    Trust,
    find_reason,
    is_job_line,
    is_prize,
)
from bulletlint.read.bullets.section_words import load_section_words


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Acme, Engineer, 2019 – 2021", True), ("Built it from 2019 to 2021", False), ("Acme, Engineer", False)],
)
def test_a_job_line_has_dates_and_no_verb(line: str, expected: bool) -> None:
    """A line that names a job says when it was."""
    assert is_job_line(line, load_section_words()) == expected


@pytest.mark.parametrize(
    ("length", "reason"), [(3000, None), (3001, "too long for a bullet (3001 characters)")]
)
def test_a_page_of_prose_is_no_bullet(length: int, reason: str | None) -> None:
    """A line of more than 3,000 characters is refused by its length alone, before any pattern looks at it."""
    line = "Built it and ".ljust(length, "x")
    assert find_reason(line, load_section_words(), "listed") == reason


@pytest.mark.parametrize("piece", ["2019 ", "a-", "a@", "a.b", "+1 ", "A, ", "“a", "(", "a: "])
def test_no_pattern_sees_a_line_that_is_too_long(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hostile line of any length costs nothing, since nothing but its length is looked at."""
    asked: list[str] = []
    monkeypatch.setattr(not_a_bullet, "read_line", lambda text, known: asked.append(text))
    line = piece * 3001
    assert (
        find_reason(line, load_section_words(), "listed") == f"too long for a bullet ({len(line)} characters)"
    )
    assert asked == []


@pytest.mark.parametrize(
    ("line", "trust", "reason"),
    [
        # Activities below a job are a duty, things are not.
        ("Ticket system setup, repair and translation", "listed", None),
        ("Ticket system setup, repair and translation", "named", "list of names"),
        ("Handheld scanners, receipt printers and tills", "listed", "list of names"),
        ("Virtualization, Automation, Orchestration", "listed", "list of names"),
        # What was done across what is no list of names.
        ("Optomize performance & availability across regions, clouds", "listed", None),
        # A role that says whom its work reached is more than a title.
        ("Lead developer of the bus viewer, an open tool used in nine cities, 2016-2018", "listed", None),
        ("Lead developer of the bus viewer, based in Oslo, 2016-2018", "listed", "job title line"),
        ("Mentor to new nurses; seven signed off as scrub nurses since 2020.", "listed", None),
        ("Lead developer; Bus Company Oslo; 2016-2018", "listed", "job title line"),
        ("Lead Developer, Used Cars in Nine Cities, 2016-2018", "listed", "job title line"),
        ("Instruments: Leica TS16, Trimble R10, DJI Mavic 3E", "listed", "technology list"),
        ("Town Opera: touring house, 1,500 seats", "unknown", "names something, states nothing"),
        ("Planner: developing it for 400 users", "unknown", None),
        ("I work in English, Swedish or Danish", "unknown", "about the person"),
        ("I work in English, Swedish or Danish", "listed", None),
        ("Municipality with 77,000 people", "listed", "company blurb"),
        ("Sound House makes audio for museums and is based in Cardiff.", "listed", "company blurb"),
        ("Customer Success calls with 40 firms", "listed", None),
        ("Re-tarred 140", "listed", None),
        ("The Tempest, Globe Bristol, dir. A. Moss", "unknown", "names something, states nothing"),
        # Words without spaces between them.
        ("重写夜间加载程序，使报表在六点前完成", "listed", None),
        ("京都商科大学", "listed", "names something, states nothing"),
    ],
)
def test_lines_on_the_edge_of_a_statement(line: str, trust: Trust, reason: str | None) -> None:
    """Lists of activities, roles with their reach, labels, persons, and languages without spaces."""
    assert find_reason(line, load_section_words(), trust) == reason


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Won the Roe Medal for survey methods in 2018", True),
        ("Received two honours of the guild", False),
        ("Received the Ada Prize, Oslo, 2019", True),
        ("Won the house prize for cutting the queue", False),
        ("Won 40 new customers", False),
        ("Won the contract of the harbour", False),
        ("Medal of the guild", False),
        ("", False),
    ],
)
def test_a_prize_says_nothing_of_the_work(line: str, expected: bool) -> None:
    """What was given, without a figure and without what it was given for."""
    assert is_prize(line, load_section_words()) == expected
