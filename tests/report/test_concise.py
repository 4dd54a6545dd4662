"""The concise report: one line a finding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import make_report
from bulletlint.core.document import Place
from bulletlint.core.finding import Group, Report
from bulletlint.report.concise import MOST_LINES, render_concise
from bulletlint.report.style import View

REPORT = make_report()


def make_long(bullets: int) -> Report:
    """Return a report of one file; every fifth bullet has an error, the others a warning."""
    file = REPORT.files[0]
    bullet = file.bullets[0]
    error, warning = bullet.findings
    found = tuple(
        replace(
            bullet,
            place=Place(line, 3, line, 9),
            findings=(replace(error if line % 5 == 0 else warning, place=Place(line, 3, line, 9)),),
        )
        for line in range(1, bullets + 1)
    )
    return replace(REPORT, files=(replace(file, bullets=found),))


def test_a_line_a_finding_then_the_summary() -> None:
    """Place, code, name, message with the verbs to try."""
    assert render_concise(REPORT, View()).splitlines() == [
        'resume.md:3:3: BL101 weak-verb: "Implemented" says what you worked on, not what changed (try Cut, Reduced)',
        "resume.md:3:3: BL301 missing-cost: Nothing says what this cost",
        "2 files, 2 bullets: 2 findings (1 error, 1 warning); score 78 of 100; 1 file could not be read",
        "Profile: ai-pm, because 2 bullets tell of an AI system. Choose another with --profile.",
    ]


def test_quiet_leaves_the_summary_out() -> None:
    """Only findings, for an editor."""
    assert len(render_concise(REPORT, View(quiet=True)).splitlines()) == 2


def test_a_page_fills_no_more_than_a_screen() -> None:
    """The worst findings stay, in the order of the file; the rest are counted, and verbose shows them."""
    lines = render_concise(make_long(60), View()).splitlines()
    assert len(lines) == MOST_LINES + 3
    shown = [int(line.split(":")[1]) for line in lines[:MOST_LINES]]
    assert shown == sorted({*range(5, 61, 5), 1, 2, 3, 4, 6, 7, 8, 9})
    assert lines[MOST_LINES] == "resume.md: 40 more findings; -v shows them"
    assert len(render_concise(make_long(60), View(verbose=True)).splitlines()) == 62


def test_a_rule_is_shown_so_often_and_then_counted() -> None:
    """What is left out of every rule is one line."""
    lines = render_concise(make_long(10), View(max_per_rule=1)).splitlines()
    assert [line.split(": ")[0] for line in lines[:2]] == ["resume.md:1:3", "resume.md:5:3"]
    assert lines[2] == "resume.md: 8 more findings; a larger --max-per-rule and -v show them"


def test_what_is_said_once_a_page_is_one_line() -> None:
    """Verbose has each of its findings in its place."""
    report = make_long(4)
    bullets = tuple(
        replace(bullet, findings=(replace(bullet.findings[0], severity="info", grouped=True),))
        for bullet in report.files[0].bullets
    )
    groups = (Group("BL301", "missing-cost", "Cost: {stated} of {asked}; most to {lines}.", 4, 0),)
    report = replace(
        report, files=(replace(report.files[0], bullets=bullets, groups=groups, profile_chosen=False),)
    )
    assert render_concise(report, View(quiet=True)) == (
        "resume.md: BL301 missing-cost: Cost: 0 of 4; most to lines 1, 2 and 3.\n"
    )
    assert len(render_concise(report, View(quiet=True, verbose=True)).splitlines()) == 4


@pytest.mark.parametrize(
    ("place", "said"), [(Place(paragraph=4), "cv.docx: paragraph 4: BL101"), (Place(), "cv.docx: BL101")]
)
def test_a_format_without_lines_says_what_it_has(place: Place, said: str) -> None:
    """A paragraph, a page, or the file alone."""
    file = make_report(path="cv.docx").files[0]
    finding = replace(file.bullets[0].findings[0], place=place)
    file = replace(file, bullets=(replace(file.bullets[0], findings=(finding,)),))
    assert render_concise(replace(REPORT, files=(file,)), View()).startswith(said)


def test_statistics_come_before_the_summary() -> None:
    """The most frequent rule first."""
    lines = render_concise(make_long(6), View(statistics=True)).splitlines()
    assert lines[6:8] == ["5  BL301  missing-cost", "1  BL101  weak-verb"]
