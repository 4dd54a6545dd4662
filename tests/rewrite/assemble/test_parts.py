"""The parts of a rewrite: where a figure goes, when the parse is too loose, what a full stop belongs to."""

from __future__ import annotations

import pytest

from bulletlint.core.finding import Piece
from bulletlint.evidence import Words
from bulletlint.rewrite.assemble.inputs import Inputs
from bulletlint.rewrite.assemble.parts import (
    cut_label,
    cut_rest,
    find_means,
    find_metric_place,
    has_loose_verb,
    lift_stop,
    names_means,
    trim_end,
)
from bulletlint.rewrite.sentence.anatomy import dissect_bullet
from bulletlint.rewrite.slots.missing_facts import MissingFacts
from bulletlint.rewrite.slots.wording import Wordings, find_theme


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Improved recall by adding synonyms", "recall"),
        ("Improved recall of the ranker for buyers", "buyers"),
        ("Improved reliability, uptime, and recall", "recall"),
        ("Improved triage to save time", "triage"),
        ("Improved a page that lists prices", "page"),
        ("Improved recall, raising sales", "recall"),
        ("Reduced cost for buyers and latency by batching calls", "latency"),
    ],
)
def test_a_figure_goes_behind_what_was_changed(text: str, after: str, read) -> None:  # type: ignore[no-untyped-def]
    """Before the means, a purpose, a relative clause or a trailing one; a list is not broken."""
    tokens = read(text).tokens
    assert tokens.lower[find_metric_place(tokens, 0, len(tokens)) - 1] == after


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Built a cache by wrapping the client", True),
        ("Built a cache by carefully wrapping the client", True),
        ("Cut latency by 40 %", False),
        ("Built a cache that saves time by batching calls", False),
        ("Built a cache (by wrapping the client) for search", False),
        ("Built a cache through batching", False),
    ],
)
def test_a_how_may_name_its_own_means(text: str, names: bool, read) -> None:  # type: ignore[no-untyped-def]
    """With "by …ing", but not in brackets or in a clause about what was made."""
    tokens = read(text).tokens
    assert names_means(tokens, 0, len(tokens)) is names


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Sped up search by sharding the index", "by"),
        ("Cut latency by 40 % through caching", "through"),
        ("Cut the bill for shops that pay by card", None),
        ("Cut latency by 40 %", None),
    ],
)
def test_means_begin_where_a_preposition_names_them(text: str, means: str | None, read) -> None:  # type: ignore[no-untyped-def]
    """Not where "by" goes on to a figure, nor in a clause."""
    tokens = read(text).tokens
    place = find_means(tokens, 0, len(tokens))
    assert (None if place is None else tokens.lower[place]) == means


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("Built a cache and documented it", False),
        ("Built a tool that records calls and rates them", False),
        ("Built dashboards for crews who left and shall return", False),
        ("Built a cache using Redis", False),
        ("Built caches shall serve", True),
        ("Created Power Automate flows that save an hour", False),
        ("Installs and images laptops", True),
    ],
)
def test_a_verb_without_a_place_makes_the_parse_loose(  # type: ignore[no-untyped-def]
    text: str, loose: bool, read, words: Words, wordings: Wordings
) -> None:
    """Then the sentence is kept as it is."""
    reading = read(text)
    facts = reading.facts
    anatomy = dissect_bullet(reading.tokens, facts, words, 0)
    assert anatomy is not None
    theme = find_theme(wordings, reading.tokens, facts, words, 0)
    inputs = Inputs(reading.tokens, facts, words, wordings, MissingFacts(), {}, theme)
    assert has_loose_verb(inputs, anatomy, len(reading.tokens)) is loose


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("charts in R.", ("charts in R", ["."])), ("sales in the U.S.", ("sales in the U.S.", [])),
        ("a cache", ("a cache", [])), ("for Acme Inc.", ("for Acme Inc.", [])),
    ],
)  # fmt: skip
def test_the_last_full_stop_is_lifted_off_its_word(text: str, parts: tuple[str, list[str]], read) -> None:  # type: ignore[no-untyped-def]
    """So that slots stand before it; abbreviations keep theirs."""
    pieces, stop = lift_stop(read(text).tokens, [Piece(text, 0, len(text))])
    assert (pieces[0].text, [piece.text for piece in stop]) == parts


def test_label_and_rest_stay_as_they_are(read) -> None:  # type: ignore[no-untyped-def]
    """With the blanks and marks that stand there."""
    tokens = read("Search:  rebuilt it.  Then left (2021).").tokens
    assert [piece.text for piece in cut_label(tokens, 2)] == ["Search:  "]
    assert [piece.text for piece in cut_rest(tokens, 4)] == [".  Then left (2021)."]
    assert trim_end(read("Built a cache, and").tokens, 0, 5) == 3
