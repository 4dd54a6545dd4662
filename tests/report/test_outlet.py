"""Where reports go: a file or standard output, and what happens where it cannot be written."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from builders import make_report
from bulletlint.core.errors import ConfigError
from bulletlint.report import FORMATS
from bulletlint.report.formats import render_report
from bulletlint.report.outlet import Outlet
from bulletlint.report.style import View


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


def test_standard_output_takes_any_character(monkeypatch: pytest.MonkeyPatch) -> None:
    """On an ASCII terminal a character beyond ASCII is escaped, and the run does not end with a traceback."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii", write_through=True))
    report = make_report()
    outlet = Outlet("text", "-", report.tool, View())
    for file in report.files:
        outlet.add(file)
    outlet.close()
    expected = render_report(report, "text", View(), terminal=False).encode("ascii", "backslashreplace")
    assert written.getvalue() == expected


@pytest.mark.parametrize(("add", "written"), [(False, ""), (True, "]")])
def test_a_run_that_broke_leaves_an_empty_or_a_whole_file(add: bool, written: str, tmp_path: Path) -> None:
    """Where nothing was written, nothing is; where something was, the output is closed so that it can be read."""
    path = tmp_path / "report.json"
    report = make_report()
    outlet = Outlet("gitlab", str(path), report.tool, View())
    if add:
        outlet.add(report.files[0])
    outlet.close(broken=True)
    assert path.read_text(encoding="utf-8").strip()[-1:] == written


class FullOutput(io.StringIO):
    """An output that takes nothing, with one error or another."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, text: str) -> int:
        raise self.error


@pytest.mark.parametrize(
    ("error", "kind", "message"),
    [
        (OSError(28, "No space left on device"), ConfigError,
         r"^cannot write to standard output \(No space left on device\); check where it goes$"),
        (BrokenPipeError(32, "Broken pipe"), BrokenPipeError, "Broken pipe"),
    ],
)  # fmt: skip
def test_standard_output_that_takes_nothing_is_one_line(
    error: OSError, kind: type[Exception], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader that left (`| head`) is not told as an error: the command line ends quietly then."""
    monkeypatch.setattr(sys, "stdout", FullOutput(error))
    report = make_report()
    outlet = Outlet("jsonl", "-", report.tool, View())
    with pytest.raises(kind, match=message):
        outlet.add(report.files[0])


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
