"""Tests of noun phrases and prepositional phrases."""

import random

from hypothesis import given
from hypothesis import strategies as st
from training.grammar.node import plant
from training.grammar.phrases import OBJECT_CLASSES, noun_phrase, prepositional, team
from training.tree import find_fault


@given(st.integers(), st.sampled_from(OBJECT_CLASSES), st.integers(0, 3))
def test_noun_phrases_are_trees(seed: int, key: str, depth: int) -> None:
    """Whatever is drawn, a noun phrase of any class and depth is one valid tree."""
    assert find_fault(plant(noun_phrase(random.Random(seed), key, "dobj", depth=depth))) == ""


@given(st.integers())
def test_teams_and_prepositional_phrases_are_trees(seed: int) -> None:
    """They are rooted in the team and in the preposition."""
    chance = random.Random(seed)
    trees = [plant(team(chance, "dobj")), plant(prepositional(chance))]
    assert [(find_fault(tree), tree.tags[tree.labels.index("ROOT")]) for tree in trees] == [
        ("", "NN"),
        ("", "IN"),
    ]
