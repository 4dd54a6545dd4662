"""Indented JSON, piece by piece."""

from __future__ import annotations

import io
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bulletlint.core.visible import escape_json
from bulletlint.report.json_list import JsonList, OneLine, render_value

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(VALUES)
def test_any_value_is_written_as_the_standard_library_does(value: Any) -> None:
    """To the byte: indentation, empty lists, characters beyond ASCII, but for what acts on a terminal."""
    assert render_value(value, 0) == escape_json(json.dumps(value, ensure_ascii=False, indent=2))


@given(st.lists(VALUES, max_size=4))
def test_a_list_written_item_by_item_is_the_same(values: list[Any]) -> None:
    """At any depth, empty or not."""
    target = io.StringIO()
    items = JsonList(target.write, 1)
    for value in values:
        items.add(value)
    items.close()
    whole = escape_json(json.dumps({"a": values}, ensure_ascii=False, indent=2))
    assert f'{{\n  "a": {target.getvalue()}\n}}' == whole


def test_what_is_marked_as_one_line_stands_on_one() -> None:
    """Inside an indented value, with characters as they are and lists beside them."""
    value = {"findings": [OneLine(code="BL101", message="„so“", suggestions=["Cut"])]}
    said = '{\n  "findings": [\n    {"code": "BL101", "message": "„so“", "suggestions": ["Cut"]}\n  ]\n}'
    assert render_value(value, 0) == said
