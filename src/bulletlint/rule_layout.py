"""How rules and profiles are laid out in the cache, beside the layout of reports in codec.py."""

from __future__ import annotations

from bulletlint.codec import VERBATIM, Layout
from bulletlint.profile import Overlay, Profile
from bulletlint.rule import Clause, Condition, Example, Message, Rule, SeverityCase

RULE_LAYOUT: Layout = {
    Clause: {"pattern": VERBATIM},
    Condition: {"clauses": [Clause], "exceptions": [Clause]},
    Message: {},
    SeverityCase: {},
    Example: {},
    Rule: {
        "messages": [Message],
        "severity_when": [SeverityCase],
        "forbids": Condition,
        "requires": Condition,
        "unless": Condition,
        "bad": [Example],
        "good": [Example],
        "missed": [Example],
        "false_alarm": [Example],
    },
    Overlay: {},
    Profile: {"overlays": [Overlay]},
}
