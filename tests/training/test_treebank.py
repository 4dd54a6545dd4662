"""Tests of the treebank conversion."""

from pathlib import Path

import spacy
from training.tree import Tree
from training.treebank import convert_file, group_trees

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
