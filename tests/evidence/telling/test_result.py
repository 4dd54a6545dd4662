"""Where a bullet's result stands, and how it could open."""

from __future__ import annotations

import pytest

from builders import load_shipped


@pytest.mark.parametrize(
    ("text", "place", "opening"),
    [
        ("Cut misprints by 12 % with a new feed.", "first", None),
        (
            "Wrote contract tests, raising coverage from 54 % to 88 %.",
            "last",
            "Raised coverage from 54 % to 88 %",
        ),
        ("Replaced 900 lamps with LED, cutting the bill by 46 %.", "last", "Cut the bill by 46 %"),
        ("Built a stock model that cut spoilage by 12 %.", "last", "Cut spoilage by 12 %"),
        ("Fixed a seat lock; refunds went from 40 a month to 3.", "last", None),
        ("Moved the firm to Harvest; billing now closes on the 2nd instead of the 11th.", "last", None),
        ("Rebuilt the stock forecast; mean error fell from 9 % to 5 %.", "last", None),
        ("Automated the rota, saving them 6 hours a week.", "last", None),
        (
            "Rewrote the site map, boosting traffic by 40 % and improving search for readers.",
            "last",
            "Boosted traffic by 40 %",
        ),
        (
            "Made the door switch fail safe; false alarms, which had cost about €9k a year, have stopped.",
            "last",
            None,
        ),
        ("Built a bus timetable for the county.", "none", None),
        ("Led a team of five.", "none", None),
    ],
)
def test_where_the_result_stands(text: str, place: str, opening: str | None) -> None:
    """A clause that could open a bullet is worded so; one with a subject of its own is not."""
    analyser = load_shipped()
    facts = analyser.read(analyser.nlp(text)).facts
    marks = [mark.text for mark in facts.marks if mark.label == "result"]
    assert (facts.result, marks) == (place, [opening] if opening else [])


def test_a_long_result_is_cut_short() -> None:
    """The message quotes ten words of it; the mark covers all."""
    analyser = load_shipped()
    text = "Wrote a guide, cutting the time that new clerks at the desk need for a claim by 40 %."
    (mark,) = (mark for mark in analyser.read(analyser.nlp(text)).facts.marks if mark.label == "result")
    assert mark.text == "Cut the time that new clerks at the desk need …"
    assert text[mark.start : mark.end] == text[text.index("cutting") : -1]
