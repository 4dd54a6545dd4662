"""The report of a file: places, profile, and what is said once a page."""

from __future__ import annotations

from bulletlint.core.finding import Group
from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter

PAGE = """# Experience

- Raised orders by 9 % without forced sign-up.
- Cut missed pickups from 7 % to 3 % at no extra cost, with the old route plan as fallback.
- Launched instalments in four markets.
- Mentored two trainees.
- Launched a support chatbot for 12k customers.
"""


def test_a_group_counts_the_bullets_that_its_rule_asks() -> None:
    """People bullets are not asked; one with an error counts as one without the thing, too."""
    (file,) = Linter(Settings(profile="ai-pm")).lint_text(PAGE, format="markdown").files
    wordings = {group.rule: group.wording for group in file.groups}
    assert file.groups == (
        Group("BL204", "missing-baseline", wordings["missing-baseline"], 0, 0, habit=True),
        Group("BL301", "missing-cost", wordings["missing-cost"], 4, 1),
        Group("BL401", "missing-fallback", wordings["missing-fallback"], 4, 1),
        Group("BL402", "missing-monitoring", wordings["missing-monitoring"], 1, 0, habit=True),
    )
    grouped = [
        (bullet.place.line, finding.rule)
        for bullet in file.bullets
        for finding in bullet.findings
        if finding.grouped
    ]
    assert grouped == [
        (3, "missing-cost"),
        (3, "missing-fallback"),
        (3, "missing-baseline"),
        (5, "missing-cost"),
        (5, "missing-fallback"),
        (7, "missing-monitoring"),
    ]
    chatbot = {finding.rule: finding.severity for finding in file.bullets[-1].findings}
    assert (chatbot["missing-cost"], chatbot["missing-fallback"]) == ("error", "error")


def test_a_file_says_how_long_it_is() -> None:
    """In lines, or in pieces of text where the format has none."""
    (file,) = Linter().lint_text(PAGE, format="markdown").files
    assert file.lines == 7


def test_a_profile_that_does_not_ask_has_no_group() -> None:
    """Nothing is said of what nobody asks."""
    (file,) = Linter(Settings(profile="everyone")).lint_text(PAGE, format="markdown").files
    assert [group.rule for group in file.groups] == ["missing-baseline"]
