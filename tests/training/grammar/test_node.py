"""Tests of nodes and their planting."""

from training.grammar.node import Node, after, before, capitalize, find_first, plant, relabel
from training.tree import Tree

COSTS = Node("costs", "NNS", "dobj", left=(Node("cloud", "NN", "compound"),))


def test_planting_lays_left_head_right() -> None:
    """Left subtrees come before the word, right ones behind it; glued words follow without a space."""
    root = after(Node("Cut", "VBD"), COSTS, Node(".", ".", "punct", glued=True))
    assert plant(root) == Tree(
        ("Cut", "cloud", "costs", "."),
        (True, True, False, False),
        ("VBD", "NN", "NNS", "."),
        (0, 2, 0, 0),
        ("ROOT", "compound", "dobj", "punct"),
    )


def test_before_puts_subtrees_outermost() -> None:
    """What is put before comes left of all that stands there already."""
    assert plant(before(COSTS, Node("the", "DT", "det"))).words == ("the", "cloud", "costs")


def test_capitals_go_to_the_first_word_of_the_subtree() -> None:
    """The first word is the leftmost one, and other letters stay as they are."""
    assert find_first(capitalize(COSTS)).text == "Cloud"


def test_relabelling_keeps_the_rest() -> None:
    """Only the label of the top word changes."""
    assert plant(relabel(COSTS, "pobj")) == plant(COSTS)
    assert relabel(COSTS, "pobj").label == "pobj"
