"""Tests of bullets without a verb of their own."""

import random

from hypothesis import given
from hypothesis import strategies as st
from training.grammar.fragments import fragment, heading, participle, prepositional_fragment
from training.grammar.node import plant
from training.tree import find_fault


@given(st.integers(), st.sampled_from((fragment, heading)))
def test_fragments_are_rooted_in_a_noun(seed: int, kind: object) -> None:
    """A noun, a name or a number carries the bullet."""
    tree = plant(kind(random.Random(seed)))  # type: ignore[operator]
    assert (find_fault(tree), tree.tags[tree.labels.index("ROOT")][:2] in ("NN", "CD")) == ("", True)


@given(st.integers(), st.sampled_from((participle, prepositional_fragment)))
def test_other_fragments_are_trees(seed: int, kind: object) -> None:
    """`Promoted to …`, `Responsible for …`, `In charge of …` are valid trees."""
    assert find_fault(plant(kind(random.Random(seed)))) == ""  # type: ignore[operator]
