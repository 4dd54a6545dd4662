"""Statements without a mark: lines, sentences, round marks within a line, headlines."""

from __future__ import annotations

import pytest

from bulletlint.core.document import Block, Stretch
from bulletlint.read.bullets.section_words import load_section_words
from bulletlint.read.bullets.statements import Part, find_outline_statements, is_statement, split_statements


def split(text: str) -> list[tuple[str, str]]:
    """Return kind and text of what one paragraph falls apart into."""
    block = Block("paragraph", (Stretch(text, 0, len(text)),))
    return [(one.kind, one.text.strip()) for one in split_statements([block], load_section_words())]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Cut costs by 4%\nBuilt the search",
            [("paragraph", "Cut costs by 4%"), ("paragraph", "Built the search")],
        ),
        ("Cut costs by 4% in\nthree months", [("paragraph", "Cut costs by 4% in\nthree months")]),
        (
            "Acme Robotics\nBuilt the search",
            [("paragraph", "Acme Robotics"), ("paragraph", "Built the search")],
        ),
        ("It took a year at\nLed Zeppelin Ltd", [("paragraph", "It took a year at\nLed Zeppelin Ltd")]),
        (
            "Town Economist, Umeå, 2016 to 2020. Raised rents. Signed 14 leases.",
            [
                ("paragraph", "Town Economist, Umeå, 2016 to 2020."),
                ("paragraph", "Raised rents."),
                ("paragraph", "Signed 14 leases."),
            ],
        ),
        (
            "Cut costs. Built the search. Led a team.",
            [("paragraph", "Cut costs."), ("paragraph", "Built the search."), ("paragraph", "Led a team.")],
        ),
        (
            "Lead a shop of five. Cut the cost of a figure.",
            [("paragraph", "Lead a shop of five."), ("paragraph", "Cut the cost of a figure.")],
        ),
        (
            "Cut the cost of it. Using a small cache.",
            [("paragraph", "Cut the cost of it. Using a small cache.")],
        ),
        ("Cut costs. It took a year. Led a team.", [("paragraph", "Cut costs. It took a year. Led a team.")]),
        (
            "Skiff ▪ Built a parser ▪ Cut its memory by half",
            [("paragraph", "Skiff"), ("item", "Built a parser"), ("item", "Cut its memory by half")],
        ),
        ("Go • Kafka • SQL", [("paragraph", "Go • Kafka • SQL")]),
    ],
)
def test_a_paragraph_falls_apart_into_statements(text: str, parts: list[tuple[str, str]]) -> None:
    """Each line or sentence that opens with a verb stands by itself where all do; wrapped lines stay together."""
    assert split(text) == parts


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("Built the search in Go", Part(), True),
        ("Lead a team of nine", Part(), True),
        ("Lead a team of nine", Part(items=2), False),
        ("Joined as the second engineer", Part(items=2), True),
        ("e-mailed 900 alumni a month", Part(), True),
        ("Check tyres and brakes before each run", Part(opened=True), True),
        ("Check tyres and brakes before each run", Part(), False),
        ("built a planner for nine towns", Part(), True),
        ("building a planner for nine towns", Part(), False),
        ("Lost Luggage Diary", Part(), False),
        ("Rowing Club Rotterdam, 2016 – 2021", Part(), False),
        ("Responsible for these machines:", Part(), False),
        ("Acme is a maker of robots for farms in the cold north of Norway", Part(), False),
        ("40% fewer tickets for the desk after a new form in nine towns", Part(opened=True), True),
        ("40% fewer tickets for the desk after a new form in nine towns", Part(), False),
    ],
)
def test_an_unmarked_line_is_judged_by_its_verb_and_its_part(text: str, part: Part, expected: bool) -> None:
    """Beside marked lines a verb in the past is asked for; a line without a verb must follow a statement."""
    block = Block("paragraph", (Stretch(text, None, None),))
    assert is_statement(block, load_section_words(), part) == expected


def test_headlines_that_open_with_verbs_are_statements() -> None:
    """The headings of a level are statements if nearly all of them open with a verb; job lines are none."""
    texts = [
        (1, "Experience"),
        (2, "Acme, 2019 – 2021"),
        (3, "Rebuilt the nightly load"),
        (3, "Own the stock count now"),
    ]
    blocks = [Block("heading", (Stretch(text, None, None),), level=level) for level, text in texts]
    assert find_outline_statements(blocks, load_section_words()) == {2, 3}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Closed or opened nine runs each morning by seven. Trained the four patrollers who came after me.",
            2,
        ),
        ("Closed nine runs by seven each day. It took an hour less than before I came.", 1),
        ("Closed nine runs each morning by seven. Trained patrollers.", 1),
    ],
)
def test_two_long_sentences_are_two_statements(text: str, count: int) -> None:
    """Where both say what was done; a short second one, or one about the first, belongs to it."""
    blocks = [Block("paragraph", (Stretch(text, 0, len(text)),))]
    assert len([*split_statements(blocks, load_section_words())]) == count
