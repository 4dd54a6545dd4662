"""SARIF output, validated against the schema of the standard."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from builders import make_report
from bulletlint.core.document import Place
from bulletlint.core.finding import Report
from bulletlint.core.web_pages import find_page_url
from bulletlint.report.sarif import make_uri, render_sarif
from bulletlint.rulebook.load import load_rules

SCHEMA = json.loads(
    (Path(__file__).parent.parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8")
)
RULES = load_rules()


def render(report: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(render_sarif(report, RULES))
    return log


def with_place(place: Place) -> Report:
    report = make_report()
    bullet = report.files[0].bullets[0]
    finding = replace(bullet.findings[0], place=place)
    return replace(report, files=(replace(report.files[0], bullets=(replace(bullet, findings=(finding,)),)),))


@pytest.mark.parametrize(
    "report",
    [
        make_report(),
        make_report(path="/tmp/my resume.md"),
        with_place(Place(page=2, box=(1.0, 2.0, 3.0, 4.0))),
        with_place(Place(paragraph=4)),
        with_place(Place(3, 5, 4, 2, pointer="/work/0")),
        replace(make_report(), files=()),
    ],
)
def test_the_log_is_valid(report: Report) -> None:
    """Against the schema that comes with the standard, in which every object is closed."""
    Draft4Validator(SCHEMA).validate(render(report))


def test_the_schema_refuses_what_is_wrong() -> None:
    """So the test above can fail."""
    log = render(make_report())
    log["runs"][0]["results"][0]["level"] = "bad"
    assert not Draft4Validator(SCHEMA).is_valid(log)


def test_a_result_in_full() -> None:
    """Region in code points, level, index of the rule, a fingerprint that does not depend on the line."""
    run = render(make_report())["runs"][0]
    result = run["results"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "BL101"
    assert result["level"] == "error"
    assert result["message"]["text"].endswith("not what changed (try Cut, Reduced)")
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "resume.md"},
                "region": {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 14},
            }
        }
    ]
    moved = render(with_place(Place(9, 3, 9, 14)))["runs"][0]["results"][0]
    assert moved["partialFingerprints"] == result["partialFingerprints"]


def test_rules_are_listed_once_and_sorted() -> None:
    """Findings about directives are among them."""
    ids = [rule["id"] for rule in render(make_report())["runs"][0]["tool"]["driver"]["rules"]]
    assert ids == sorted(set(ids))
    assert {"BL002", "BL101"} <= set(ids)


def test_a_file_that_could_not_be_read_makes_the_run_unsuccessful() -> None:
    """It is a notification, not a result."""
    invocation = render(make_report())["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert [item["message"]["text"] for item in invocation["toolExecutionNotifications"]] == [
        "notes.bin: this is a binary file; name a resume"
    ]


def test_paths_become_uris() -> None:
    """Relative ones stay relative; blanks are escaped."""
    assert make_uri("my cv/r.md") == "my%20cv/r.md"
    assert make_uri("/tmp/my cv.md") == "file:///tmp/my%20cv.md"


def test_a_rule_names_its_page() -> None:
    """One of the user's own has none."""
    own = replace(RULES[0], name="my-own", code="OWN1")
    rules = json.loads(render_sarif(make_report(), [RULES[0], own]))["runs"][0]["tool"]["driver"]["rules"]
    pages = {rule["id"]: rule.get("helpUri") for rule in rules}
    assert pages[RULES[0].code] == find_page_url(RULES[0].name)
    assert str(pages[RULES[0].code]).startswith("https://")
    assert pages["OWN1"] is None
