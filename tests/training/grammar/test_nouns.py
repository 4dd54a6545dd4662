"""Tests of names, nouns and coordination."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.grammar.node import plant
from training.grammar.nouns import coordinate, name_node, noun_node


@pytest.mark.parametrize(
    ("noun", "words", "heads"),
    [
        ("cloud spend", ("cloud", "spend"), (1, 1)),
        ("time to market", ("time", "to", "market"), (0, 0, 1)),
        ("a clerk", ("a", "clerk"), (1, 1)),
        ("two weeks", ("two", "weeks"), (1, 1)),
    ],
)
def test_heads_of_a_noun_of_the_lists(noun: str, words: tuple[str, ...], heads: tuple[int, ...]) -> None:
    """The last word heads a compound; `of`, `to` and `per` begin a prepositional phrase."""
    tree = plant(noun_node(noun, "dobj"))
    assert (tree.words, tree.heads) == (words, heads)


def test_names_have_their_last_word_as_head_unless_of_follows() -> None:
    """`University of Leeds` is headed by its first noun, `Spring Boot` by its last."""
    trees = [plant(name_node(name, "pobj")) for name in ("Spring Boot", "University of Leeds", "ISO 27001")]
    assert [
        (tree.words[tree.heads.index(i)], tree.heads) for tree, i in zip(trees, (1, 0, 0), strict=True)
    ] == [
        ("Spring", (1, 1)),
        ("University", (0, 0, 1)),
        ("ISO", (0, 0)),
    ]


@given(st.integers(), st.integers(2, 5))
def test_conjuncts_chain(seed: int, count: int) -> None:
    """Each conjunct hangs below the one before it."""
    nodes = [name_node(letter, "conj") for letter in "ABCDE"[:count]]
    tree = plant(coordinate(random.Random(seed), nodes, "dobj"))
    places = [tree.words.index(letter) for letter in "ABCDE"[:count]]
    assert [tree.heads[place] for place in places] == [places[0], *places[:-1]]
