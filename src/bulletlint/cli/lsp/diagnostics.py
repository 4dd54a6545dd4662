"""From a reviewed text to the diagnostics of an editor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from lsprotocol.types import Diagnostic, DiagnosticSeverity

from bulletlint.cli.linters import Reviewed
from bulletlint.cli.lsp.positions import TextMap
from bulletlint.core.errors import BulletlintError
from bulletlint.core.finding import Finding, Severity

#: How loud findings are in an editor: as their rule says, or all of them as a quiet remark.
Loudness = Literal["rule", "warning", "information", "hint"]
SOURCE = "bulletlint"
_SEVERITIES: Mapping[Severity, DiagnosticSeverity] = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "info": DiagnosticSeverity.Information,
}
_LOUDNESS: Mapping[str, DiagnosticSeverity] = {
    "warning": DiagnosticSeverity.Warning,
    "information": DiagnosticSeverity.Information,
    "hint": DiagnosticSeverity.Hint,
}


def iterate_findings(reviewed: Reviewed) -> Iterator[tuple[int | None, Finding]]:
    """Yield each finding with the number of its bullet, None for one about the whole file."""
    for number, bullet in enumerate(reviewed.file.bullets):
        for finding in bullet.findings:
            yield number, finding
    for finding in reviewed.file.findings:
        yield None, finding


def make_diagnostics(reviewed: Reviewed, text: TextMap, loudness: Loudness) -> list[Diagnostic]:
    """Return a diagnostic for each finding, in the order of their places; one about the whole file is on line 1."""
    diagnostics = [make_diagnostic(finding, text, loudness) for _, finding in iterate_findings(reviewed)]
    return sorted(diagnostics, key=lambda item: (item.range.start.line, item.range.start.character))


def make_diagnostic(finding: Finding, text: TextMap, loudness: Loudness) -> Diagnostic:
    """Return the diagnostic of a finding; its message ends with the question that only the writer can answer."""
    start, end = text.find_place(finding.place) or (0, 0)
    if start == end:
        line = text.find_position(start).line
        start, end = text.find_line(line)
    message = f"{finding.message}\n{finding.question}" if finding.question else finding.message
    severity = _LOUDNESS.get(loudness, _SEVERITIES[finding.severity])
    return Diagnostic(
        text.find_range(start, end), message, severity=severity, code=finding.code, source=SOURCE
    )


def make_error(error: BulletlintError, text: TextMap) -> Diagnostic:
    """Return the diagnostic of a text that cannot be read, on the line that the error names, else on line 1."""
    start, end = text.find_line((error.line or 1) - 1)
    return Diagnostic(
        text.find_range(start, end), error.message, severity=DiagnosticSeverity.Warning, source=SOURCE
    )
