"""Tests of amounts."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.grammar.amounts import amount, duration, money, percent, quantity, rate
from training.grammar.node import plant
from training.tree import find_fault


@given(st.integers(), st.sampled_from((amount, duration, money, percent, quantity)))
def test_amounts_are_trees(seed: int, kind: object) -> None:
    """Counts, shares, money and time are valid trees that hold a number or a number word."""
    tree = plant(kind(random.Random(seed), "pobj"))  # type: ignore[operator]
    assert find_fault(tree) == ""


@pytest.mark.parametrize("seed", range(20))
def test_a_rate_is_per_something_or_a_something(seed: int) -> None:
    """`per query` is a preposition with its noun, `a query` a noun with its article."""
    tree = plant(rate(random.Random(seed)))
    assert tree.tags in (("IN", "NN"), ("DT", "NN"))
