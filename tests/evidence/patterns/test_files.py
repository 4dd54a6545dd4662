"""The shipped evidence files: what they find in plain sentences, and what they leave alone in near misses."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import read_facts_of

PHRASES = Path(__file__).parents[2] / "gold" / "phrases.tsv"
ROWS = [line.split("\t") for line in PHRASES.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize("text", [text for label, stated, text in ROWS if (label, stated) == ("cost", "yes")])
def test_a_cost_is_found_however_it_is_said(text: str) -> None:
    """As a price, a limit kept, means that were there, people and their time, something given up, something saved."""
    assert read_facts_of(text).cost != "none"


@pytest.mark.parametrize("text", [text for label, stated, text in ROWS if (label, stated) == ("cost", "no")])
def test_money_time_and_people_alone_are_no_cost(text: str) -> None:
    """A budget that somebody managed, a wage, a size of a team, a price on a shelf."""
    assert read_facts_of(text).cost == "none"


@pytest.mark.parametrize(
    "text", [text for label, stated, text in ROWS if (label, stated) == ("fallback", "yes")]
)
def test_a_fallback_is_found_however_it_is_said(text: str) -> None:
    """As a hand-over, a way back, a release in steps, a limit on what can be done, a plan for the bad day."""
    assert read_facts_of(text).fallback is True


@pytest.mark.parametrize(
    "text", [text for label, stated, text in ROWS if (label, stated) == ("fallback", "no")]
)
def test_the_words_of_a_fallback_alone_are_none(text: str) -> None:
    """A phone, a switch, a return, a first try, by hand: without a risk that they contain."""
    assert read_facts_of(text).fallback is False
