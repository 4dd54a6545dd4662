"""Tests of verbs with what they govern."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.grammar.node import plant
from training.grammar.verbs import OBJECTS, VERB_COMPLEMENTS, bare_phrase, change_amount, path, verb_node
from training.tree import find_fault

TAGS = ("VB", "VBD", "VBZ", "VBG", "VBN", "VBP")


@given(st.integers(), st.sampled_from([*OBJECTS, *VERB_COMPLEMENTS]), st.sampled_from(TAGS))
def test_bare_phrases_are_trees_led_by_their_verb(seed: int, lead: str, tag: str) -> None:
    """A verb of any class and tense is the root and the first word of its phrase."""
    tree = plant(bare_phrase(random.Random(seed), tag, "", lead=lead))
    assert (find_fault(tree), tree.heads[0], tree.tags[0]) == ("", 0, tag)


def test_a_particle_follows_its_verb() -> None:
    """`roll_out` is the verb `roll` with the particle `out`."""
    tree = plant(verb_node("roll_out", "VBD", ""))
    assert (tree.words, tree.tags, tree.labels) == (("rolled", "out"), ("VBD", "RP"), ("ROOT", "prt"))


@pytest.mark.parametrize("seed", range(40))
def test_ways_of_saying_how_much_are_trees(seed: int) -> None:
    """`by 40%`, `from X to Y`, `in half`, an arrow: each part is a valid tree."""
    chance = random.Random(seed)
    assert {
        find_fault(plant(node))
        for node in (*change_amount(chance), *path(chance), *path(chance, amounts=True))
    } == {""}
