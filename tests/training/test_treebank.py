"""Tests of the treebank conversion."""

from pathlib import Path

import pytest
import spacy
from training.tree import Tree
from training.treebank import convert_file, group_trees, vary_tenses

TEXT = """1\tA/B\ta/b\tNOUN\tNN\t_\t2\tcompound\t_\t_
2\ttests\ttest\tNOUN\tNNS\t_\t3\tnsubj\t_\t_
3\tran\trun\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

"""


def test_a_file_becomes_trees_in_the_tokens_of_spacy(tmp_path: Path) -> None:
    """The tokenizer cuts `A/B` in three, and the tree follows."""
    (tmp_path / "x.conllu").write_text(TEXT, encoding="utf8")
    trees, lost = convert_file(tmp_path / "x.conllu", nlp=spacy.blank("en"))
    assert ([tree.words for tree in trees], lost) == ([("A", "/", "B", "tests", "ran", ".")], 0)


def test_groups_keep_every_sentence_in_order() -> None:
    """Grouping loses nothing, and one seed always groups alike."""
    trees = [Tree((str(i),), (False,), ("CD",), (0,), ("ROOT",)) for i in range(50)]
    groups = group_trees(trees, seed=3)
    assert ([tree for group in groups for tree in group], groups) == (trees, group_trees(trees, seed=3))


def test_verb_led_sentences_get_other_tenses() -> None:
    """Known verbs are put into the tenses of bullets; sentences led by something else are left out."""
    pytest.importorskip("spacy_lookups_data")
    cut = Tree(("Cutting", "costs"), (True, False), ("VBG", "NNS"), (0, 0), ("ROOT", "dobj"))
    noun = Tree(("Old", "costs"), (True, False), ("JJ", "NNS"), (1, 1), ("amod", "ROOT"))
    varied = vary_tenses([cut, noun] * 30, seed=1)
    assert {(tree.words[0], tree.tags[0]) for tree in varied} == {
        ("Cut", "VBD"),
        ("Cut", "VB"),
        ("Cutting", "VBG"),
        ("Cuts", "VBZ"),
    }
