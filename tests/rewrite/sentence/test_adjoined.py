"""Clauses beside the main one, and clauses that reach to the end."""

from __future__ import annotations

import pytest

from bulletlint.rewrite.sentence.adjoined import ends_in_clause, find_main_end, find_spliced, has_finite


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("The map needs 180 MB, so the app works on cheap phones", "The map needs 180 MB"),
        ("The hall wasted less rice, though it ran out twice", "The hall wasted less rice"),
        ("Cut spend by 9 %, while keeping quality", None),
        ("Cut spend by 9 % so the app works", None),
        ("Cut spend (slowly, because nobody asked)", None),
    ],
)
def test_the_main_clause_ends_before_another_with_a_verb(text: str, main: str | None, read) -> None:  # type: ignore[no-untyped-def]
    """At its comma, outside of brackets."""
    tokens = read(text).tokens
    end = find_main_end(tokens, 0, len(tokens))
    assert (text[: tokens.end[end - 1]] if end < len(tokens) else None) == main


@pytest.mark.parametrize(
    ("text", "hanging"),
    [
        ("Built an alarm that rings when the door is open", True),
        ("Built an alarm, because nobody heard the bell", True),
        ("Built an alarm that rings at night", False),
        ("Built an alarm for when possible", False),
        ("Built an alarm where nobody heard the bell, ringing the porter", False),
    ],
)
def test_a_clause_may_reach_to_the_end(text: str, hanging: bool, read) -> None:  # type: ignore[no-untyped-def]
    """Blanks behind it would seem to belong to it."""
    tokens = read(text).tokens
    assert ends_in_clause(tokens, 0, len(tokens)) is hanging


def test_a_tense_makes_a_clause(read) -> None:  # type: ignore[no-untyped-def]
    """An infinitive or a participle makes none."""
    tokens = read("The door opens to let cats in").tokens
    assert has_finite(tokens, 0, len(tokens)) is True
    assert has_finite(tokens, 3, len(tokens)) is False


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Set a budget for every page, the build goes red over it", ["the"]),
        ("Built a parser for invoices, clerks check the odd ones", ["clerks"]),
        ("Built a bot for the desk, which answers calls", []),
        ("Built a tool for nurses, doctors and porters", []),
        ("Set a budget, so the build goes red", []),
        ("Replaced 9 old books, some of which were torn", []),
    ],
)
def test_a_comma_alone_may_join_a_sentence(text: str, behind: list[str], read) -> None:  # type: ignore[no-untyped-def]
    """With a subject and a verb of its own right behind it."""
    tokens = read(text).tokens
    assert [tokens.lower[comma + 1] for comma in find_spliced(tokens, 0, len(tokens))] == behind
