"""Tests of verbs with a frame of their own."""

import random

from hypothesis import given
from hypothesis import strategies as st
from training.grammar.frames import special_verb
from training.grammar.node import plant
from training.tree import find_fault


@given(st.integers(), st.sampled_from(("VB", "VBD", "VBZ", "VBG")))
def test_frames_are_trees_led_by_their_verb(seed: int, tag: str) -> None:
    """Keep track of, take part in, put a cap on, be responsible for: the verb leads."""
    tree = plant(special_verb(random.Random(seed), tag, "", "special"))
    assert (find_fault(tree), tree.heads[0]) == ("", 0)
