"""The findings that no rule makes."""

from __future__ import annotations

from bulletlint.rulebook.load import load_rules
from bulletlint.rulebook.notices import NO_REASON, NOTICES, UNKNOWN, UNUSED


def test_every_notice_is_listed_under_its_own_code() -> None:
    """Codes of notices begin with BL0, which no rule's does, and no two names are the same."""
    assert NOTICES == (UNKNOWN, UNUSED, NO_REASON)
    assert [(notice.code, notice.name) for notice in NOTICES] == [
        ("BL001", "unknown-suppression"),
        ("BL002", "unused-suppression"),
        ("BL003", "suppression-without-reason"),
    ]
    rules = load_rules()
    assert {rule.code[:3] for rule in rules}.isdisjoint({"BL0"})
    assert {rule.name for rule in rules}.isdisjoint({notice.name for notice in NOTICES})


def test_every_notice_says_what_to_do() -> None:
    """Its summary and its advice are sentences."""
    assert [
        text
        for notice in NOTICES
        for text in (notice.summary, notice.instead)
        if text.strip()[-1] not in ".`"
    ] == []
