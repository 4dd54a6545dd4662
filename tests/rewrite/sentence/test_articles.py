"""Articles that a headline leaves out: put in only where the noun is counted and the phrase is plain."""

from __future__ import annotations

import pytest

from bulletlint.evidence import Words
from bulletlint.rewrite.sentence.articles import find_articles


@pytest.mark.parametrize(
    ("text", "verbs", "lemmas", "expected"),
    [
        ("Built prompt library bot for students.", (0,), ("build",), {1: "a"}),
        ("Built app to compare rents.", (0,), ("build",), {1: "an"}),
        ("Developed ML platform with Kafka.", (0,), ("develop",), {1: "an"}),
        ("Developed and trained CNN model, achieving 99 %.", (0, 2), ("develop", "train"), {3: "a"}),
        ("Created unified reporting system for schools.", (0,), ("create",), {1: "a"}),
        ("Wrote hourly report for the board.", (0,), ("write",), {1: "an"}),
        # mass, plural, named, doubtful sounds
        ("Built software for schools.", (0,), ("build",), {}),
        ("Built dashboards for schools.", (0,), ("build",), {}),
        ("Built Remote Work Management System for schools.", (0,), ("build",), {}),
        ("Built RAG system for schools.", (0,), ("build",), {}),
        # a determiner, a figure or a word that wants "the"
        ("Built the system for schools.", (0,), ("build",), {}),
        ("Built her system for schools.", (0,), ("build",), {}),
        ("Built 3 systems for schools.", (0,), ("build",), {}),
        ("Built first system for schools.", (0,), ("build",), {}),
        ("Built company's website.", (0,), ("build",), {}),
        # what was there before may want "the"
        ("Maintained system for schools.", (0,), ("maintain",), {}),
        ("Implemented Caffe framework for schools.", (0,), ("implement",), {}),
        # the phrase goes on
        ("Built system and network for schools.", (0,), ("build",), {}),
        ("Built system, network and app.", (0,), ("build",), {}),
        ("Built case-driven dashboards/configurations.", (0,), ("build",), {}),
    ],
)
def test_the_thing_that_was_made_gets_its_article(  # type: ignore[no-untyped-def]
    text: str, verbs: tuple[int, ...], lemmas: tuple[str, ...], expected: dict[int, str], read, words: Words
) -> None:
    """By position; nothing where anything speaks against it."""
    tokens = read(text).tokens
    assert find_articles(tokens, words, verbs, lemmas, len(tokens)) == expected
