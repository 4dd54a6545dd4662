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
