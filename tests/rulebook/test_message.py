"""Messages of rule files: their slots are those that the rule fills."""

from __future__ import annotations

import pytest

from builders import RULE, make_rule
from bulletlint.core.errors import RuleError


def test_a_message_about_a_file_has_the_slots_of_files() -> None:
    """There is no lead verb in a whole file."""
    head = RULE.replace("severity: error", "severity: error\nscope: document")
    with pytest.raises(RuleError, match="unknown blank {lead}"):
        make_rule(head.replace("lead_class: [build]", "duplicate: [true]"))


def test_a_message_says_whether_it_is_worth_saying() -> None:
    """None leaves that to the rule and the profile."""
    texts = "messages:\n  - {text: a, when: {ai: [true]}, unsaid: true}\n  - {text: b, unsaid: false}\n  - {text: c}"
    rule = make_rule(RULE.replace("""message: '"{lead}" says what you worked on'""", texts))
    assert [message.unsaid for message in rule.messages] == [True, False, False]
    with pytest.raises(RuleError, match="11: `unsaid` must be true or false"):
        make_rule(
            RULE.replace("""message: '"{lead}" says what you worked on'""", texts.replace("true}", "1}", 1))
        )
