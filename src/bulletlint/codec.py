"""Reports and rules as plain lists and back, for the cache: by field order, without the names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from bulletlint.document import LeftOut, Place
from bulletlint.facts import Evidence, Lead
from bulletlint.finding import BulletReport, FileReport, Finding, Piece, Rewrite, Slot
from bulletlint.profile import Overlay, Profile
from bulletlint.rule import Clause, Condition, Example, Message, Rule, SeverityCase

#: Which fields of a class hold values of another class: one of them, or, in brackets, a tuple of them. Every other
#: field holds plain values.
NESTED: Mapping[type, Mapping[str, type | list[type]]] = {
    Place: {},
    Evidence: {},
    Lead: {},
    Slot: {},
    Piece: {},
    Rewrite: {"slots": [Slot], "pieces": [Piece]},
    LeftOut: {"place": Place},
    Finding: {"place": Place},
    BulletReport: {
        "place": Place,
        "lead": Lead,
        "evidence": [Evidence],
        "findings": [Finding],
        "rewrite": Rewrite,
    },
    FileReport: {"bullets": [BulletReport], "findings": [Finding], "left_out": [LeftOut]},
    Clause: {},
    Condition: {"clauses": [Clause], "exceptions": [Clause]},
    Message: {},
    SeverityCase: {},
    Example: {},
    Rule: {
        "messages": [Message],
        "severity_when": [SeverityCase],
        "forbids": Condition,
        "requires": Condition,
        "unless": Condition,
        "bad": [Example],
        "good": [Example],
        "missed": [Example],
        "false_alarm": [Example],
    },
    Overlay: {},
    Profile: {"overlays": [Overlay]},
}
#: Fields whose lists stay lists, since spaCy wants them so.
VERBATIM = frozenset({(Clause, "pattern")})


def encode(value: object) -> Any:
    """Return a value of one of the classes in NESTED, or a tuple of them, as lists that JSON can hold."""
    if is_dataclass(value) and not isinstance(value, type):
        return [encode(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    return value


def decode(kind: type, row: Any) -> Any:
    """Return the value that `encode` made a row of; raises ValueError or TypeError for any other row."""
    nested = NESTED[kind]
    values: list[Any] = []
    for field, item in zip(fields(kind), row, strict=True):
        inner = nested.get(field.name)
        if isinstance(inner, list):
            values.append(tuple(decode(inner[0], entry) for entry in item))
        elif inner is not None:
            values.append(None if item is None else decode(inner, item))
        elif (kind, field.name) in VERBATIM:
            values.append(tuple(item))
        else:
            values.append(_freeze(item))
    return kind(*values)


def _freeze(item: Any) -> Any:
    return tuple(_freeze(inner) for inner in item) if isinstance(item, list) else item


def describe_layout() -> str:
    """Return the names of all fields, so that a cache written under another layout is never read."""
    return ";".join(f"{kind.__name__}:{','.join(field.name for field in fields(kind))}" for kind in NESTED)
