"""YAML as a tree with places."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bulletlint.core.errors import ReadError
from bulletlint.read.data.tree import Listing, Scalar
from bulletlint.read.data.yaml_tree import parse_yaml_tree

_WORDS = st.lists(
    st.sampled_from(["Cut", "R&D", "it's", '"a"', "4%", "é😀", "x: y", "a\\b", "#b", "-", "\t"]),
    min_size=1,
    max_size=12,
)


@given(
    st.lists(_WORDS.map(" ".join), min_size=1, max_size=3),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.integers(8, 40),
)
def test_any_scalar_is_read_as_pyyaml_reads_it(texts: list[str], style: str | None, width: int) -> None:
    """Whatever the style and the width, texts are those of PyYAML and visible letters stand at their places."""
    source = yaml.safe_dump(texts, default_style=style, width=width, allow_unicode=True)
    root, _ = parse_yaml_tree(source)
    assert isinstance(root, Listing)
    contents = [value.content for value in root.values if isinstance(value, Scalar)]
    assert [content.text for content in contents] == yaml.safe_load(source)
    for content in contents:
        for stretch in content.take(0, len(content.text)):
            there = source[stretch.start : stretch.end]
            if stretch.text.strip():
                assert there == stretch.text or there.startswith("\\") or there == "''"


def test_a_text_is_repeated_by_aliases_up_to_a_limit() -> None:
    """A file of a hundred kilobytes would be a gigabyte of text otherwise."""
    source = f"- &a '{'word ' * 20_000}'\n"
    assert parse_yaml_tree(source + "- *a\n" * 5)
    with pytest.raises(ReadError, match="repeats more text by aliases than a resume has") as error:
        parse_yaml_tree(source + "- *a\n" * 6)
    assert error.value.line == 7
