"""Tests of clauses with a subject."""

import random

from hypothesis import given
from hypothesis import strategies as st
from training.grammar.clauses import finite_clause, subordinate, that_verb
from training.grammar.node import plant
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
