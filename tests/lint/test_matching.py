"""Bullets of two versions: which is which."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletlint.lint.matching import find_moved, match_bullets

CACHE = "Implemented Redis caching for the search API, cutting p95 latency by 40 %."
FRONTED = "Cut p95 latency by 40 % with Redis caching for the search API, at $90 a month."
ROTA = "Responsible for the on-call rota of four teams."
CARD = "Launched a loyalty card in 40 stores."


@pytest.mark.parametrize(
    ("old", "new", "matched"),
    [
        ([CACHE, ROTA], [ROTA, CACHE], {0: 1, 1: 0}),
        ([CACHE, ROTA], ["Ran the rota of four teams.", FRONTED], {0: 1, 1: 0}),
        ([CACHE, CACHE], [CACHE, FRONTED], {0: 0, 1: 1}),
        ([CACHE], [f"  {CACHE.upper()} "], {0: 0}),
        ([CACHE], [CARD], {}),
        ([ROTA], [CARD, ROTA, ROTA], {1: 0}),
        ([], [CARD], {}),
        ([CARD], [], {}),
        ([CARD, "Opened 40 stores."], ["Launched a loyalty card in 60 stores.", "Opened 60 stores."], {0: 0, 1: 1}),
    ],
)  # fmt: skip
def test_bullets_are_matched_by_their_words(old: list[str], new: list[str], matched: dict[int, int]) -> None:
    """The same words first, in their order; then the most alike; each bullet once."""
    assert match_bullets(old, new) == matched


@given(
    st.lists(st.sampled_from([CACHE, FRONTED, ROTA, CARD, "", "!"])),
    st.lists(st.sampled_from([CACHE, ROTA, ""])),
)
def test_no_bullet_is_matched_twice(old: list[str], new: list[str]) -> None:
    """Whatever is in them."""
    matched = match_bullets(old, new)
    assert len(set(matched.values())) == len(matched)
    assert all(0 <= first < len(new) and 0 <= second < len(old) for first, second in matched.items())


@given(st.permutations(range(7)))
def test_what_did_not_move_is_in_order(order: list[int]) -> None:
    """And the moved ones alone have to be taken out."""
    moved = find_moved(order)
    stayed = [number for place, number in enumerate(order) if place not in moved]
    assert stayed == sorted(stayed)
    assert find_moved(sorted(order)) == frozenset()


def test_as_few_as_can_be_have_moved() -> None:
    """One bullet taken to the top is one that moved."""
    assert find_moved([3, 0, 1, 2]) == {0}
    assert find_moved([1, 2, 3, 0]) == {3}


def test_a_page_of_thousands_takes_no_time() -> None:
    """Words that all bullets share are no reason to compare all with all."""
    words = [f"{number:04}word" for number in range(400)]
    choose = random.Random(1)
    old = [" ".join(choose.sample(words, 12)) + " of the team" for _ in range(1_000)]
    new = [f"{text} again" for text in old[:500]]
    assert match_bullets(old, new) == {number: number for number in range(500)}
