"""Shares and their intervals."""

from __future__ import annotations

import random

import pytest

from bulletlint.cohort.figures.share import Share, Sums, find_interval


def add(*people: tuple[int, int]) -> Sums:
    """Return the sums of people, each with its asked and stated bullets."""
    sums = Sums()
    for asked, stated in people:
        sums.add(asked, stated)
    return sums


@pytest.mark.parametrize(
    ("share", "number", "low", "high"),
    [(0.1, 10, 0.0179, 0.4042), (0.5, 100, 0.4038, 0.5962), (0.0, 20, 0.0, 0.1611), (1.0, 20, 0.8389, 1.0)],
)
def test_the_interval_is_wilsons(share: float, number: int, low: float, high: float) -> None:
    """As tables of it have it."""
    assert find_interval(share, number) == pytest.approx((low, high), abs=5e-5)


def test_nothing_asked_has_no_share() -> None:
    """And a person who is asked nothing does not count."""
    assert add((0, 0)).share() is None
    share = add((0, 0), (4, 1), (4, 3)).share()
    assert share is not None
    assert (share.stated, share.asked, share.people, share.value) == (4, 8, 2, 0.5)


def test_bullets_that_are_all_the_same_count_as_their_people() -> None:
    """Ten people who each say all or nothing tell as much as ten bullets, not as a hundred."""
    assert add(*[(10, 10), (10, 0)] * 5).count_independent() == pytest.approx(9)
    assert add(*[(10, 0)] * 8).count_independent() == 8
    assert add((10, 3)).count_independent() == 1


def test_bullets_that_differ_within_a_resume_count_as_bullets() -> None:
    """Never as more than there are."""
    assert add(*[(10, 5)] * 20).count_independent() == 200


def test_the_interval_covers_the_truth() -> None:
    """In about 95 of 100 cohorts whose people differ; one that takes each bullet for independent does so in 64."""
    rng = random.Random(5)
    covered = 0
    for _ in range(400):
        sums = Sums()
        for _ in range(60):
            own = rng.choice((0.05, 0.55))
            asked = rng.randint(4, 16)
            sums.add(asked, sum(rng.random() < own for _ in range(asked)))
        share = sums.share()
        assert share is not None
        covered += share.low <= 0.3 <= share.high
    assert 0.92 <= covered / 400 <= 0.985


def test_groups_add_up() -> None:
    """As if their resumes had been counted together."""
    first, second = add((4, 1), (6, 2)), add((8, 8))
    first.add_all(second)
    assert first.share() == add((4, 1), (6, 2), (8, 8)).share()
    assert isinstance(first.share(), Share)
