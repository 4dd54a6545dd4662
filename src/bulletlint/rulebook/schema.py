"""The JSON Schema of a rule file, built from the tables that the loader checks against, so that editors complete it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, get_args

from bulletlint.core.facts import DOCUMENT_FACT_VALUES, FACT_VALUES, Kind
from bulletlint.core.finding import Action, Severity
from bulletlint.core.rule import Scope
from bulletlint.rulebook.load import OPTIONAL_KEYS, REQUIRED_KEYS, SUGGESTIONS
from bulletlint.rulebook.message import EVIDENCE_SLOTS

SCHEMA_VERSION = 1


def build_schema() -> dict[str, Any]:
    """Return the schema; what only the loader can know (lexicons, patterns) it leaves open."""
    properties = _build_properties()
    assert set(properties) == {*REQUIRED_KEYS, *OPTIONAL_KEYS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A bulletlint rule file, version {SCHEMA_VERSION}",
        "type": "object",
        "additionalProperties": False,
        "required": list(REQUIRED_KEYS),
        "oneOf": [{"required": ["forbids"]}, {"required": ["requires"]}],
        "properties": properties,
        "$defs": {
            "text": {"type": "string", "minLength": 1},
            "facts": _build_facts({**FACT_VALUES, **DOCUMENT_FACT_VALUES}),
            "condition": _build_condition(),
            "clause": _build_clause(),
            "example": _build_example(),
            "severity": {"enum": list(get_args(Severity))},
        },
    }


def _build_properties() -> dict[str, Any]:
    text = {"$ref": "#/$defs/text"}
    message = {
        "type": "object",
        "additionalProperties": False,
        "required": ["text"],
        "properties": {
            "text": text,
            "when": {"$ref": "#/$defs/facts"},
        },
    }
    case = {
        "type": "object",
        "additionalProperties": False,
        "required": ["when", "severity"],
        "properties": {
            "when": {"$ref": "#/$defs/facts"},
            "severity": {"$ref": "#/$defs/severity"},
        },
    }
    groups = {
        name: {"type": "array", "items": {"$ref": "#/$defs/example"}}
        for name in ("bad", "good", "missed", "false_alarm")
    }
    return {
        "name": {
            "type": "string",
            "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
            "description": "The file name without .yaml.",
        },
        "code": {"type": "string", "pattern": "^[A-Z]{2,5}[0-9]{3}$"},
        "family": text,
        "severity": {"$ref": "#/$defs/severity"},
        "severity_when": {"type": "array", "items": case},
        "applies_to": {"type": "array", "items": {"enum": list(get_args(Kind))}},
        "scope": {
            "enum": list(get_args(Scope)),
            "description": "Whether it is asked of each bullet or of a whole file.",
        },
        "profiles": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Only in these profiles; in all if left out.",
        },
        "summary": text,
        "what": {**text, "description": "What it looks at."},
        "why": {**text, "description": "Why a reader minds."},
        "instead": {**text, "description": "What to write instead."},
        "message": {
            **text,
            "description": "One sentence that a mentor would say; {match}, {lead} and evidence are slots.",
        },
        "messages": {"type": "array", "items": message, "minItems": 1},
        "action": {
            "enum": list(get_args(Action)),
            "description": "auto: a rewrite mends it; ask: only the writer knows.",
        },
        "question": {**text, "description": "What an interviewer would ask."},
        "when": {"$ref": "#/$defs/facts"},
        "forbids": {"$ref": "#/$defs/condition"},
        "requires": {"$ref": "#/$defs/condition"},
        "unless": {"$ref": "#/$defs/condition"},
        "anchor": {
            "type": "array",
            "minItems": 1,
            "items": {"enum": ["lead", "match", "bullet", *EVIDENCE_SLOTS]},
        },
        "suggestions": {"enum": list(SUGGESTIONS)},
        "mask": {"type": "boolean", "description": "What its expressions find is shown in no output."},
        "most": {"type": "integer", "minimum": 1, "description": "Findings that one bullet gets at most."},
        "examples": {
            "type": "object",
            "additionalProperties": False,
            "required": ["bad", "good"],
            "properties": groups,
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
            "except": {**lines, "description": "Patterns; a match that overlaps one of them does not count."},
            **facts,
        },
    }


def _build_clause() -> dict[str, Any]:
    lines = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/text"}}
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
        "properties": {
            "patterns": {**lines, "description": "Lines in the pattern notation; see docs/writing-rules.md."},
            "lines": {**lines, "description": "Regular expressions over the text of a whole file."},
            "source": {**lines, "description": "Regular expressions over the untouched source of a file."},
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
