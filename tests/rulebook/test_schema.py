"""The JSON Schema of rule files agrees with the loader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from builders import RULE
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.strict_yaml import Source, parse_yaml, to_plain
from bulletlint.rulebook.load import find_rule_files
from bulletlint.rulebook.schema import build_schema

VALIDATOR = jsonschema.Draft202012Validator(build_schema())


def read(text: str) -> Any:
    return to_plain(parse_yaml(text, Source("rule.yaml")))


def test_the_schema_is_one() -> None:
    """A typing error in it would let everything pass."""
    jsonschema.Draft202012Validator.check_schema(build_schema())


@pytest.mark.parametrize("path", find_rule_files([find_rules_folder()]), ids=lambda path: path.stem)
def test_every_shipped_rule_is_valid(path: Path) -> None:
    """An editor that knows the schema underlines nothing in our own files."""
    assert [error.message for error in VALIDATOR.iter_errors(read(path.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("severity: error", "severity: eror"),
        ("family: ownership\n", ""),
        ("lead_class: [build]", "lead_klass: [build]"),
        ("[build]", "[bild]"),
        ("anchor:", "requires: {cost: [paid]}\nanchor:"),
        ("code: BL101", "code: weak"),
    ],
)
def test_what_the_loader_refuses_is_invalid(old: str, new: str) -> None:
    """The common slips show while one types."""
    assert old in RULE
    assert not VALIDATOR.is_valid(read(RULE.replace(old, new)))
