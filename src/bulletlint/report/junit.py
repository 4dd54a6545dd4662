"""The report as JUnit XML: a suite a file, a case a bullet, so that any CI server can show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from xml.sax.saxutils import escape, quoteattr

from bulletlint.finding import FileReport, Finding, Report
from bulletlint.report.rows import describe_finding
from bulletlint.report.text import describe_place

#: Characters that no XML 1.0 document may hold.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts in the head of a suite."""

    tests: int = 0
    failures: int = 0
    errors: int = 0


def render_junit(report: Report) -> str:
    """Return the report as XML; a bullet with findings is a failed case, an unreadable file an error."""
    suites = [(file, count_cases(file)) for file in report.files]
    total = Counts(*(sum(column) for column in zip(*(astuple(counts) for _, counts in suites), strict=True)))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<testsuites name="bulletlint" {_render_counts(total)}>',
    ]
    for file, counts in suites:
        lines.append(f"  <testsuite name={_quote(file.path)} {_render_counts(counts)}>")
        lines += [f"    {line}" for line in _render_cases(file)]
        lines.append("  </testsuite>")
    return "\n".join([*lines, "</testsuites>"]) + "\n"


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
    return quoteattr(_FORBIDDEN.sub("\ufffd", text))


def _escape(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))
