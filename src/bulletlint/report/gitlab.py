"""The report as a GitLab Code Quality artifact."""

from __future__ import annotations

import json

from bulletlint.finding import Report, Severity
from bulletlint.report.rows import describe_finding, describe_spot, iterate_rows

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def render_gitlab(report: Report) -> str:
    """Return a list of issues; fingerprints are unique in it and stay when lines move."""
    issues = []
    for row in iterate_rows(report):
        finding = row.finding
        spot = describe_spot(finding)
        issues.append(
            {
                "description": f"{spot}: {describe_finding(finding)}" if spot else describe_finding(finding),
                "check_name": f"{finding.code} {finding.rule}",
                "fingerprint": f"{row.fingerprint}{row.number:02x}",
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": row.file.path,
                    "lines": {"begin": finding.place.line or 1, "end": finding.place.end_line or 1},
                },
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
