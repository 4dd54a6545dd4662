"""How lines open: verbs by their endings, by lists, and by what follows them."""

from __future__ import annotations

import pytest

from bulletlint.read.bullets.openings import find_opening, governs_object, is_gerund
from bulletlint.read.bullets.section_words import load_section_words


@pytest.mark.parametrize(
    ("line", "opening"),
    [
        ("Built it", "past"),
        ("Successfully rebuilt it", "past"),
        ("I led it", "past"),
        ("Co-founded it", "past"),
        ("Fine-tuned it", "past"),
        ("Leading it", "past"),
        ("Lead the search", "base"),
        ("Maintains it", "base"),
        ("Close the books", "base"),
        ("Parses a feed", "base"),
        ("Chair, the Nordic meeting", "none"),
        ("In the first year", "none"),
        ("Web-based tools", "none"),
        ("Advanced Python", "none"),
        ("Red team", "none"),
        ("Machine learning", "none"),
        ("“Ranking with small models”", "none"),
        ("40% fewer tickets", "none"),
        ("⟨your own part⟩ while helping with tests", "past"),
        ("", "none"),
        ("Optomize speed, cost & uptime", "base"),
        ("Recieve, weigh and rack lorries", "base"),
        ("Mangae the night shift", "base"),
        ("Orchestrte pickers & drivers", "base"),
        ("Manager, night shift", "none"),
        ("Resort hotel, spa and pool", "none"),
        ("Developer tools and docs", "none"),
        ("Mangae", "none"),
        # A verb that nobody listed, told by what it is made of and by the object behind it.
        ("QA'd 40 releases.", "past"),
        ("OK’d every plan", "past"),
        ("I'd do it again", "none"),
        ("Pen-tested 12 APIs.", "past"),
        ("3D-printed 200 masks.", "past"),
        ("e-mailed 900 alumni.", "past"),
        ("Laser-cut 90 signs", "past"),
        ("Hand-built the case", "past"),
        ("Wire-tapped nothing", "past"),
        ("AI-powered chatbots", "none"),
        ("Purpose-built labs", "none"),
        ("Self-taught cook", "none"),
        ("Ghostwrote speeches", "past"),
        ("Restrung uprights", "past"),
        ("Outran two rivals", "past"),
        ("Outbound sales", "none"),
        ("Relay team", "none"),
        ("Bespoke suits", "none"),
        ("Distributed 400 leaflets", "past"),
        ("Certified 2019", "none"),
        ("Guide over 200 guests", "base"),
        ("Feed 40 species", "base"),
        ("Unlock, light and heat the nave", "base"),
        ("Berth 900 boats a season", "base"),
        ("Room 101 guests", "none"),
        ("Grade 8 piano", "none"),
        ("Phase 2 trials", "none"),
        ("Windows 10 machines", "none"),
    ],
)
def test_a_line_opens_with_a_verb_or_not(line: str, opening: str) -> None:
    """Past forms and gerunds are told by ending and list, base forms by list, also with one slip in the word."""
    assert find_opening(line, load_section_words()) == opening


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Leading a team of nine", (True, True)),
        ("Currently developing a planner", (True, True)),
        ("Driving licence, class B", (True, False)),
        ("Reading and writing of SQL", (True, False)),
        ("Led a team", (False, True)),
    ],
)
def test_a_gerund_with_an_object_is_told_from_the_name_of_an_activity(
    line: str, expected: tuple[bool, bool]
) -> None:
    """An article or preposition soon after it, before any comma, shows that something is done."""
    known = load_section_words()
    assert (is_gerund(line), governs_object(line, known)) == expected
