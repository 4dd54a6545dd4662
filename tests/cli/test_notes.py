"""What is said of a file on standard error."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import make_report
from bulletlint.cli.notes import list_notes, write_notes
from bulletlint.core.document import LeftOut, Place
from bulletlint.core.finding import FileReport


def test_notes_say_what_is_not_a_finding() -> None:
    """One line each; quiet leaves only errors."""
    report = make_report()
    assert [list_notes(file) for file in report.files] == [
        ["note: resume.md: read as Windows-1252"],
        ["error: notes.bin: this is a binary file; name a resume"],
        ["note: empty.md: no bullets found"],
    ]
    assert [list_notes(file, quiet=True) for file in report.files] == [
        [],
        ["error: notes.bin: this is a binary file; name a resume"],
        [],
    ]


#: A file without bullets, with a line that was left out on a known line, and one in a format without lines.
LEFT_OUT = FileReport(
    "cv.md",
    "markdown",
    None,
    left_out=(
        LeftOut("Python", "a single word", Place(7, 3, 7, 9)),
        LeftOut("x" * 80, "list of names", Place(paragraph=4)),
        LeftOut("Skills", "heading", Place(2, 4, 2, 10), listed=False),
    ),
)


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ({}, ["note: cv.md: no bullets found"]),
        ({"empty": False}, []),
        ({"quiet": True, "verbose": True}, []),
        (
            {"verbose": True},
            [
                "note: cv.md: no bullets found",
                f"note: cv.md: not a bullet (list of names): {'x' * 60}",
                "note: cv.md:2: heading: Skills",
                "note: cv.md:7: not a bullet (a single word): Python",
                "note: cv.md: 0 bullets, 1 heading, 2 lines left out",
            ],
        ),
    ],
)
def test_lines_that_are_no_bullets_are_named_to_who_asks(options: dict[str, bool], lines: list[str]) -> None:
    """--verbose names each with its line, if it has one, its reason and its beginning, and counts them."""
    assert list_notes(LEFT_OUT, **options) == lines


def test_notes_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output holds the report and nothing else."""
    write_notes(replace(LEFT_OUT, notes=("read as Windows-1252",)))
    assert capsys.readouterr() == ("", "note: cv.md: read as Windows-1252\nnote: cv.md: no bullets found\n")
