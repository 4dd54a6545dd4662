"""The exit code of a run."""

from __future__ import annotations

from bulletlint.core.settings import FailOn
from bulletlint.report.summary import Summary, count_at_or_above

#: What the exit codes of every command mean, for the pages about them.
EXIT_CODES = (
    ("0", "Nothing at or above --fail-on, or the command did what it was asked."),
    ("1", "Findings, or a difference where one is asked about."),
    (
        "2",
        "Wrong usage, a file that cannot be read, or a broken configuration or rule; the message names the mend.",
    ),
    ("130", "Interrupted by Ctrl-C."),
    ("143", "Ended by the system."),
)


def decide_exit_code(summary: Summary, *, fail_on: FailOn, max_warnings: int | None = None) -> int:
    """Return 2 if a file could not be read, 1 if findings are bad or many enough, else 0."""
    if summary.unreadable:
        return 2
    if fail_on != "never" and count_at_or_above(summary, fail_on):
        return 1
    if max_warnings is not None:
        return int(dict(summary.by_severity)["warning"] > max_warnings)
    return 0
