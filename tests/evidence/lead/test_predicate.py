"""Opening words that only look like a lead, told from those that lead by what stands behind their supposed object."""

from __future__ import annotations

import pytest

from builders import load_shipped
from bulletlint.core.facts import Lead
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import gather_facts, load_words

WORDS = load_words((find_rules_folder(),))


def find_lead(text: str) -> Lead | None:
    return gather_facts(load_shipped().nlp(text), WORDS).lead


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Suggested settlements over 500 dollars need a supervisor.", "need"),
        ("Quote turnaround shrank from 3 days to 4 hours.", "shrank"),
        ("Reported outages fell from nine a month to two.", "fell"),
        ("Automated checks catch bad labels before shipping.", "catch"),
        ("Generated summaries carry a link to their source.", "carry"),
        ("Delayed shipments dropped by 12 % after we rerouted trucks.", "dropped"),
        ("Cost per order dropped by 30 %.", "dropped"),
        ("Predicted demand can be overruled by the planner.", "overruled"),
    ],
)
def test_a_word_before_the_subject_of_another_verb_does_not_lead(text: str, lead: str) -> None:
    """An adjective or a noun in front of a subject claims nothing; the finite verb behind it does."""
    found = find_lead(text)
    assert found is not None
    assert found.text == lead


@pytest.mark.parametrize(
    "text",
    [
        "Suggested settlements over 500 dollars to supervisors.",
        "Found users prefer shorter forms.",
        "Ensured teams met their deadlines.",
        "Showed nurses spend 3 hours a day on notes.",
        "Fixed bugs customers reported.",
        "Built dashboards executives use daily.",
        "Automated reports sent to 40 branches.",
        "Managed nurses to safely discharge 40 patients a week.",
        "Developed Excel workflows to automate payroll.",
        "Rebuilt search so buyers find parts faster.",
        "Wrote scripts the team uses daily.",
    ],
)
def test_a_verb_with_a_clause_about_its_object_still_leads(text: str) -> None:
    """A clause that the lead takes, a relative one, one of purpose or of result has its own place."""
    found = find_lead(text)
    assert found is not None
    assert (found.start, found.text) == (0, text.split()[0])
