"""GitHub workflow commands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import make_report
from bulletlint.core.document import Place
from bulletlint.report.github import escape_message, escape_property, render_github


def test_a_command_a_finding() -> None:
    """Columns only where the place is on one line; an unreadable file has one too."""
    report = make_report()
    bullet = report.files[0].bullets[0]
    long = replace(bullet.findings[1], place=Place(3, 3, 4, 8))
    files = (
        replace(report.files[0], bullets=(replace(bullet, findings=(bullet.findings[0], long)),)),
        report.files[1],
    )
    assert render_github(replace(report, files=files)).splitlines() == [
        "::error file=resume.md,line=3,endLine=3,col=3,endColumn=14,title=BL101 weak-verb::"
        '"Implemented" says what you worked on, not what changed (try Cut, Reduced)',
        "::warning file=resume.md,line=3,endLine=4,title=BL301 missing-cost::"
        "Nothing says what this cost – What does one query cost?",
        "::error file=notes.bin,title=bulletlint::notes.bin: this is a binary file; name a resume",
    ]


def test_a_place_without_lines_is_said_in_words() -> None:
    """GitHub can only show lines."""
    report = make_report(path="a,b:c.docx")
    bullet = report.files[0].bullets[0]
    finding = replace(bullet.findings[0], severity="info", place=Place(paragraph=4))
    files = (replace(report.files[0], bullets=(replace(bullet, findings=(finding,)),)),)
    assert render_github(replace(report, files=files)).startswith(
        "::notice file=a%2Cb%3Ac.docx,title=BL101 weak-verb::paragraph 4: "
    )


@pytest.mark.parametrize(
    ("text", "message", "escaped"),
    [
        ("40 %\r\n::error::x", "40 %25%0D%0A::error::x", "40 %25%0D%0A%3A%3Aerror%3A%3Ax"),
        ("a,b", "a,b", "a%2Cb"),
    ],
)
def test_no_text_can_begin_another_command(text: str, message: str, escaped: str) -> None:
    """Line ends and per cent signs are escaped, in properties colons and commas too."""
    assert escape_message(text) == message
    assert escape_property(text) == escaped
