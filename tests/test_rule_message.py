"""Messages of rule files: their slots are those that the rule fills."""

from __future__ import annotations

import pytest

from builders import RULE, make_rule
from bulletlint.errors import RuleError

TREE = "{tree: [{RIGHT_ID: verb, RIGHT_ATTRS: {POS: VERB}}]}"


def test_a_message_may_name_a_node_that_every_clause_binds() -> None:
    """A node of one clause of two is not sure, so a message with it cannot be the last."""
    text = RULE.replace("lead_class: [build]", f"match:\n    - {TREE}").replace("{lead}", "{verb}")
    assert make_rule(text).messages[0].text == '"{verb}" says what you worked on'
    with pytest.raises(RuleError, match="not every bullet has {verb}"):
        make_rule(text.replace(TREE, TREE + "\n    - {tokens: [{LOWER: synergy}]}"))


def test_a_message_about_a_file_has_the_slots_of_files() -> None:
    """There is no lead verb in a whole file."""
    head = RULE.replace("severity: error", "severity: error\nscope: document")
    with pytest.raises(RuleError, match="nothing binds the slot {lead}"):
        make_rule(head.replace("lead_class: [build]", "duplicate: [true]"))
