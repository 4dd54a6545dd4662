"""The classes of a cached report."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import get_args, get_type_hints

from bulletlint.lint.cache.rows import REPORT_LAYOUT


def test_the_layout_names_every_nested_class() -> None:
    """A field that is added with a class of its own has to be added here too."""
    for kind in REPORT_LAYOUT:
        hints = get_type_hints(kind)
        for field in fields(kind):
            parts = [hints[field.name], *get_args(hints[field.name])]
            nested = [part for part in parts if isinstance(part, type) and is_dataclass(part)]
            assert bool(nested) == (field.name in REPORT_LAYOUT[kind])
            assert all(part in REPORT_LAYOUT for part in nested)
