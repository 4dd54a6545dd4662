"""Conditions of rule files: facts with values that they can have."""

from __future__ import annotations

import pytest

from builders import RULE, make_rule
from bulletlint.core.errors import RuleError
from bulletlint.core.rule import Condition


def test_facts_are_read_with_their_values() -> None:
    """In the order of the file; a rule without exceptions has an empty condition."""
    rule = make_rule(RULE.replace("lead_class: [build]", "lead_class: [build, none]\n  ai: [true]"))
    assert rule.forbids == Condition((("lead_class", ("build", "none")), ("ai", (True,))))
    assert rule.unless == Condition()


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ("lead_clas: [build]", "unknown fact `lead_clas` in `forbids`; did you mean `lead_class`?"),
        ("lead_class: [buid]", "unknown value `buid` of the fact `lead_class`; did you mean `build`?"),
        ("lead_class: []", "the fact `lead_class` has no values and would never hold; write one"),
        ("ai: [1]", "unknown value `1` of the fact `ai`"),
    ],
)
def test_a_fact_that_could_never_hold_is_refused(facts: str, message: str) -> None:
    """With the line that it stands in."""
    with pytest.raises(RuleError) as caught:
        make_rule(RULE.replace("lead_class: [build]", facts))
    assert str(caught.value).startswith(f"rules/weak-verb.yaml:13: {message}")


def test_a_rule_about_files_knows_the_facts_of_files() -> None:
    """What is known of a bullet is not known of a file."""
    with pytest.raises(RuleError, match="unknown fact `lead_class` in `forbids`"):
        make_rule(RULE.replace("severity: error", "severity: error\nscope: document"))
