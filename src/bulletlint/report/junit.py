"""The report as JUnit XML: one suite per file, one case per bullet, so that any CI server can show it.

A remark (info) is no failure: it stands in the output of its case.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import astuple, dataclass
from tempfile import SpooledTemporaryFile
from xml.sax.saxutils import escape, quoteattr

from bulletlint.core.finding import SEVERITIES, FileReport, Finding, Report, Severity
from bulletlint.core.visible import show_lines
from bulletlint.report.places import describe_place
from bulletlint.report.rows import describe_finding
from bulletlint.report.stream import Write, render_stream
from bulletlint.report.style import View

#: Characters of suites up to which they wait in memory, and that are copied at a time.
SPOOL, PIECE = 1_000_000, 100_000
#: Characters that no XML 1.0 document may hold.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts in the head of a suite."""

    tests: int = 0
    failures: int = 0
    errors: int = 0


class JunitStream:
    """The report as XML; a bullet with errors or warnings is a failed case, an unreadable file an error.

    Remarks fail a case where they fail the run (`remarks_fail` of the view).

    The head holds the counts of the whole run, so the suites wait for it in a temporary file once they are many.
    """

    def __init__(self, write: Write, view: View) -> None:
        self._write = write
        self._failing = SEVERITIES if view.remarks_fail else SEVERITIES[:-1]
        self._total = Counts()
        self._suites = SpooledTemporaryFile(SPOOL, "w+", encoding="utf-8", newline="")  # noqa: SIM115

    def add(self, file: FileReport) -> None:
        """Keep the suite of the next file."""
        counts = count_cases(file, self._failing)
        self._total = Counts(*map(sum, zip(astuple(self._total), astuple(counts), strict=True)))
        cases = "".join(f"    {line}\n" for line in _render_cases(file, self._failing))
        head = f"  <testsuite name={_quote(file.path)} {_render_counts(counts)}>\n"
        self._suites.write(f"{head}{cases}  </testsuite>\n")

    def close(self) -> None:
        """Write the head with its counts, and all the suites."""
        self._write('<?xml version="1.0" encoding="utf-8"?>\n')
        self._write(f'<testsuites name="bulletlint" {_render_counts(self._total)}>\n')
        self._suites.seek(0)
        while piece := self._suites.read(PIECE):
            self._write(piece)
        self._suites.close()
        self._write("</testsuites>\n")


def render_junit(report: Report, view: View) -> str:
    """Return the report as XML."""
    return render_stream(lambda write: JunitStream(write, view), report.files)


def count_cases(file: FileReport, failing: Collection[Severity]) -> Counts:
    """Return a file's cases: its bullets, one for findings about the whole file, one for its error."""
    cases = (*(bullet.findings for bullet in file.bullets), file.findings)
    failures = sum(any(finding.severity in failing for finding in findings) for findings in cases)
    errors = int(file.error is not None)
    return Counts(len(file.bullets) + bool(file.findings) + errors, failures, errors)


def _render_counts(counts: Counts) -> str:
    return f'tests="{counts.tests}" failures="{counts.failures}" errors="{counts.errors}"'


def _render_cases(file: FileReport, failing: Collection[Severity]) -> Iterator[str]:
    if file.error is not None:
        yield f"<testcase classname={_quote(file.path)} name={_quote(file.path)}>"
        yield f'  <error message={_quote(file.error)} type="ReadError"/>'
        yield "</testcase>"
    for bullet in file.bullets:
        yield from _render_case(file, describe_place(file.path, bullet.place), bullet.findings, failing)
    if file.findings:
        yield from _render_case(file, file.path, file.findings, failing)


def _render_case(
    file: FileReport, name: str, findings: tuple[Finding, ...], failing: Collection[Severity]
) -> Iterator[str]:
    head = f"<testcase classname={_quote(file.path)} name={_quote(name)}"
    if not findings:
        yield head + "/>"
        return
    yield head + ">"
    failures = [finding for finding in findings if finding.severity in failing]
    remarks = [finding for finding in findings if finding.severity not in failing]
    if failures:
        message = _quote(", ".join(f"{finding.code} {finding.rule}" for finding in failures))
        yield f"  <failure message={message} type={_quote(failures[0].code)}>{_list(failures)}</failure>"
    if remarks:
        yield f"  <system-out>{_list(remarks)}</system-out>"
    yield "</testcase>"


def _list(findings: Iterable[Finding]) -> str:
    lines = (
        f"{finding.severity} {finding.code} {finding.rule}: {describe_finding(finding)}"
        for finding in findings
    )
    return _escape("\n".join(lines))


def _quote(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", show_lines(text)))


def _escape(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", show_lines(text)))
