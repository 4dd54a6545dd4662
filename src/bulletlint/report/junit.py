"""The report as JUnit XML: one suite per file, one case per bullet, so that any CI server can show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from tempfile import SpooledTemporaryFile
from xml.sax.saxutils import escape, quoteattr

from bulletlint.core.finding import FileReport, Finding, Report
from bulletlint.core.visible import show_lines
from bulletlint.report.places import describe_place
from bulletlint.report.rows import describe_finding
from bulletlint.report.stream import Write, render_stream

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
    """The report as XML; a bullet with findings is a failed case, an unreadable file an error.

    The head holds the counts of the whole run, so the suites wait for it in a temporary file once they are many.
    """

    def __init__(self, write: Write) -> None:
        self._write = write
        self._total = Counts()
        self._suites = SpooledTemporaryFile(SPOOL, "w+", encoding="utf-8", newline="")  # noqa: SIM115

    def add(self, file: FileReport) -> None:
        """Keep the suite of the next file."""
        counts = count_cases(file)
        self._total = Counts(*map(sum, zip(astuple(self._total), astuple(counts), strict=True)))
        cases = "".join(f"    {line}\n" for line in _render_cases(file))
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


def render_junit(report: Report) -> str:
    """Return the report as XML."""
    return render_stream(JunitStream, report.files)


def count_cases(file: FileReport) -> Counts:
    """Return a file's cases: its bullets, one for findings about the whole file, one for its error."""
    failures = sum(bool(bullet.findings) for bullet in file.bullets) + bool(file.findings)
    errors = int(file.error is not None)
    return Counts(len(file.bullets) + bool(file.findings) + errors, failures, errors)


def _render_counts(counts: Counts) -> str:
    return f'tests="{counts.tests}" failures="{counts.failures}" errors="{counts.errors}"'


def _render_cases(file: FileReport) -> Iterator[str]:
    if file.error is not None:
        yield f"<testcase classname={_quote(file.path)} name={_quote(file.path)}>"
        yield f'  <error message={_quote(file.error)} type="ReadError"/>'
        yield "</testcase>"
    for bullet in file.bullets:
        yield from _render_case(file, describe_place(file.path, bullet.place), bullet.findings)
    if file.findings:
        yield from _render_case(file, file.path, file.findings)


def _render_case(file: FileReport, name: str, findings: tuple[Finding, ...]) -> Iterator[str]:
    head = f"<testcase classname={_quote(file.path)} name={_quote(name)}"
    if not findings:
        yield head + "/>"
        return
    yield head + ">"
    message = _quote(", ".join(f"{finding.code} {finding.rule}" for finding in findings))
    text = "\n".join(
        f"{finding.severity} {finding.code} {finding.rule}: {describe_finding(finding)}"
        for finding in findings
    )
    yield f"  <failure message={message} type={_quote(findings[0].code)}>{_escape(text)}</failure>"
    yield "</testcase>"


def _quote(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", show_lines(text)))


def _escape(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", show_lines(text)))
