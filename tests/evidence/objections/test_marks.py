"""The facts that only rules ask for."""

from __future__ import annotations

import pytest

from builders import read_facts_of


@pytest.mark.parametrize(
    ("text", "live"),
    [
        ("Launched a refund chatbot for 12k customers.", True),
        ("Deployed a churn model to production.", True),
        ("Evaluated three language models for contract review.", False),
        ("Prototyped an assistant in two weeks.", False),
    ],
)
def test_live_says_that_people_use_it(text: str, live: bool) -> None:
    """A prototype can fail nobody yet."""
    assert read_facts_of(text).live is live


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("Decided against a mobile app after 12 interviews.", True),
        ("Dropped two of five planned features.", True),
        ("Delayed the launch by a month until refunds worked.", True),
        ("Capped spend at $2 a user.", True),
        ("Launched search for 300 law firms.", False),
        ("Added a kill switch to the ranking service.", False),
    ],
)
def test_a_decision_is_what_was_cut_delayed_capped_or_decided_against(text: str, decision: bool) -> None:
    """A kill switch is a fallback, not a decision."""
    assert read_facts_of(text).decision is decision


def test_a_plain_bullet_has_no_marks() -> None:
    """A clean bullet gives rules nothing to point at."""
    facts = read_facts_of("Cut claim handling from 5 days to 1 at $300 a month, with a clerk as fallback.")
    assert (facts.marks, facts.length, facts.deliverables) == ((), "fit", "one")
