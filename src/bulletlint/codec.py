"""Frozen dataclasses as plain lists and back, for the cache: by field order, without the names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from bulletlint.document import LeftOut, Place
from bulletlint.facts import Evidence, Lead
from bulletlint.finding import BulletReport, FileReport, Finding, Piece, Rewrite, Slot

#: Marks a field whose entries keep their lists, since spaCy wants them so; an entry itself is no list.
VERBATIM = "verbatim"
Layout = Mapping[type, Mapping[str, "type | list[type] | str"]]
#: Which fields of a class hold values of another class: one of them, or, in brackets, a tuple of them. Every other
#: field holds plain values.
REPORT_LAYOUT: Layout = {
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
}


def encode(value: object) -> Any:
    """Return a dataclass, or a tuple of them, as lists that JSON can hold."""
    if is_dataclass(value) and not isinstance(value, type):
        return [encode(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    return value


def decode(kind: type, row: Any, layout: Layout = REPORT_LAYOUT) -> Any:
    """Return the value that `encode` made a row of; raises ValueError or TypeError for any other row."""
    nested = layout[kind]
    values: list[Any] = []
    for field, item in zip(fields(kind), row, strict=True):
        inner = nested.get(field.name)
        if inner is None:
            values.append(_freeze(item))
        elif isinstance(inner, list):
            values.append(tuple(decode(inner[0], entry, layout) for entry in item))
        elif isinstance(inner, str):
            values.append(tuple(tuple(entry) if isinstance(entry, list) else entry for entry in item))
        else:
            values.append(None if item is None else decode(inner, item, layout))
    return kind(*values)


def _freeze(item: Any) -> Any:
    return tuple(_freeze(inner) for inner in item) if isinstance(item, list) else item


def describe_layout(layout: Layout = REPORT_LAYOUT) -> str:
    """Return the names of all fields, so that a cache written under another layout is never read."""
    return ";".join(f"{kind.__name__}:{','.join(field.name for field in fields(kind))}" for kind in layout)
