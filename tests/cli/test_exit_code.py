"""The exit code of a run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import make_report
from bulletlint.cli.exit_code import decide_exit_code
from bulletlint.core.finding import Report
from bulletlint.core.settings import FailOn
from bulletlint.report.summary import summarise


def keep_only(report: Report, *indices: int) -> Report:
    """Return a report of some of its files."""
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
