"""Tests of whole bullets."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.grammar.node import plant
from training.grammar.skeletons import (
    SKELETONS,
    base,
    first_person,
    generate_bullet,
    gerund,
    labelled,
    past,
    system,
)
from training.tree import find_fault, is_projective


@given(st.integers(0, 10**9))
def test_bullets_are_valid_projective_trees(seed: int) -> None:
    """Every sentence of every bullet has one root, no cycle and no crossing arcs."""
    assert [(find_fault(tree), is_projective(tree)) for tree in generate_bullet(seed)] in (
        [("", True)],
        [("", True)] * 2,
    )


@pytest.mark.parametrize("kind", [kind for kind, _ in SKELETONS], ids=lambda kind: kind.__name__)
def test_every_skeleton_makes_trees(kind: object) -> None:
    """Each shape of a bullet gives valid trees by itself."""
    assert {find_fault(plant(kind(random.Random(seed)))) for seed in range(40)} == {""}  # type: ignore[operator]


def test_the_same_seed_gives_the_same_bullet() -> None:
    """The grammar has no other source of chance than its seed."""
    assert generate_bullet(41) == generate_bullet(41)


def test_bullets_vary() -> None:
    """Hardly two bullets of a thousand are the same."""
    assert len({tuple(tree.text for tree in generate_bullet(seed)) for seed in range(1000)}) > 980


@pytest.mark.parametrize(
    ("kind", "tags"), [(past, {"VBD"}), (base, {"VB"}), (gerund, {"VBG"})], ids=["past", "base", "gerund"]
)
def test_verb_led_bullets_are_rooted_in_their_tense(kind: object, tags: set[str]) -> None:
    """The root of a verb-led bullet carries the tag of its tense."""
    trees = [plant(kind(random.Random(seed))) for seed in range(200)]  # type: ignore[operator]
    assert {tree.tags[tree.labels.index("ROOT")] for tree in trees} == tags


@pytest.mark.parametrize("kind", [first_person, system], ids=["first person", "system"])
def test_clauses_have_a_subject_left_of_the_root(kind: object) -> None:
    """Someone or something acts in these bullets."""
    for seed in range(100):
        tree = plant(kind(random.Random(seed)))  # type: ignore[operator]
        root = tree.labels.index("ROOT")
        subjects = [
            i
            for i, label in enumerate(tree.labels)
            if label in ("nsubj", "nsubjpass") and tree.heads[i] == root
        ]
        assert subjects
        assert min(subjects) < root


def test_a_label_hangs_below_what_follows_it() -> None:
    """`Search: rebuilt …` is rooted behind its label."""
    for seed in range(100):
        tree = plant(labelled(random.Random(seed)))
        assert "dep" in [label for i, label in enumerate(tree.labels) if i < tree.labels.index("ROOT")]
