"""Tests of clauses with a subject."""

import random

from hypothesis import given
from hypothesis import strategies as st
from training.grammar.clauses import (
    finite_clause,
    is_plural_subject,
    predicate,
    relative,
    subordinate,
    that_verb,
)
from training.grammar.node import Node, after, plant
from training.tree import find_fault


@given(st.integers())
def test_clauses_are_trees_with_a_subject(seed: int) -> None:
    """A finite clause has a subject below its root, active or passive."""
    tree = plant(finite_clause(random.Random(seed), ""))
    root = tree.labels.index("ROOT")
    subjects = [
        i for i, label in enumerate(tree.labels) if label in ("nsubj", "nsubjpass") and tree.heads[i] == root
    ]
    assert (find_fault(tree), len(subjects)) == ("", 1)


@given(st.integers())
def test_subordinate_clauses_begin_with_their_subordinator(seed: int) -> None:
    """`when`, `if` and their like come first and hang below the verb of the clause."""
    tree = plant(subordinate(random.Random(seed)))
    assert (find_fault(tree), tree.labels[0] in ("mark", "advmod"), tree.heads[0]) == (
        "",
        True,
        tree.labels.index("ROOT"),
    )


@given(st.integers())
def test_verbs_of_saying_govern_a_clause(seed: int) -> None:
    """`ensured that …` has the clause as its ccomp."""
    tree = plant(that_verb(random.Random(seed), "VBD", "", "that"))
    assert (find_fault(tree), "ccomp" in tree.labels) == ("", True)


@given(st.integers(), st.booleans())
def test_a_relative_clause_keeps_the_root_behind_the_subject(seed: int, plural: bool) -> None:
    """In `The tool that ranks offers runs nightly` the relative clause stays below the subject."""
    chance = random.Random(seed)
    subject = Node("tools" if plural else "tool", "NNS" if plural else "NN", "nsubj")
    tree = plant(predicate(chance, after(subject, relative(chance, plural=plural)), ""))
    inner = next(i for i, label in enumerate(tree.labels) if label in ("relcl", "acl"))
    assert (find_fault(tree), tree.heads[0] == tree.labels.index("ROOT"), tree.heads[inner]) == ("", True, 0)


def test_plural_subjects() -> None:
    """Plural nouns, `we`, and coordinated nouns take the verb in the plural."""
    both = after(Node("cache", "NN", "nsubj"), Node("and", "CC", "cc"), Node("queue", "NN", "conj"))
    subjects = (Node("queues", "NNS"), Node("we", "PRP"), both, Node("queue", "NN"), Node("it", "PRP"))
    assert [is_plural_subject(subject) for subject in subjects] == [True, True, True, False, False]
