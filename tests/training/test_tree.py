"""Tests of the tree and its checks."""

from dataclasses import replace
from pathlib import Path

import spacy
from spacy.tokens import DocBin
from training.tree import Tree, build_doc, find_crossing, find_fault, is_projective, join_trees, write_docs

TREE = Tree(
    ("Cut", "costs", "."), (True, False, False), ("VBD", "NNS", "."), (0, 0, 0), ("ROOT", "dobj", "punct")
)


def test_text_follows_the_spaces() -> None:
    """The text is the words with a space where one is said to follow."""
    assert TREE.text == "Cut costs."


def test_faults_are_named() -> None:
    """Each way in which a tree can be broken has its own words."""
    broken = [
        TREE,
        Tree((), (), (), (), ()),
        replace(TREE, tags=("VBD",)),
        replace(TREE, heads=(0, 7, 0)),
        replace(TREE, heads=(0, 1, 0)),
        replace(TREE, labels=("dep", "ROOT", "punct")),
        replace(TREE, heads=(0, 2, 1)),
    ]
    assert [find_fault(tree) for tree in broken] == [
        "",
        "no words",
        "columns differ in length",
        "a head lies outside of the sentence",
        "2 roots",
        "the label ROOT and the root differ",
        "a cycle",
    ]


def test_crossing_arcs_are_found() -> None:
    """Two arcs that cross make a tree non-projective; the children of both are told."""
    assert (find_crossing((2, 3, 2, 2)), is_projective(TREE)) == ((0, 1), True)


def test_joined_sentences_keep_their_own_roots() -> None:
    """Heads of the second sentence move on by the length of the first, and a space comes between."""
    words, spaces, _, heads, _ = join_trees([TREE, TREE])
    assert (words, spaces, heads) == (
        ["Cut", "costs", ".", "Cut", "costs", "."],
        [True, False, True, True, False, False],
        [0, 0, 0, 3, 3, 3],
    )


def test_documents_survive_the_file(tmp_path: Path) -> None:
    """What is written to a DocBin comes back with tags, heads and labels."""
    vocab = spacy.blank("en").vocab
    write_docs([build_doc([TREE], vocab=vocab)], tmp_path / "a" / "b.spacy")
    (doc,) = DocBin().from_disk(tmp_path / "a" / "b.spacy").get_docs(vocab)
    assert [(t.text, t.tag_, t.dep_, t.head.i) for t in doc] == [
        ("Cut", "VBD", "ROOT", 0),
        ("costs", "NNS", "dobj", 0),
        (".", ".", "punct", 0),
    ]
