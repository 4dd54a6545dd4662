"""The exit code of a run."""

from __future__ import annotations

from bulletlint.core.settings import FailOn
from bulletlint.report.summary import Summary, count_at_or_above


def decide_exit_code(summary: Summary, *, fail_on: FailOn, max_warnings: int | None = None) -> int:
    """Return 2 if a file could not be read, 1 if findings are bad or many enough, else 0."""
    if summary.unreadable:
        return 2
    if fail_on != "never" and count_at_or_above(summary, fail_on):
        return 1
    if max_warnings is not None:
        return int(dict(summary.by_severity)["warning"] > max_warnings)
    return 0
