"""Frozen dataclasses as plain lists and back: by field order, without the names, as JSON can hold them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

_PLAIN = frozenset({str, int, float, bool, type(None)})
#: Which fields of a class hold values of another class: one of them, or, in brackets, a tuple of them. Every other
#: field holds plain values.
Layout = Mapping[type, Mapping[str, "type | list[type]"]]


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


def decode(kind: type, row: Any, layout: Layout) -> Any:
    """Return the value that `encode` made a row of; raises ValueError or TypeError for any other row."""
    nested = layout[kind]
    values: list[Any] = []
    for name, item in zip(list_names(kind), row, strict=True):
        inner = nested.get(name)
        if inner is None:
            values.append(_freeze(item) if type(item) is list else item)
        elif isinstance(inner, list):
            values.append(tuple([decode(inner[0], entry, layout) for entry in item]))
        else:
            values.append(None if item is None else decode(inner, item, layout))
    return kind(*values)


def _freeze(items: list[Any]) -> Any:
    return tuple([_freeze(item) if type(item) is list else item for item in items])


def describe_layout(layout: Layout) -> str:
    """Return the names of all fields, so that rows written under another layout are never read."""
    return ";".join(f"{kind.__name__}:{','.join(list_names(kind))}" for kind in layout)
