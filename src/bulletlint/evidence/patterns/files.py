"""Reads `rules/evidence/*.yaml` (patterns by label, value and name) and `rules/reading/units.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast, get_args

from bulletlint.core.errors import RuleError
from bulletlint.core.rules_folder import find_yaml
from bulletlint.core.strict_yaml import Node, Source, read_rule_yaml
from bulletlint.evidence.numbers.amount import AmountKind, Units
from bulletlint.evidence.patterns.match import Pattern, compile_pattern
from bulletlint.evidence.patterns.terms import CompileTerm, PatternError

#: Labels that a pattern file may have, with the values it may give them.
LABEL_VALUES: dict[str, tuple[str, ...]] = {
    "cost": ("paid", "saved"),
    "fallback": ("yes",),
    "monitoring": ("trigger", "watch"),
    "ai": ("yes",),
    "safeguard": ("yes",),
    "hedge": ("yes",),
    "duty": ("yes",),
    "outcome": ("yes",),
    "decision": ("yes",),
    "reason": ("yes",),
    "deferral": ("yes",),
    "sensitive": ("yes",),
    "method": ("yes",),
    "live": ("yes",),
    "honour": ("yes",),
    "trait": ("yes",),
}


def read_units(folders: Sequence[Path]) -> Units:
    """Read the units of some rule folders: spelling in lower case → (kind, canonical unit); a later folder wins.

    Raises RuleError for an unknown kind and for a spelling with two meanings in one file.
    """
    units: dict[str, tuple[AmountKind, str]] = {}
    for folder in folders:
        path = find_yaml(folder / "reading", "units")
        if path.is_file():
            units |= _read_unit_file(path)
    return units


def _read_unit_file(path: Path) -> dict[str, tuple[AmountKind, str]]:
    root, source = read_rule_yaml(path)
    units: dict[str, tuple[AmountKind, str]] = {}
    for kind, table in _read_mapping(root, source).items():
        if kind not in get_args(AmountKind):
            known = ", ".join(get_args(AmountKind))
            message = f"unknown kind of amount `{kind}`; write one of {known}"
            raise RuleError(message, path=source.path, line=table.line)
        for unit, spellings in _read_mapping(table, source).items():
            for item in _read_list(spellings, source):
                spelling = str(item.value).lower()
                if spelling in units:
                    message = f'duplicate spelling "{spelling}" (also {units[spelling][1]}); keep one'
                    raise RuleError(message, path=source.path, line=item.line)
                units[spelling] = (cast(AmountKind, kind), unit)
    return units


def read_patterns(path: Path, compile_term: CompileTerm) -> tuple[list[Pattern], list[Pattern]]:
    """Read one evidence file: `label`, `values` (value → name → pattern lines) and `unless` (pattern lines).

    Returns the patterns and the exclusions. Raises RuleError for a key, label, value or line that cannot be used, and
    for a line that stands twice.
    """
    root, source = read_rule_yaml(path)
    table = _read_mapping(root, source)
    unknown = sorted(set(table) - {"label", "values", "unless"})
    if unknown:
        line = table[unknown[0]].line
        raise RuleError(
            f"unknown key `{unknown[0]}`; write label, values or unless", path=source.path, line=line
        )
    label = table["label"].value if "label" in table else None
    if not isinstance(label, str) or label not in LABEL_VALUES:
        allowed = ", ".join(sorted(LABEL_VALUES))
        raise RuleError(f"unknown label {label!r}; write one of {allowed}", path=source.path, line=1)
    if "values" not in table:
        message = "missing key `values`; list them as value, name, pattern lines"
        raise RuleError(message, path=source.path, line=1)
    seen: dict[str, int] = {}

    def compile_lines(node: Node, value: str, name: str) -> list[Pattern]:
        compiled = []
        for item in _read_list(node, source):
            line = str(item.value)
            try:
                if line in seen:
                    raise PatternError(f"is also in line {seen[line]}; keep one")
                pattern = compile_pattern(
                    line, label=label, value=value, name=name, compile_term=compile_term
                )
            except PatternError as error:
                joint = " " if line in seen else ": "
                raise RuleError(f'pattern "{line}"{joint}{error}', path=source.path, line=item.line) from None
            seen[line] = item.line
            compiled.append(pattern)
        return compiled

    patterns: list[Pattern] = []
    for value, names in _read_mapping(table["values"], source).items():
        if value not in LABEL_VALUES[label]:
            allowed = ", ".join(LABEL_VALUES[label])
            raise RuleError(
                f"unknown value {value!r} of {label}; write {allowed}", path=source.path, line=names.line
            )
        for name, lines in _read_mapping(names, source).items():
            patterns += compile_lines(lines, value, name)
    exclusions = compile_lines(table["unless"], "", "unless") if "unless" in table else []
    return patterns, exclusions


def _read_mapping(node: Node, source: Source) -> dict[str, Node]:
    if not isinstance(node.value, dict):
        raise RuleError("this must be a mapping; write `key: value` lines", path=source.path, line=node.line)
    return node.value


def _read_list(node: Node, source: Source) -> list[Node]:
    if not isinstance(node.value, list) or not node.value:
        raise RuleError(
            "this must be a list of lines; write `- ` before each", path=source.path, line=node.line
        )
    return node.value
