"""Frozen dataclasses as plain lists and back, for the cache: by field order, without the names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from bulletlint.core.document import LeftOut, Place
from bulletlint.core.facts import Evidence, Lead
from bulletlint.core.finding import BulletReport, FileReport, Finding, Group, Piece, Rewrite, Slot

_PLAIN = frozenset({str, int, float, bool, type(None)})
Layout = Mapping[type, Mapping[str, "type | list[type]"]]
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
    Group: {},
    Finding: {"place": Place},
    BulletReport: {
        "place": Place,
        "lead": Lead,
        "evidence": [Evidence],
        "findings": [Finding],
        "rewrite": Rewrite,
    },
    FileReport: {"bullets": [BulletReport], "findings": [Finding], "left_out": [LeftOut], "groups": [Group]},
}


@cache
def list_names(kind: type) -> tuple[str, ...]:
    """Return the names of a dataclass's fields."""
    return tuple(field.name for field in fields(kind))


@cache
def make_reader(kind: type) -> Callable[[object], tuple[object, ...]]:
    """Return what gets the values of all fields of a dataclass with at least two, in one call."""
    return attrgetter(*list_names(kind))


def encode(value: object) -> Any:
    """Return a dataclass, or a tuple of them, as lists that JSON can hold."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, tuple | list):
        return [item if type(item) in _PLAIN else encode(item) for item in value]
    if is_dataclass(kind):
        return [item if type(item) in _PLAIN else encode(item) for item in make_reader(kind)(value)]
    return value


def decode(kind: type, row: Any) -> Any:
    """Return the value that `encode` made a row of; raises ValueError or TypeError for any other row."""
    nested = REPORT_LAYOUT[kind]
    values: list[Any] = []
    for name, item in zip(list_names(kind), row, strict=True):
        inner = nested.get(name)
        if inner is None:
            values.append(_freeze(item) if type(item) is list else item)
        elif isinstance(inner, list):
            values.append(tuple([decode(inner[0], entry) for entry in item]))
        else:
            values.append(None if item is None else decode(inner, item))
    return kind(*values)


def _freeze(items: list[Any]) -> Any:
    return tuple([_freeze(item) if type(item) is list else item for item in items])


def describe_layout() -> str:
    """Return the names of all fields, so that a cache written under another layout is never read."""
    return ";".join(f"{kind.__name__}:{','.join(list_names(kind))}" for kind in REPORT_LAYOUT)
