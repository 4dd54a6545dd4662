"""The findings that no rule makes: something is wrong with a directive in a resume."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding that no rule makes: something is wrong with a directive itself."""

    code: str
    name: str
    summary: str
    instead: str


UNKNOWN = Notice(
    "BL001",
    "unknown-suppression",
    "A directive names no rule, or one that there is not.",
    "Write `bulletlint: ignore RULE reason`, with a code or a name that `bulletlint rules` lists.",
)
UNUSED = Notice(
    "BL002",
    "unused-suppression",
    "A directive silences nothing.",
    "Remove it: the bullet has been fixed. Or the comment stands at another one: `ignore` speaks of the bullet on its "
    "line or right above, `ignore-next` of the next one below.",
)
NO_REASON = Notice(
    "BL003",
    "suppression-without-reason",
    "A directive gives no reason, and the settings ask for one.",
    "Say after the rule why the reader can do without: `ignore missing-cost figure is confidential`.",
)
NOTICES = (UNKNOWN, UNUSED, NO_REASON)
