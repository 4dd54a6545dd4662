"""Tests of changed cases."""

import random

import spacy
from training.casing import add_cases, change_case
from training.tree import Tree, build_doc

VOCAB = spacy.blank("en").vocab
TREE = Tree(
    ("Cut", "AWS", "costs"),
    (True, True, False),
    ("VBD", "NNP", "NNS"),
    (0, 2, 0),
    ("ROOT", "compound", "dobj"),
)


def test_capitals_keep_the_tree() -> None:
    """Only the letters change."""
    doc = change_case(build_doc([TREE], vocab=VOCAB), upper=True)
    assert [(t.text, t.tag_, t.dep_, t.head.i) for t in doc] == [
        ("CUT", "VBD", "ROOT", 0),
        ("AWS", "NNP", "compound", 2),
        ("COSTS", "NNS", "dobj", 0),
    ]


def test_a_share_of_the_documents_gets_a_copy() -> None:
    """With shares of one half each, every document is followed by a copy in one of the cases."""
    docs = [build_doc([TREE], vocab=VOCAB)] * 20
    texts = {doc.text for doc in add_cases(docs, upper=0.5, lower=0.5, chance=random.Random(1))}
    assert texts == {"Cut AWS costs", "CUT AWS COSTS", "cut aws costs"}
