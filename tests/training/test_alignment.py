"""Tests of the alignment with the tokenizer."""

from collections.abc import Sequence

import pytest
import spacy
from snippets import arcs
from training.alignment import align_tree, split_word
from training.tree import Tree, find_fault

TOKENIZER = spacy.blank("en").tokenizer


def tokenize(text: str) -> Sequence[str]:
    """Return spaCy's English tokens."""
    return [token.text for token in TOKENIZER(text)]


def lead_with(word: str, tag: str, label: str = "dobj") -> Tree:
    """Return `Cut <word>.` with the word as one piece."""
    return Tree(
        ("Cut", word, "."), (True, False, False), ("VBD", tag, "."), (0, 0, 0), ("ROOT", label, "punct")
    )


CASES = [
    ("costs", "NNS", ["Cut ROOT Cut", "costs dobj Cut", ". punct Cut"]),
    (
        "$0.04/query",
        "CD",
        ["Cut ROOT Cut", "$ nmod 0.04", "0.04 dobj Cut", "/ prep 0.04", "query pobj /", ". punct Cut"],
    ),
    ("38%", "NN", ["Cut ROOT Cut", "38 nummod %", "% dobj Cut", ". punct Cut"]),
    ("A/Bc", "NNP", ["Cut ROOT Cut", "A compound Bc", "/ punct Bc", "Bc dobj Cut", ". punct Cut"]),
    (
        "end-to-end",
        "JJ",
        [
            "Cut ROOT Cut",
            "end compound end",
            "- punct end",
            "to prep end",
            "- punct end",
            "end dobj Cut",
            ". punct Cut",
        ],
    ),
]


@pytest.mark.parametrize(("word", "tag", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_word_that_the_tokenizer_splits_gets_inner_arcs(word: str, tag: str, expected: list[str]) -> None:
    """The pieces hang below one of them, which takes the word's place in the tree."""
    tree = align_tree(lead_with(word, tag), tokenize=tokenize)
    assert tree is not None
    assert (arcs(tree), find_fault(tree)) == (expected, "")


def test_words_that_the_tokenizer_joins_keep_the_head_of_the_outer_one() -> None:
    """`etc` and its full stop may be one token of the tokenizer."""
    tree = Tree(
        ("Acme", "Inc", "."),
        (True, False, False),
        ("NNP", "NNP", "."),
        (1, 1, 1),
        ("compound", "ROOT", "punct"),
    )
    joined = align_tree(tree, tokenize=tokenize)
    assert joined == Tree(("Acme", "Inc."), (True, False), ("NNP", "NNP"), (1, 1), ("compound", "ROOT"))


def test_a_joint_of_two_phrases_is_refused() -> None:
    """Words that belong to different heads cannot become one token."""
    tree = Tree(
        ("cut", "38", "%", "so", "x"),
        (True, False, False, True, False),
        ("VBD", "CD", "NN", "IN", "NN"),
        (0, 2, 0, 4, 0),
        ("ROOT", "nummod", "dobj", "mark", "dep"),
    )
    assert align_tree(tree, tokenize=lambda text: ["cut", "38%so", "x"]) is None


def test_text_that_differs_is_refused() -> None:
    """A tokenizer that changes characters cannot be aligned."""
    assert align_tree(lead_with("costs", "NNS"), tokenize=lambda text: ["Cut", "cost", "."]) is None


def test_pieces_without_a_letter_have_no_head() -> None:
    """Punctuation alone is nothing that could carry the word."""
    assert split_word(["-", "-"], tag=":") is None


def test_magnitudes_head_their_number() -> None:
    """`$2M` is the tokens $, 2, M: the magnitude is the head."""
    assert split_word(["$", "2", "M"], tag="CD") == (
        2,
        ["$", "CD", "CD"],
        [2, 2, 2],
        ["quantmod", "compound", ""],
    )
