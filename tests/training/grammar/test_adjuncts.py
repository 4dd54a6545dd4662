"""Tests of what is said around a verb."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.grammar.adjuncts import ADJUNCTS, LEADS, coordinate_clauses, system_clause, verb_phrase
from training.grammar.node import Node, after, plant
from training.tree import find_fault

KINDS = sorted(set(ADJUNCTS), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.strip("_"))
def test_every_adjunct_hangs_below_the_verb(kind: object) -> None:
    """Each kind of adjunct can be added to a verb."""
    for seed in range(30):
        assert find_fault(plant(after(Node("Cut", "VBD"), *kind(random.Random(seed))))) == ""  # type: ignore[operator]


@given(st.integers(), st.sampled_from(sorted(set(LEADS))), st.sampled_from(("VB", "VBD", "VBZ", "VBG")))
def test_verb_phrases_are_trees_led_by_their_verb(seed: int, lead: str, tag: str) -> None:
    """With adjuncts, too, the verb is the root and the first word."""
    tree = plant(verb_phrase(random.Random(seed), tag, "", lead=lead))
    assert (find_fault(tree), tree.heads[0]) == ("", 0)


@given(st.integers())
def test_second_claims_are_conjuncts(seed: int) -> None:
    """`and …` and `; …` add a conjunct to the lead verb, which stays the root."""
    chance = random.Random(seed)
    tree = plant(coordinate_clauses(chance, Node("Cut", "VBD"), "VBD"))
    assert (find_fault(tree), tree.heads[0], "conj" in tree.labels) == ("", 0, True)


@given(st.integers())
def test_clauses_with_adjuncts_are_trees(seed: int) -> None:
    """A clause of the system may have adjuncts as well."""
    assert find_fault(plant(system_clause(random.Random(seed), ""))) == ""
