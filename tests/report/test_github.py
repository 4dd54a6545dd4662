"""GitHub workflow commands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builders import make_report
from bulletlint.core.document import Place
from bulletlint.core.errors import ConfigError
from bulletlint.core.finding import FileReport, Group, Report
from bulletlint.report.github import (
    GithubStream,
    escape_message,
    escape_property,
    open_github,
    render_github,
)
from bulletlint.report.style import View


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
        "::error file=notes.bin,title=bulletlint::notes.bin: this is a binary file; name a resume",
        "::error file=resume.md,line=3,endLine=3,col=3,endColumn=14,title=BL101 weak-verb::"
        '"Implemented" says what you worked on, not what changed (try Cut, Reduced)',
        "::warning file=resume.md,line=3,endLine=4,title=BL301 missing-cost::"
        "Nothing says what this cost – What does one query cost?",
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


def make_many(number: int, *, path: str = "r.md") -> FileReport:
    """Return a file of bullets with an error and a warning each; the last has two errors."""
    file = make_report(path=path).files[0]
    bullet = file.bullets[0]
    error, warning = bullet.findings
    bullets = [
        replace(
            bullet,
            place=Place(line, 3, line, 9),
            findings=(
                replace(error, place=Place(line, 3, line, 9)),
                replace(warning, place=Place(line, 3, line, 9)),
                *([replace(error, code="BL999", place=Place(line, 3, line, 9))] if line == number else []),
            ),
        )
        for line in range(1, number + 1)
    ]
    return replace(file, bullets=tuple(bullets))


def test_ten_of_a_kind_are_sent_the_worst_first_and_the_rest_counted() -> None:
    """GitHub drops what comes after the tenth without a word."""
    report = Report(make_report().tool, (make_many(12), make_many(3, path="s.md")))
    lines = render_github(report).splitlines()
    places = [
        (line.split(" ")[0], line.partition("file=")[2].partition(",end")[0])
        for line in lines
        if line.startswith("::")
    ]
    # The bullets with two errors come first, then the others from the top; shown are they in the order of the run.
    wanted = [f"r.md,line={line}" for line in (1, 2, 3, 4, 5, 6, 12, 12)] + ["s.md,line=3"] * 2
    assert places[:10] == [("::error", place) for place in wanted]
    assert [kind for kind, _ in places[10:]] == ["::warning"] * 10
    assert lines[-1] == (
        "Not shown: 7 errors, 5 warnings. GitHub shows ten of a kind; `--format text -v` shows all."
    )


def test_what_is_said_once_a_page_is_one_notice() -> None:
    """Not one a bullet."""
    file = make_many(4)
    bullets = tuple(
        replace(bullet, findings=(replace(bullet.findings[1], severity="info", grouped=True),))
        for bullet in file.bullets
    )
    groups = (Group("BL301", "missing-cost", "Cost: {stated} of {asked}; most to {lines}.", 5, 1),)
    report = Report(
        make_report().tool, (replace(file, bullets=bullets, groups=groups, profile_chosen=False),)
    )
    assert render_github(report) == (
        "::notice file=r.md,title=BL301 missing-cost::Cost: 1 of 5; most to lines 1, 2 and 3.\n"
    )


def test_the_summary_of_the_job_gets_a_table(tmp_path: Path) -> None:
    """A row a file, with where to begin; it is added to what is there."""
    path = tmp_path / "summary.md"
    path.write_text("before\n", encoding="utf-8")
    files = (make_many(4, path="a|b.md"), make_report().files[1], make_report().files[2])
    stream = GithubStream(lambda text: None, View(), summary=path)
    for file in files:
        stream.add(file)
    stream.close()
    assert path.read_text(encoding="utf-8").splitlines()[:8] == [
        "before",
        "### bulletlint",
        "",
        "| file | bullets | errors | warnings | remarks | score | fix first |",
        "|---|---|---|---|---|---|---|",
        "| a\\|b.md | 4 | 5 | 4 | 0 | 55 | lines 1, 2 and 4 |",
        "| notes.bin | not read | 0 | 0 | 0 |  |  |",
        "| empty.md | 0 | 0 | 0 | 0 |  |  |",
    ]


def test_the_table_stops_after_fifty_files(tmp_path: Path) -> None:
    """GitHub shows no more than a megabyte of it."""
    path = tmp_path / "summary.md"
    stream = GithubStream(lambda text: None, View(), summary=path)
    for _ in range(53):
        stream.add(make_report().files[2])
    stream.close()
    assert path.read_text(encoding="utf-8").splitlines()[-1] == "3 more files are not in this table."


def test_a_summary_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    """One line, which names the variable."""
    stream = GithubStream(lambda text: None, View(), summary=tmp_path / "none" / "summary.md")
    stream.add(make_report().files[0])
    with pytest.raises(ConfigError, match="cannot write the job summary .*; check GITHUB_STEP_SUMMARY"):
        stream.close()


def test_the_summary_file_is_the_one_that_github_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Outside of GitHub there is none."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    stream = open_github(lambda text: None, View())
    stream.add(make_report().files[0])
    stream.close()
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    stream = open_github(lambda text: None, View())
    stream.add(make_report().files[0])
    stream.close()
    assert path.read_text(encoding="utf-8").startswith("### bulletlint\n")


def test_the_job_summary_shows_what_bullets_state(tmp_path: Path) -> None:
    """As bars of text, below the table; nothing where no bullet is asked for anything."""
    for report, shown in (
        (make_report(), True),
        (replace(make_report(), files=make_report().files[1:]), False),
    ):
        path = tmp_path / f"summary-{shown}.md"
        stream = GithubStream(lambda text: None, View(), summary=path)
        for file in report.files:
            stream.add(file)
        stream.close()
        text = path.read_text(encoding="utf-8")
        assert text.startswith("### bulletlint\n")
        assert (
            "```text\nmetric         ████████████████  100%\ncost           ████████░░░░░░░░   50%\n" in text
        ) is shown
        assert text.count("```") == 2 * shown
