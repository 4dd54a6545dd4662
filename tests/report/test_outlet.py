"""Where reports go, what is said beside them, and the exit code."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builders import make_report
from bulletlint.cli.exit_code import decide_exit_code
from bulletlint.cli.notes import list_notes
from bulletlint.core.errors import ConfigError
from bulletlint.core.finding import Report
from bulletlint.core.settings import FailOn
from bulletlint.report import FORMATS
from bulletlint.report.formats import pair_outputs, render_report
from bulletlint.report.outlet import Outlet
from bulletlint.report.style import View, find_width, wants_colour
from bulletlint.report.summary import summarise


@pytest.mark.parametrize(
    ("formats", "outputs", "pairs"),
    [
        ((), (), (("text", "-"),)),
        (("json",), (), (("json", "-"),)),
        ((), ("r.txt",), (("text", "r.txt"),)),
        (("text", "json"), ("-", "r.json"), (("text", "-"), ("json", "r.json"))),
    ],
)
def test_each_format_has_its_output(
    formats: tuple[str, ...], outputs: tuple[str, ...], pairs: tuple[tuple[str, str], ...]
) -> None:
    """One format alone may go to standard output unsaid."""
    assert pair_outputs(formats, outputs) == pairs


@pytest.mark.parametrize(
    ("formats", "outputs"),
    [(("text", "json"), ("a",)), (("text", "json"), ()), (("text", "json"), ("a", "a"))],
)
def test_outputs_that_fit_no_format_are_refused(formats: tuple[str, ...], outputs: tuple[str, ...]) -> None:
    """It is never guessed which format goes where."""
    with pytest.raises(ConfigError, match="--output"):
        pair_outputs(formats, outputs)


def keep_only(report: Report, *indices: int) -> Report:
    return replace(report, files=tuple(report.files[index] for index in indices))


@pytest.mark.parametrize(
    ("files", "fail_on", "max_warnings", "code"),
    [
        ((0,), "warning", None, 1),
        ((0,), "error", None, 1),
        ((0,), "never", None, 0),
        ((0,), "never", 0, 1),
        ((0,), "never", 1, 0),
        ((2,), "info", None, 0),
        ((0, 1), "never", None, 2),
    ],
)
def test_the_exit_code(files: tuple[int, ...], fail_on: FailOn, max_warnings: int | None, code: int) -> None:
    """2 for what could not be read, 1 for findings that count, else 0."""
    report = keep_only(make_report(), *files)
    assert decide_exit_code(summarise(report), fail_on=fail_on, max_warnings=max_warnings) == code


def test_an_error_alone_does_not_count_as_a_warning() -> None:
    """--max-warnings counts warnings, not worse ones."""
    report = keep_only(make_report(), 0)
    bullet = report.files[0].bullets[0]
    errors_only = replace(report.files[0], bullets=(replace(bullet, findings=bullet.findings[:1]),))
    assert (
        decide_exit_code(summarise(replace(report, files=(errors_only,))), fail_on="never", max_warnings=0)
        == 0
    )


def test_notes_say_what_is_not_a_finding() -> None:
    """One line each; quiet leaves only errors."""
    report = make_report()
    assert [list_notes(file) for file in report.files] == [
        ["note: resume.md: read as Windows-1252"],
        ["error: notes.bin: this is a binary file; name a resume"],
        ["note: empty.md: no bullets found"],
    ]
    assert [list_notes(file, quiet=True) for file in report.files][::2] == [[], []]


@pytest.mark.parametrize(
    ("choice", "terminal", "environment", "wanted"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch, choice: str, terminal: bool, environment: dict[str, str], wanted: bool
) -> None:
    """An option beats the environment, the environment beats the terminal."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(choice, terminal=terminal) is wanted


def test_the_width_is_the_terminals_within_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines over 100 columns are hard to read; a pipe has no width of its own."""
    monkeypatch.delenv("COLUMNS", raising=False)
    assert find_width(terminal=False) == 100
    for columns, width in (("60", 60), ("300", 100), ("5", 20)):
        monkeypatch.setenv("COLUMNS", columns)
        assert find_width(terminal=True) == width


def test_a_report_is_written_to_a_file_as_it_is_printed(tmp_path: Path) -> None:
    """UTF-8, no colour, the line ends of the report."""
    path = tmp_path / "report.txt"
    report = make_report()
    outlet = Outlet("text", str(path), report.tool, View(colour="always"))
    for file in report.files:
        outlet.add(file)
    outlet.close()
    assert path.read_bytes().decode("utf-8") == render_report(report, "text", View(colour="never"))
    with pytest.raises(ConfigError, match="cannot write the report"):
        Outlet("json", str(tmp_path / "no" / "report.json"), report.tool, View())


def test_results_are_written_as_they_come(tmp_path: Path) -> None:
    """What was added can be read before the end; nothing is written before the first file."""
    path = tmp_path / "report.jsonl"
    report = make_report()
    outlet = Outlet("jsonl", str(path), report.tool, View())
    assert (outlet.begun, path.read_text(encoding="utf-8")) == (False, "")
    outlet.add(report.files[0])
    assert (outlet.begun, path.read_text(encoding="utf-8").count("\n")) == (True, 2)
    outlet.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("format", FORMATS)
def test_a_full_disk_is_one_line(format: str) -> None:
    """Whichever write it is that fails."""
    report = make_report()
    outlet = Outlet(format, "/dev/full", report.tool, View())

    def write_all() -> None:
        for file in report.files:
            outlet.add(file)
        outlet.close()

    with pytest.raises(ConfigError, match=r"^/dev/full: cannot write the report \(No space left on device\)"):
        write_all()
