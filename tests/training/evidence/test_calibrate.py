"""Temperatures and limits are chosen so that what is said is as sure as it is right."""

from __future__ import annotations

import numpy
from training.evidence.bullets import CLASSES
from training.evidence.calibrate import find_limit, find_temperature, soften


def test_scores_that_are_too_sure_are_cooled() -> None:
    """Nine times of ten right, but said with certainty."""
    scores = numpy.tile(numpy.array([[12.0, 0.0]], dtype=numpy.float32), (100, 1))
    truth = numpy.array([0] * 90 + [1] * 10)
    assert find_temperature(scores, truth) > 2


def test_a_limit_reaches_the_wanted_precision_with_the_most_recall() -> None:
    """The lowest one that does."""
    share = numpy.linspace(0, 1, 200)
    truth = share > 0.6
    found = find_limit(share, truth, 0.95)
    assert found["precision"] >= 0.95
    assert 0.55 < found["limit"] < 0.62
    assert found["recall"] == 1.0


def test_where_no_limit_is_good_enough_the_best_is_told() -> None:
    """With the precision that it reaches."""
    share = numpy.linspace(0, 1, 200)
    truth = numpy.arange(200) % 2 == 0
    assert find_limit(share, truth, 0.95)["precision"] < 0.7


def test_probabilities_of_a_class_add_up_to_one() -> None:
    """Whatever the temperature."""
    scores = numpy.zeros((3, sum(map(len, CLASSES.values()))), dtype=numpy.float32)
    shares = soften(scores, {"kind": 2.0})
    assert all(numpy.allclose(own.sum(axis=1), 1) for own in shares.values())
