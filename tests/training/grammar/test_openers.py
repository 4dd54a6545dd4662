"""Tests of openings that look like another."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.grammar.node import Node, plant
from training.grammar.openers import (
    activity,
    coordinated_objects,
    hyphenated,
    negated,
    opened_object,
    opened_subject,
    verb_list,
)
from training.tree import Tree, find_fault

KINDS = (activity, coordinated_objects, hyphenated, negated, opened_object, opened_subject, verb_list)
VERBS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")


def grow(kind: Callable[[random.Random], Node], seed: int) -> tuple[Tree, int]:
    """Return a tree of a kind and the index of its root."""
    tree = plant(kind(random.Random(seed)))
    return tree, tree.labels.index("ROOT")


@given(st.integers(), st.sampled_from(KINDS))
def test_openers_are_trees(seed: int, kind: Callable[[random.Random], Node]) -> None:
    """Each opening gives a valid tree."""
    assert find_fault(grow(kind, seed)[0]) == ""


@given(st.integers())
def test_a_subject_that_opens_like_a_lead_hangs_below_the_later_verb(seed: int) -> None:
    """In `Delayed orders fell by a third` the first word modifies the subject and no verb stands before it."""
    tree, root = grow(opened_subject, seed)
    subject = min(i for i, label in enumerate(tree.labels) if label in ("nsubj", "nsubjpass"))
    assert (
        tree.labels[0] in ("amod", "compound"),
        tree.heads[0] <= subject < root,
        tree.tags[root] in VERBS,
    ) == (
        True,
        True,
        True,
    )


@given(st.integers(), st.sampled_from((opened_object, hyphenated, verb_list, coordinated_objects)))
def test_the_lookalikes_with_an_object_are_led_by_their_first_word(
    seed: int, kind: Callable[[random.Random], Node]
) -> None:
    """In `Suggested settlements for 40 claims` the first word is the root, and it has an object."""
    tree, root = grow(kind, seed)
    objects = [i for i, label in enumerate(tree.labels) if label == "dobj" and tree.heads[i] == root]
    assert (root, tree.tags[0] in ("VB", "VBD", "VBG"), bool(objects)) == (0, True, True)


@given(st.integers())
def test_an_activity_is_rooted_in_its_noun(seed: int) -> None:
    """`Model training on 4 GPUs` is a noun phrase with something before its noun."""
    tree, root = grow(activity, seed)
    assert (tree.tags[root], root > 0) == ("NN", True)


@pytest.mark.parametrize("seed", range(60))
def test_a_list_of_verbs_chains_them_under_the_first(seed: int) -> None:
    """`Designed, built and launched X`: each verb is the conjunct of the one before it."""
    tree, _ = grow(verb_list, seed)
    chain = [0]
    for index, label in enumerate(tree.labels):
        if label == "conj" and tree.heads[index] == chain[-1] and tree.tags[index] == tree.tags[0]:
            chain.append(index)
    assert 2 <= len(chain) <= 4


@given(st.integers())
def test_what_came_of_coordinated_objects_hangs_on_the_lead(seed: int) -> None:
    """In `Built X and Y, cutting Z` the last part is an adverbial clause of the first word."""
    tree, _ = grow(coordinated_objects, seed)
    results = [i for i, label in enumerate(tree.labels) if label == "advcl" and tree.heads[i] == 0]
    assert [tree.tags[i] for i in results][-1:] == ["VBG"]


@given(st.integers())
def test_contractions_follow_their_word_without_a_space(seed: int) -> None:
    """`don't`, `we're`: the second half is glued to the first."""
    tree, _ = grow(negated, seed)
    halves = [i for i, word in enumerate(tree.words) if word.replace("’", "'") in ("n't", "'re", "'s", "'ve")]
    assert (bool(halves), [tree.spaces[i - 1] for i in halves[:1]]) == (True, [False])
