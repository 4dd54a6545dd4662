"""Lists of names and what is told from them."""

from __future__ import annotations

import pytest

from bulletlint.read.bullets.name_lists import count_names, is_one_sentence, is_title_case, lists_activities
from bulletlint.read.bullets.section_words import load_section_words


def test_sentences_are_counted_by_their_ends() -> None:
    """A point in a number or a name ends no sentence."""
    assert is_one_sentence("Cut p95 by 0.4 s in Node.js for U.S. users")
    assert is_one_sentence("The Tempest, Globe Bristol, dir. A. Moss")
    assert not is_one_sentence("Cut it. Then grew it.")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Python, SQL & Go", 3),
        ("Leica TS16, Trimble R10, DJI Mavic 3E", 3),
        ("prompt tester used by teams, evals", 0),
        ("cost across regions, clouds", 0),
        ("Python", 0),
        ("Led it, cut it", 0),
    ],
)
def test_names_are_counted(text: str, count: int) -> None:
    """Short parts without a verb or a word that links them; longer ones where all are names."""
    assert count_names(text, load_section_words()) == count


def test_activities_and_titles() -> None:
    """Each part ends in a word for something done; a title has capitals but on its small words."""
    assert [lists_activities(text) for text in ("Repair and setup", "setup, tills", "Support, Design")] == [
        True,
        False,
        False,
    ]
    assert [is_title_case(text) for text in ("Head of the Desk", "Head of the desk at night", "")] == [
        True,
        False,
        False,
    ]
