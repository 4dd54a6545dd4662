"""The JSON Schema of a rule file, built from the table that the loader reads by, so that editors complete it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from bulletlint.core.facts import DOCUMENT_FACT_VALUES, FACT_VALUES
from bulletlint.rulebook.fields import FIELDS

SCHEMA_VERSION = 1


def build_schema() -> dict[str, Any]:
    """Return the schema; what only the loader can know (lexicons, patterns) it leaves open."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A bulletlint rule file, version {SCHEMA_VERSION}",
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in FIELDS if field.required],
        "oneOf": [{"required": ["forbids"]}, {"required": ["requires"]}],
        "properties": {field.name: dict(field.schema) for field in FIELDS},
        "$defs": {
            "text": {"type": "string", "minLength": 1},
            "facts": _build_facts({**FACT_VALUES, **DOCUMENT_FACT_VALUES}),
            "condition": _build_condition(),
            "clause": _build_clause(),
            "example": _build_example(),
        },
    }


def _build_facts(values: Mapping[str, Collection[str | bool]]) -> dict[str, Any]:
    properties = {
        fact: {"type": "array", "minItems": 1, "items": {"enum": list(allowed)}}
        for fact, allowed in values.items()
    }
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _build_condition() -> dict[str, Any]:
    facts = _build_facts({**FACT_VALUES, **DOCUMENT_FACT_VALUES})["properties"]
    lines = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/text"}}
    return {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": False,
        "properties": {
            "match": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/clause"}},
            "except": {
                **lines,
                "description": "Patterns; a match that overlaps one of theirs does not count.",
            },
            **facts,
        },
    }


def _build_clause() -> dict[str, Any]:
    text = {"$ref": "#/$defs/text"}
    lines = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/text"}}
    return {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": False,
        "oneOf": [{"required": [kind]} for kind in ("patterns", "lines", "source")],
        "properties": {
            "patterns": {**lines, "description": "Lines in the pattern notation; see docs/writing-rules.md."},
            "lines": {**lines, "description": "Regular expressions over the text of a whole file."},
            "source": {**lines, "description": "Regular expressions over the unchanged source of a file."},
            "called": {**text, "description": "What a message calls what is found here: {other}."},
            "contact": {
                "type": "boolean",
                "description": "Look only at lines about the person, not at jobs.",
            },
        },
    }


def _build_example() -> dict[str, Any]:
    text = {"$ref": "#/$defs/text"}
    table = {
        "type": "object",
        "additionalProperties": False,
        "required": ["text"],
        "properties": {
            "text": text,
            "better": text,
            "ended": {"type": "boolean", "description": "Whether the bullet's job has ended."},
        },
    }
    return {"anyOf": [text, table]}
