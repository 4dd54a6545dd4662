"""Headings of a printed page by those that are known."""

from __future__ import annotations

from bulletlint.read.headings import Looks
from bulletlint.read.pdf.headings import PrintedText, rank_printed_headings

NAME, SECTION, JOB, BODY = (
    Looks(20, True, False),
    Looks(10, True, False),
    Looks(10, True, False),
    Looks(10, False, False),
)


def make(text: str, looks: Looks, *, free: float = 1.2, margin: bool = False, colour: int = 0) -> PrintedText:
    return PrintedText(text, looks, colour, free, alone=True, in_margin=margin)


PROSE = make("The load of nine grids is what this text is about, and it is long enough to be the body.", BODY)


def test_lines_that_look_like_known_sections_are_sections() -> None:
    """Set as bold as the titles of jobs, but with more room above."""
    texts = [
        make("Jo Doe", NAME, free=9), make("Experience", SECTION, free=2), make("Planner, Acme", JOB), PROSE, None,
        make("Selected Engagements", SECTION, free=2), make("Planner, Beta", JOB), make("Education", SECTION, free=2),
    ]  # fmt: skip
    assert rank_printed_headings(texts) == [1, 2, None, None, None, 2, None, 2]


def test_labels_in_a_margin() -> None:
    """They are set apart by their place."""
    texts = [
        make("Education", BODY, margin=True), PROSE, make("Practice", BODY, margin=True), make("Languages", BODY, margin=True),
    ]  # fmt: skip
    assert rank_printed_headings(texts) == [2, None, 2, 2]


def test_words_that_look_like_the_text_tell_nothing() -> None:
    """They may be known section names by chance."""
    texts = [make("Education", BODY), PROSE, make("Practice", BODY), make("Languages", BODY)]
    assert rank_printed_headings(texts) == [None] * 4


def test_a_colour_is_a_look() -> None:
    """Dates and sentences of that colour are no headings."""
    texts = [
        make("Skills", BODY, colour=0x248), PROSE, make("What I did", BODY, colour=0x248), make("Education", BODY, colour=0x248),
        make("2019 – 2021", BODY, colour=0x248), make("I like trams.", BODY, colour=0x248),
    ]  # fmt: skip
    assert rank_printed_headings(texts) == [2, None, 2, 2, None, None]
