"""JSON as a tree with places."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from bulletlint.read.data.json_tree import parse_json
from bulletlint.read.data.tree import Listing, Mapping, Node, Scalar


def strip_places(node: Node) -> object:
    """Return a tree as plain values, scalars as their text."""
    if isinstance(node, Mapping):
        return [(entry.key.text, strip_places(entry.value)) for entry in node.entries]
    if isinstance(node, Listing):
        return [strip_places(value) for value in node.values]
    return node.content.text if isinstance(node, Scalar) else None


def show_values(value: object) -> object:
    """Return values as strip_places gives them."""
    if isinstance(value, dict):
        return [(key, show_values(inner)) for key, inner in value.items()]
    return [show_values(inner) for inner in value] if isinstance(value, list) else value


_TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=8)
_VALUES = st.recursive(
    _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(_VALUES, st.booleans(), st.sampled_from([None, 2]))
def test_any_json_is_read_as_the_standard_library_reads_it(
    value: object, escape: bool, indent: int | None
) -> None:
    """Texts and structure are those of `json`, and a letter that is not escaped stands at its place."""
    source = json.dumps(value, ensure_ascii=escape, indent=indent)
    root = parse_json(source)
    assert strip_places(root) == show_values(value)
    if isinstance(root, Scalar):
        for stretch in root.content.take(0, len(root.content.text)):
            there = source[stretch.start : stretch.end]
            assert there == stretch.text or json.loads(f'"{there}"') == stretch.text
