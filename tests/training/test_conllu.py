"""Tests of the CoNLL-U reader."""

from training.conllu import Word, read_conllu

TEXT = """# text = We don't ship.
1\tWe\twe\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_
4\tship\tship\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

1\tDone\tdo\tVERB\tVBN\t_\t0\troot\t_\t_
"""


def test_words_of_a_contraction_stand_without_space_between_them() -> None:
    """A multiword token gives its words its own spacing; the empty node 3.1 is left out."""
    first = next(read_conllu(TEXT))
    assert [(word.form, word.space) for word in first] == [
        ("We", True),
        ("do", False),
        ("n't", True),
        ("ship", False),
        (".", True),
    ]


def test_heads_count_from_zero_and_the_root_heads_itself() -> None:
    """CoNLL-U's heads count from one with zero as the root; ours are word indices."""
    assert [[word.head for word in words] for words in read_conllu(TEXT)] == [[3, 3, 3, 3, 3], [0]]


def test_a_word_keeps_tag_and_relation() -> None:
    """Everything the conversion reads arrives in the word."""
    *_, last = read_conllu(TEXT)
    assert last == [Word("Done", "VERB", "VBN", 0, "root", True, "_")]
