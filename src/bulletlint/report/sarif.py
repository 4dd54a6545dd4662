"""The report as SARIF 2.1.0, as code scanning services read it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from bulletlint.core.finding import FileReport, Report, Severity, Tool
from bulletlint.core.rule import Rule
from bulletlint.core.web_pages import REPOSITORY, find_page_url
from bulletlint.report.json_list import JsonList, render_value
from bulletlint.report.rows import Row, describe_finding, iterate_rows, number_rows
from bulletlint.report.stream import Write, render_stream
from bulletlint.rulebook.notices import NOTICES

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


class SarifStream:
    """One run: the rules first, sorted by code and described once, then the results, then the unreadable files."""

    def __init__(self, write: Write, tool: Tool, rules: Sequence[Rule]) -> None:
        self._write = write
        self._tool = tool
        self._descriptions = describe_rules(rules)
        self._index = {rule["id"]: number for number, rule in enumerate(self._descriptions)}
        self._errors: list[dict[str, Any]] = []
        self._results: JsonList | None = None

    def add(self, file: FileReport) -> None:
        """Write the results of the next file."""
        results = self._begin()
        if file.error is not None:
            self._errors.append(_build_error(file, file.error))
        # Services compare results file by file, so findings of one fingerprint are numbered file by file too.
        for row, fingerprint, number in number_rows(iterate_rows(file), Counter()):
            results.add(_build_result(row, f"{fingerprint}:{number}", self._index))

    def close(self) -> None:
        """Write which files could not be read."""
        self._begin().close()
        invocation = {"executionSuccessful": not self._errors, "toolExecutionNotifications": self._errors}
        self._write(f',\n      "invocations": {render_value([invocation], 3)}\n    }}\n  ]\n}}\n')

    def _begin(self) -> JsonList:
        if self._results is None:
            driver = {
                "name": self._tool.name,
                "semanticVersion": self._tool.version,
                "version": self._tool.version,
                "informationUri": REPOSITORY,
                "rules": self._descriptions,
            }
            self._write(
                f'{{\n  "$schema": "{SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {{\n'
                f'      "tool": {render_value({"driver": driver}, 3)},\n'
                '      "columnKind": "unicodeCodePoints",\n      "results": '
            )
            self._results = JsonList(self._write, 3)
        return self._results


def render_sarif(report: Report, rules: Sequence[Rule]) -> str:
    """Return the report as SARIF."""
    return render_stream(lambda write: SarifStream(write, report.tool, rules), report.files)


def describe_rules(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """Return each rule and each finding about a directive as SARIF describes them, sorted by code."""
    described = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": rule.summary},
            "fullDescription": {"text": rule.why},
            **describe_page(rule),
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


def describe_page(rule: Rule) -> dict[str, str]:
    """Return the address of a rule's page, nothing for a rule of the user's own."""
    url = find_page_url(rule.name)
    return {"helpUri": url} if url else {}


def _build_error(file: FileReport, error: str) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": error},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": make_uri(file.path)}}}],
    }


def _build_result(row: Row, fingerprint: str, index: dict[str, int]) -> dict[str, Any]:
    finding = row.finding
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    result |= {
        "level": _LEVELS[finding.severity],
        "message": {"text": describe_finding(finding)},
        "locations": [{"physicalLocation": _build_location(row.file, row)}],
        "partialFingerprints": {"bulletlint/v1": fingerprint},
    }
    place = finding.place
    spot: dict[str, Any] = {"page": place.page, "paragraph": place.paragraph, "pointer": place.pointer}
    known = {name: value for name, value in spot.items() if value is not None}
    if row.file.profile:
        known["profile"] = row.file.profile
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
    return quote(os.fsencode(PurePath(path).as_posix()))
