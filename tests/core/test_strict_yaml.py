"""Strict YAML: lines, doubled keys, booleans."""

from __future__ import annotations

import pytest

from bulletlint.core.errors import ConfigError, RuleError
from bulletlint.core.strict_yaml import Node, Source, hint_near, parse_yaml, take_table, to_plain

SOURCE = Source("rules/x.yaml")


def test_only_true_and_false_are_booleans() -> None:
    """English words that YAML 1.1 takes for booleans, dates or base-60 numbers stay words."""
    root = parse_yaml("[on, off, yes, no, true, False, 1:1, 2023-01-01, 7, 0.5, '8', null]", SOURCE)
    assert to_plain(root) == ["on", "off", "yes", "no", True, False, "1:1", "2023-01-01", 7, 0.5, "8", None]


def test_values_know_their_lines() -> None:
    """A mapping's value carries the line of its key, a list's entry its own."""
    root = parse_yaml("a: 1\nb:\n  c: 2\nd:\n  - x\n  - y\n", SOURCE)
    assert isinstance(root.value, dict)
    assert root.value["b"] == Node({"c": Node(2, 3)}, 2)
    assert root.value["d"] == Node([Node("x", 5), Node("y", 6)], 4)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", "rules/x.yaml:3: duplicate key `a`; keep one"),
        ("a: [1, 2\nb: 3\n", "rules/x.yaml:2: invalid YAML"),
        # libyaml, PyYAML and Python's own stack each have a limit and words of their own.
        ("a: " + "[" * 3_000 + "]" * 3_000, "rules/x.yaml"),
        ("a: &b [*b]\n", "rules/x.yaml: invalid YAML (nested too deeply); fix the file"),
        ("a: b: c\n", "rules/x.yaml:1: invalid YAML"),
        (
            "a: 1\nb: \x00\n",
            "rules/x.yaml:2: invalid YAML (the character U+0000 is not allowed); fix the line",
        ),
        (
            "a: 1\r\n\r\nb: \x1b\n",
            "rules/x.yaml:3: invalid YAML (the character U+001B is not allowed); fix the line",
        ),
        ("? [a, b]\n: c\n", "rules/x.yaml:1: a key must be text; write it in quotes"),
    ],
)
def test_broken_yaml_is_refused_with_its_line(text: str, message: str) -> None:
    """One line says the file, the line and what is wrong."""
    with pytest.raises(RuleError) as caught:
        parse_yaml(text, SOURCE)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_empty_text_is_a_null() -> None:
    """A file with nothing in it is a value that every check refuses by type."""
    assert parse_yaml("# nothing\n", SOURCE) == Node(None, 1)
    with pytest.raises(RuleError, match="a rule file must be a mapping"):
        take_table(parse_yaml("", SOURCE), SOURCE, "a rule file")


def test_the_source_decides_the_kind_of_error() -> None:
    """A configuration file is refused as such."""
    with pytest.raises(ConfigError, match=r"^\.bulletlint\.yaml:2: duplicate key"):
        parse_yaml("a: 1\na: 2\n", Source(".bulletlint.yaml", ConfigError))


def test_hint_names_the_nearest_word_or_all() -> None:
    """A near miss gets the word, anything else the choices, unless these are too many."""
    assert hint_near("serverity", ["severity", "scope"]) == "did you mean `severity`?"
    assert hint_near("zzz", ["b", "a"]) == "write one of a, b"
    assert (
        hint_near("zzz", [str(number) for number in range(50)])
        == "no known word is close to it; check the spelling"
    )
