"""The JSON report and its schema."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator, ValidationError

from builders import make_report
from bulletlint.core.document import Place
from bulletlint.core.facts import EvidenceLabel
from bulletlint.report.json import build_place, render_json


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The schema that the package ships."""
    loaded: dict[str, Any] = json.loads(
        files("bulletlint").joinpath("schema/report-1.json").read_text("utf-8")
    )
    Draft202012Validator.check_schema(loaded)
    return loaded


def close(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema with every object closed, so that a key which it does not describe is refused."""
    if isinstance(schema, dict):
        closed = {key: close(value) for key, value in schema.items()}
        if "properties" in closed and closed.get("type") in ("object", ["object", "null"]):
            closed["additionalProperties"] = False
        return closed
    return [close(item) for item in schema] if isinstance(schema, list) else schema


def test_the_report_is_what_the_schema_says_and_no_more(schema: dict[str, Any]) -> None:
    """Every key is described, every described type holds."""
    Draft202012Validator(close(schema)).validate(json.loads(render_json(make_report())))


@pytest.mark.parametrize("key", ["schema", "files", "summary", "tool"])
def test_the_schema_refuses_a_report_that_lacks_a_part(schema: dict[str, Any], key: str) -> None:
    """So the test above can fail."""
    report = json.loads(render_json(make_report()))
    del report[key]
    with pytest.raises(ValidationError):
        Draft202012Validator(schema).validate(report)


def test_the_first_bullet_in_full() -> None:
    """Names and values stand as documented."""
    report = json.loads(render_json(make_report()))
    bullet = report["files"][0]["bullets"][0]
    assert bullet["lead_verb"] == {"lemma": "implemented", "text": "Implemented", "class": "build"}
    assert bullet["evidence"][0] == {
        "label": "outcome", "text": "40 %", "start": 69, "end": 73, "source": "test", "confidence": 1.0,
    }  # fmt: skip
    assert bullet["findings"][0] == {
        "code": "BL101", "also": [], "rule": "weak-verb", "severity": "error",
        "message": '"Implemented" says what you worked on, not what changed',
        "start": 0, "end": 11, "line": 3, "column": 3, "end_line": 3, "end_column": 14,
        "action": "auto", "question": None, "suggestions": ["Cut", "Reduced"], "grouped": False, "unsaid": False,
    }  # fmt: skip
    slot = bullet["rewrite"]["slots"][0]
    assert bullet["rewrite"]["text"][slot["start"] : slot["end"]] == "⟨cost: per query⟩"
    assert report["summary"] == {
        "files": 3, "unreadable": 1, "bullets": 2, "unjudged": 0, "findings": 2, "by_rule": {"BL101": 1, "BL301": 1},
        "by_severity": {"error": 1, "warning": 1, "info": 0}, "score": 78,
        "coverage": {"metric": 1.0, "cost": 0.5, "fallback": 0.5, "outcome_first": 0.5},
    }  # fmt: skip


def test_a_place_names_what_its_format_has() -> None:
    """Line and column are always there, null where the format has none."""
    nowhere = {"line": None, "column": None, "end_line": None, "end_column": None}
    assert build_place(Place(page=2, box=(1.0, 2.0, 3.0, 4.0))) == {
        **nowhere,
        "page": 2,
        "box": [1.0, 2.0, 3.0, 4.0],
    }
    assert build_place(Place(paragraph=4)) == {**nowhere, "paragraph": 4}
    assert build_place(Place(pointer="/work/0/highlights/1")) == {
        **nowhere,
        "pointer": "/work/0/highlights/1",
    }


def test_the_schema_knows_every_label_of_evidence(schema: dict[str, Any]) -> None:
    """A label that it lacks would make a valid report invalid; one too many would never occur."""
    evidence = schema["$defs"]["bullet"]["properties"]["evidence"]["items"]
    assert sorted(evidence["properties"]["label"]["enum"]) == sorted(get_args(EvidenceLabel))
