"""Words of a printed line, and what stands beside its text."""

from __future__ import annotations

import pytest

from bulletlint.read.pdf.characters import Character
from bulletlint.read.pdf.words import find_words, is_date, split_asides

SIZE = 10.0


def place(*runs: tuple[float, str] | tuple[float, str, float, float], gap: float = 0.0) -> list[Character]:
    """Return characters 5 points wide at (left edge, text, size, height above the line), `gap` points between them."""
    characters = []
    for left, text, size, raised in ((*run, SIZE, 0.0)[:4] for run in runs):
        for number, letter in enumerate(text):
            start = left + number * (5 + gap)
            base = 100 - raised
            characters.append(
                Character(letter, start, base - size, start + 5, base, base, size, bold=False, known=True)
            )
    return sorted(characters, key=lambda each: each.left)


def read_words(characters: list[Character]) -> list[str]:
    return [word.text for word in find_words(characters)]


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        (place((0, "Cut it")), ["Cut", "it"]),
        (place((0, "Cut"), (17, "it")), ["Cut", "it"]),
        (place((0, "Cut"), (16.5, "it")), ["Cutit"]),
        (place((0, "Launched"), (41.5, "many"), (63, "refunds")), ["Launched", "many", "refunds"]),
        (place((0, "\ufb01x"), (30, "o\ufb03ce")), ["fix", "office"]),
        (place((0, "\uf0b7\uf020"), (30, "Cut")), ["\uf0b7", "Cut"]),
        (place((0, "EXPERIENCE"), gap=4), ["EXPERIENCE"]),
        (place((0, "SIDE"), (41, "PROJECT"), gap=4), ["SIDE", "PROJECT"]),
        (place((0, "a b c")), ["a", "b", "c"]),
        (place((0, "shops"), (25, "1", 6, 4), (32, "more")), ["shops", "more"]),
        (place((0, "10"), (10, "6", 6, 4)), ["10^6"]),
        (place((0, "40 km"), (25, "2", 6, 4)), ["40", "km2"]),
        (place((0, "1"), (5, "st", 6, 4)), ["1st"]),
    ],
)
def test_words(characters: list[Character], expected: list[str]) -> None:
    """Written spaces, gaps, letters set apart, ligatures, note marks and powers."""
    assert read_words(characters) == expected


def test_a_space_that_pdfium_sees_parts_words() -> None:
    """However narrow it is."""
    characters = place((0, "Cut"), (16, "it"))
    characters[3] = characters[3]._replace(spaced=True)
    assert read_words(characters) == ["Cut", "it"]


def test_a_change_of_face_parts_words() -> None:
    """A title in bold right behind a date; bold figures within a word are of the word."""
    characters = place((0, "nowLead"), (60, "40%"))
    bold = [each._replace(bold=each.text in "Lead40") for each in characters]
    assert read_words(bold) == ["now", "Lead", "40%"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sept 2019 – May 2023", True),
        ("2021", True),
        ("03/2019 - Present", True),
        ("Summer ’19", True),
        ("since May 2020", True),
        ("May", False),
        ("404", False),
        ("Oslo, 2021", False),
        ("Rebuilt in 2021", False),
    ],
)
def test_dates(text: str, expected: bool) -> None:
    """A date has a year or an open end, and nothing else in it."""
    assert is_date(text) is expected


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        (place((0, "• Cut it"), (200, "May 2023")), [("text", "• Cut it"), ("aside", "May 2023")]),
        (place((0, "• Cut it"), (200, "Oslo")), [("text", "• Cut it"), ("aside", "Oslo")]),
        (place((0, "Planner, Acme"), (200, "May 2023")), [("text", "Planner, Acme May 2023")]),
        (place((0, "the claims team keeps all the rules here"), (260, "May 2023")),
         [("text", "the claims team keeps all the rules here"), ("aside", "May 2023")]),
        (place((0, "the claims team keeps all the rules here"), (210, "May 2023 – now")),
         [("text", "the claims team keeps all the rules here"), ("aside", "May 2023 – now")]),
        (place((0, "• the claims team keeps all the rules here")) + place((195, " 2021 – now")),
         [("text", "• the claims team keeps all the rules here"), ("aside", "2021 – now")]),
        (place((0, "2021"), (40, "• Cut it")), [("aside", "2021"), ("text", "• Cut it")]),
        (place((0, "Oslo"), (60, "• Cut it")), [("label", "Oslo"), ("text", "• Cut it")]),
        (place((0, "Oslo • Lyon")), [("text", "Oslo • Lyon")]),
    ],
)  # fmt: skip
def test_asides(characters: list[Character], expected: list[tuple[str, str]]) -> None:
    """Dates and places beside a bullet are no part of it; those beside a job's line are."""
    words = find_words(characters)
    assert [(role, " ".join(word.text for word in part)) for role, part in split_asides(words)] == expected
