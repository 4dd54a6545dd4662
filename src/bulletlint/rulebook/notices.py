"""The findings that no rule makes: something is wrong with a directive (a suppression) in a resume."""

from __future__ import annotations

from dataclasses import dataclass

from bulletlint.core.finding import Severity


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding that no rule makes: something is wrong with a directive itself."""

    code: str
    name: str
    summary: str
    instead: str
    severity: Severity = "warning"


UNKNOWN = Notice(
    "BL001",
    "unknown-suppression",
    "A suppression names no rule or an unknown one, or is misspelt and does nothing.",
    "Write `bulletlint: ignore RULE reason`, with a code, a name or a family that `bulletlint rules` lists.",
)
UNUSED = Notice(
    "BL002",
    "unused-suppression",
    "A suppression silences nothing.",
    "Remove it if the bullet has been fixed. Or move it: `ignore` is about the bullet on its line or right above, "
    "`ignore-next` about the next one below.",
)
NO_REASON = Notice(
    "BL003",
    "suppression-without-reason",
    "A suppression gives no reason, and the settings ask for one.",
    "After the rule, say why it can be ignored: `ignore missing-cost figure is confidential`.",
)
NOTICES = (UNKNOWN, UNUSED, NO_REASON)
