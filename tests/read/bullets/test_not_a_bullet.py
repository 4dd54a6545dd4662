"""The shapes of lines: how they open, their dates, and how long they may be."""

from __future__ import annotations

import pytest

from bulletlint.read.bullets import not_a_bullet
from bulletlint.read.bullets.not_a_bullet import (
    find_reason,
    is_job_line,
    is_one_sentence,
)
from bulletlint.read.bullets.section_words import load_section_words


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Acme, Engineer, 2019 – 2021", True), ("Built it from 2019 to 2021", False), ("Acme, Engineer", False)],
)
def test_a_job_line_has_dates_and_no_verb(line: str, expected: bool) -> None:
    """A line that names a job says when it was."""
    assert is_job_line(line, load_section_words()) == expected


def test_sentences_are_counted_by_their_ends() -> None:
    """A point in a number or a name ends no sentence."""
    assert is_one_sentence("Cut p95 by 0.4 s in Node.js for U.S. users")
    assert not is_one_sentence("Cut it. Then grew it.")


@pytest.mark.parametrize(
    ("length", "reason"), [(3000, None), (3001, "too long for a bullet (3001 characters)")]
)
def test_a_page_of_prose_is_no_bullet(length: int, reason: str | None) -> None:
    """A line of more than 3,000 characters is refused by its length alone, before any pattern looks at it."""
    line = "Built it and ".ljust(length, "x")
    assert find_reason(line, load_section_words(), "listed") == reason


@pytest.mark.parametrize("piece", ["2019 ", "a-", "a@", "a.b", "+1 ", "A, ", "“a", "(", "a: "])
def test_no_pattern_sees_a_line_that_is_too_long(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hostile line of any length costs nothing, since nothing but its length is looked at."""
    asked: list[str] = []
    monkeypatch.setattr(not_a_bullet, "read_line", lambda text, known: asked.append(text))
    line = piece * 3001
    assert (
        find_reason(line, load_section_words(), "listed") == f"too long for a bullet ({len(line)} characters)"
    )
    assert asked == []
