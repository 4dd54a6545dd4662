"""Which bullets tell of work long past."""

from __future__ import annotations

import pytest

from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter
from bulletlint.lint.past_work import find_past
from bulletlint.read import read_bytes

PAGE = """# Ines Okoro

## Experience

### Planner, Lowmoor Mills (2021 - present)

- Cut waste from 9 % to 4 % of flour by weighing it.

### Clerk, Harbour Foods ({middle})

- Created a rota for the laundry.

### Trainee, Harbour Foods ({oldest})

- Created a list for the cellar.
- Created excellent lists for the yard.

## Projects

- Created a map of the allotments.
"""


@pytest.mark.parametrize(
    ("middle", "oldest", "past"),
    [
        ("2015 - 2021", "2013 - 2015", {2}),
        ("2010 - 2012", "2008 - 2010", {1, 2}),
        ("2015 - 2021", "2015 - 2021", set()),
        ("2020 - 2021", "2019 - 2020", set()),
        ("at times", "2013 - 2021", set()),
        ("at times", "2011 - 2013", {2}),
    ],
)
def test_the_oldest_of_several_and_what_ended_long_ago_are_past(
    middle: str, oldest: str, past: set[int]
) -> None:
    """A line that praises itself is worth a question at any age, and a project below is none of the job."""
    (document,) = read_bytes(PAGE.format(middle=middle, oldest=oldest).encode(), name="a.md")
    assert find_past(document, {"words-praise": ["excellent"]}) == past


def test_a_page_without_dates_has_no_past() -> None:
    (document,) = read_bytes(b"# Jobs\n\n- Created a rota.\n", name="a.md")
    assert find_past(document, {}) == frozenset()


def test_long_past_work_is_asked_for_no_result_in_reports_for_people() -> None:
    """Programs hear of it as before."""
    (file,) = (
        Linter(Settings())
        .lint_text(PAGE.format(middle="2015 - 2021", oldest="2013 - 2015"), format="markdown")
        .files
    )
    found = [[(item.rule, item.unsaid) for item in bullet.findings] for bullet in file.bullets]
    assert ("weak-verb", True) in found[2]


def test_a_paragraph_of_several_statements_hides_no_later_entry() -> None:
    """Its bullets are found by their first words, so that those below it are counted on."""
    page = b"""* Experience

** Planner, Lowmoor Mills (2021 - present)

Planned the week of the mill. Trained four millers in a year. Wrote the handbook on flour.

** Clerk, Harbour Foods (2008 - 2010)

- Created a rota for the laundry.
"""
    (document,) = read_bytes(page, name="a.org")
    assert [bullet.text for bullet in document.bullets] == [
        "Planned the week of the mill.",
        "Trained four millers in a year.",
        "Wrote the handbook on flour.",
        "Created a rota for the laundry.",
    ]
    assert find_past(document, {}) == {3}
