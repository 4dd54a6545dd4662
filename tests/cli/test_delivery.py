"""What becomes of each file's report."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from builders import make_report
from bulletlint.cli.delivery import Delivery
from bulletlint.lint.baseline import KnownFindings, NewBaseline, make_fingerprint
from bulletlint.report.outlet import Outlet
from bulletlint.report.style import View
from bulletlint.report.summary import Summary, summarise

REPORT = make_report()


def open_outlets(folder: Path, *formats: str) -> list[Outlet]:
    return [Outlet(format, str(folder / format), REPORT.tool, View()) for format in formats]


def deliver(delivery: Delivery) -> Summary:
    for file in REPORT.files:
        delivery.take_source([file])
    return delivery.close()


def test_every_output_gets_every_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The figures are those of the whole; what is no finding is said on standard error."""
    summary = deliver(Delivery(open_outlets(tmp_path, "json", "jsonl")))
    assert summary == summarise(REPORT)
    assert len(json.loads((tmp_path / "json").read_text(encoding="utf-8"))["files"]) == 3
    assert (tmp_path / "jsonl").read_text(encoding="utf-8").count("\n") == 4
    assert capsys.readouterr().err.splitlines() == [
        "note: resume.md: read as Windows-1252",
        "error: notes.bin: this is a binary file; name a resume",
        "note: empty.md: no bullets found",
    ]


def test_a_file_whose_bullets_stand_in_another_is_not_called_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor is one of macros only that it includes; only where no file of a resume has any is it said, once."""
    full, _, empty = REPORT.files
    delivery = Delivery(open_outlets(tmp_path, "json"))
    delivery.take_source([empty, replace(full, notes=()), replace(empty, path="macros.tex")])
    assert capsys.readouterr().err == ""
    delivery.take_source([empty, replace(empty, path="macros.tex")])
    assert capsys.readouterr().err == "note: empty.md: no bullets found\n"
    delivery.close()


def test_quiet_leaves_errors_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error."""
    deliver(Delivery(open_outlets(tmp_path, "json"), quiet=True))
    assert capsys.readouterr().err == "error: notes.bin: this is a binary file; name a resume\n"


def test_what_a_baseline_knows_is_neither_written_nor_counted(tmp_path: Path) -> None:
    """What it does not know is both."""
    bullet = REPORT.files[0].bullets[0]
    known = KnownFindings({make_fingerprint(bullet.findings[0], bullet.text): 1})
    summary = deliver(Delivery(open_outlets(tmp_path, "csv"), known=known))
    assert (summary.by_rule, known.known, known.stale) == ((("BL301", 1),), 1, 0)
    assert "BL101" not in (tmp_path / "csv").read_text(encoding="utf-8")


def test_a_new_baseline_takes_note_of_all(tmp_path: Path) -> None:
    """And silences them."""
    new = NewBaseline()
    assert deliver(Delivery(open_outlets(tmp_path, "csv"), known=new)).findings == 0
    assert new.write(tmp_path / "known.json") == 2


def test_redaction_covers_what_is_written_not_what_is_counted(tmp_path: Path) -> None:
    """The figures and the exit code stay those of the findings."""
    summary = deliver(Delivery(open_outlets(tmp_path, "json"), summaries={"BL101": "A weak verb."}))
    written = (tmp_path / "json").read_text(encoding="utf-8")
    assert summary == summarise(REPORT)
    assert "A weak verb." in written
    assert "Redis" not in written


@pytest.mark.parametrize(("taken", "whole"), [(0, False), (1, True)])
def test_a_run_that_breaks_ends_what_was_begun(taken: int, whole: bool, tmp_path: Path) -> None:
    """An output that holds nothing yet stays empty: half a report is none."""
    delivery = Delivery(open_outlets(tmp_path, "json"))
    for file in REPORT.files[:taken]:
        delivery.take_source([file])
    delivery.close(broken=True)
    assert bool((tmp_path / "json").read_text(encoding="utf-8")) is whole
    if whole:
        assert json.loads((tmp_path / "json").read_text(encoding="utf-8"))["summary"]["files"] == taken
