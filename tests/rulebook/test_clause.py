"""Clauses of rule files: each that could never match is refused at its line."""

from __future__ import annotations

import pytest

from builders import RULE, make_rule
from bulletlint.core.errors import RuleError
from bulletlint.core.rule import Clause

MATCH_RULE = RULE.replace(
    "forbids:\n  lead_class: [build]", "forbids:\n  match:\n    - {patterns: [synergy]}"
)


def test_a_clause_keeps_its_patterns_with_their_lines() -> None:
    """Words that YAML would take for something else among them."""
    rule = make_rule(MATCH_RULE.replace("{patterns: [synergy]}", "patterns:\n      - on\n      - no"))
    assert rule.forbids is not None
    assert rule.forbids.clauses == (Clause("patterns", (("on", 15), ("no", 16)), 14),)


CLAUSES = {
    "two kinds": (
        "document", "{lines: [a], source: [b]}", "a clause must have exactly one key, lines or source; write one clause for each",
    ),
    "an unknown kind": (
        "bullet", "{pattern: [a]}", "unknown key `pattern` in a clause of a bullet rule; did you mean `patterns`?",
    ),
    "no patterns": ("bullet", "{patterns: []}", "patterns is empty and would never match"),
    "a pattern that is no text": ("bullet", "{patterns: [3]}", "a pattern must be text"),
    "expressions in a bullet rule": ("bullet", "{lines: [x]}", "unknown key `lines` in a clause of a bullet rule"),
}  # fmt: skip


@pytest.mark.parametrize("case", CLAUSES)
def test_a_clause_that_could_never_match_is_refused(case: str) -> None:
    """The message names the line and what is allowed."""
    scope, clause, message = CLAUSES[case]
    text = MATCH_RULE.replace("{patterns: [synergy]}", clause) + f"scope: {scope}\n"
    with pytest.raises(RuleError) as caught:
        make_rule(text)
    assert str(caught.value).startswith(f"rules/weak-verb.yaml:14: {message}")
