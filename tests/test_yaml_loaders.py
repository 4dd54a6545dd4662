"""PyYAML with libyaml and without: both read the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from bulletlint.core.errors import RuleError
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.strict_yaml import Node, Source, parse_yaml

FILES = sorted(find_rules_folder().rglob("*.yaml"))
without_libyaml = not hasattr(yaml, "CSafeLoader")
needs_both = pytest.mark.skipif(without_libyaml, reason="this PyYAML has no libyaml to compare with")


def parse_purely(text: str, path: Path) -> Node:
    """Return a text as nodes, read by the loader that is written in Python."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        return parse_yaml(text, Source(str(path)))


def test_every_file_is_looked_at() -> None:
    """The folder of the shipped rules has dozens of YAML files, and none of its folders is skipped."""
    assert len(FILES) > 50
    assert {path.parent.name for path in FILES} >= {"rules", "evidence", "profiles"}


@needs_both
@pytest.mark.parametrize("folder", sorted({path.parent for path in FILES}), ids=lambda folder: folder.name)
def test_both_loaders_give_the_same_values_and_lines(folder: Path) -> None:
    """A rule file reads the same on a machine without libyaml, to the line of every value."""
    for path in FILES:
        if path.parent == folder:
            text = path.read_text(encoding="utf-8")
            assert parse_purely(text, path) == parse_yaml(text, Source(str(path))), path


@pytest.mark.parametrize("text", ["a: [b, c\nd: e\n", "a: b: c\n", "a: 1\na: 2\n", "a: \x01\n", "\ta: b\n"])
def test_what_is_no_yaml_is_one_line_with_either_loader(text: str) -> None:
    """The two put it in different words, but both name the file and say what is wrong in one line."""
    source = Source("a.yaml")
    with pytest.raises(RuleError, match=r"^a\.yaml:") as first:
        parse_yaml(text, source)
    with pytest.raises(RuleError, match=r"^a\.yaml:") as second:
        parse_purely(text, Path("a.yaml"))
    assert "\n" not in str(first.value) + str(second.value)
    assert first.value.line == second.value.line


@pytest.mark.skipif("BULLETLINT_TEST_PURE_YAML" not in os.environ, reason="this run may use libyaml")
def test_the_pure_loader_is_in_force_when_it_is_asked_for() -> None:
    """BULLETLINT_TEST_PURE_YAML hides libyaml from the whole run."""
    assert [name for name in vars(yaml) if name.startswith("C") and name.endswith("Loader")] == []
