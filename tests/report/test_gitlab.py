"""GitLab Code Quality."""

from __future__ import annotations

import json
from dataclasses import replace

from builders import make_report
from bulletlint.report.gitlab import render_gitlab


def test_an_issue_a_finding_with_unique_fingerprints() -> None:
    """The same words twice are two issues."""
    report = make_report()
    bullet = report.files[0].bullets[0]
    twice = replace(report, files=(replace(report.files[0], bullets=(bullet, bullet)),))
    issues = json.loads(render_gitlab(twice))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 4
    assert {key: value for key, value in issues[0].items() if key != "fingerprint"} == {
        "description": '"Implemented" says what you worked on, not what changed (try Cut, Reduced)',
        "check_name": "BL101 weak-verb",
        "severity": "major",
        "location": {"path": "resume.md", "lines": {"begin": 3, "end": 3}},
    }
