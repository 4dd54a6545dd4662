"""What a bullet tells of: a deed, an honour, a trait."""

from __future__ import annotations

import pytest

from builders import load_shipped


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Cut misprints by 12 % with a new feed.", "deed"),
        ("Promoted twice in 18 months after cutting defects by 30 %.", "honour"),
        ("Awarded the 2021 safety prize for halving injuries.", "honour"),
        ("Selected from 4,000 applicants for the fellowship.", "honour"),
        ("Employee of the month three times.", "honour"),
        ("Won Baker of the Year in 2022.", "honour"),
        ("Promoted the spring fair to 900 customers.", "deed"),
        ("Selected three vendors for the canteen.", "deed"),
        ("Ran the award programme for 40 apprentices.", "deed"),
        ("Won back nine lost customers.", "deed"),
        ("Excellent telephone manner and typing skills", "trait"),
        ("Strong first quarter: 14 new accounts.", "deed"),
    ],
)
def test_what_a_bullet_tells_of(text: str, tells: str) -> None:
    """What was given to the writer and what the writer is like deliver nothing."""
    analyser = load_shipped()
    facts = analyser.read(analyser.nlp(text)).facts
    assert facts.tells == tells
    assert tells == "deed" or facts.kind == "other"
