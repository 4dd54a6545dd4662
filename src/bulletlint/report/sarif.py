"""The report as SARIF 2.1.0, as code scanning services read it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from bulletlint.finding import FileReport, Report, Severity
from bulletlint.report.rows import Row, describe_finding, iterate_rows
from bulletlint.rule import Rule
from bulletlint.suppress import NOTICES

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def render_sarif(report: Report, rules: Sequence[Rule]) -> str:
    """Return the report as SARIF; `rules` are described once, sorted by code."""
    descriptions = describe_rules(rules)
    index = {description["id"]: number for number, description in enumerate(descriptions)}
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": report.tool.name,
                        "semanticVersion": report.tool.version,
                        "version": report.tool.version,
                        "rules": descriptions,
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [_build_invocation(report)],
                "results": [_build_result(row, index) for row in iterate_rows(report)],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def describe_rules(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """Return each rule and each finding about a directive as SARIF describes them, sorted by code."""
    described = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": rule.summary},
            "fullDescription": {"text": rule.why},
            "help": {"text": f"{rule.what}\n\n{rule.why}\n\nInstead: {rule.instead}"},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            "properties": {"tags": [rule.family]},
        }
        for rule in rules
    ]
    described += [
        {
            "id": notice.code,
            "name": notice.name,
            "shortDescription": {"text": notice.summary},
            "help": {"text": notice.instead},
            "defaultConfiguration": {"level": "warning"},
            "properties": {"tags": ["directive"]},
        }
        for notice in NOTICES
    ]
    return sorted(described, key=lambda rule: str(rule["id"]))


def _build_invocation(report: Report) -> dict[str, Any]:
    errors = [
        {
            "level": "error",
            "message": {"text": file.error},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": make_uri(file.path)}}}],
        }
        for file in report.files
        if file.error is not None
    ]
    return {"executionSuccessful": not errors, "toolExecutionNotifications": errors}


def _build_result(row: Row, index: dict[str, int]) -> dict[str, Any]:
    finding = row.finding
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    result |= {
        "level": _LEVELS[finding.severity],
        "message": {"text": describe_finding(finding)},
        "locations": [{"physicalLocation": _build_location(row.file, row)}],
        "partialFingerprints": {"bulletlint/v1": f"{row.fingerprint}:{row.number}"},
    }
    place = finding.place
    spot = {"page": place.page, "paragraph": place.paragraph, "pointer": place.pointer}
    known = {name: value for name, value in spot.items() if value is not None}
    if known:
        result["properties"] = known
    return result


def _build_location(file: FileReport, row: Row) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": make_uri(file.path)}}
    place = row.finding.place
    if place.line is not None:
        region = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
        location["region"] = {name: value for name, value in region.items() if value is not None}
    return location


def make_uri(path: str) -> str:
    """Return a path as a URI: relative ones stay relative, since the service knows the repository."""
    if PurePath(path).is_absolute():
        return Path(path).as_uri()
    return quote(PurePath(path).as_posix())
