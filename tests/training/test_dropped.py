"""Tests of the sentences made bullet-like."""

from snippets import arcs, words
from training.dropped import change_tense, cut_noun_phrases, cut_verb_phrases, drop_subject
from training.labels import convert_words

REDUCED = """She PRON PRP 3 nsubj
has AUX VBZ 3 aux
reduced VERB VBN 0 root
the DET DT 5 det
load NOUN NN 3 obj
. PUNCT . 3 punct"""


def test_subject_and_auxiliary_go() -> None:
    """`She has reduced the load.` becomes `Reduced the load.`, and its verb a past tense."""
    tree = drop_subject(convert_words(words(REDUCED)))
    assert tree is not None
    assert (arcs(tree), tree.tags[0]) == (
        ["Reduced ROOT Reduced", "the det load", "load dobj Reduced", ". punct Reduced"],
        "VBD",
    )


def test_present_tense_becomes_the_bare_form() -> None:
    """`They test every build.` becomes `Test every build.`, tagged VB as a bullet's bare lead is."""
    tree = drop_subject(
        convert_words(
            words("""They PRON PRP 2 nsubj
            test VERB VBP 0 root
            every DET DT 4 det
            build NOUN NN 2 obj
            . PUNCT . 2 punct""")
        )
    )
    assert tree is not None
    assert (tree.words, tree.tags[0]) == (("Test", "every", "build", "."), "VB")


def test_a_passive_is_left_alone() -> None:
    """Without its subject a passive is no bullet."""
    text = """It PRON PRP 3 nsubj:pass
    was AUX VBD 3 aux:pass
    cut VERB VBN 0 root
    by ADP IN 5 case
    us PRON PRP 3 obl:agent"""
    assert drop_subject(convert_words(words(text))) is None


def test_longer_noun_phrases_are_cut_out_without_determiner() -> None:
    """The object becomes a fragment of its own, rooted in its noun."""
    text = """They PRON PRP 2 nsubj
    sold VERB VBD 0 root
    the DET DT 5 det
    old ADJ JJ 5 amod
    house NOUN NN 2 obj
    near ADP IN 8 case
    the DET DT 8 det
    lake NOUN NN 5 nmod"""
    (phrase,) = cut_noun_phrases(convert_words(words(text)))
    assert arcs(phrase) == [
        "Old amod house",
        "house ROOT house",
        "near prep house",
        "the det lake",
        "lake pobj near",
    ]


MET = """They PRON PRP 2 nsubj
met VERB VBD 0 root
to PART TO 4 mark
reduce VERB VB 2 advcl
the DET DT 6 det
load NOUN NN 4 obj
quickly ADV RB 4 advmod
. PUNCT . 2 punct"""


def test_infinitives_become_bullets() -> None:
    """`They met to reduce the load quickly.` holds the bullet `Reduce the load quickly`."""
    (phrase,) = cut_verb_phrases(convert_words(words(MET)))
    assert (arcs(phrase), phrase.tags[0]) == (
        ["Reduce ROOT Reduce", "the det load", "load dobj Reduce", "quickly advmod Reduce"],
        "VB",
    )


def test_the_tense_of_a_verb_led_sentence_changes() -> None:
    """Only the first word and its tag change."""
    (phrase,) = cut_verb_phrases(convert_words(words(MET)))
    changed = change_tense(phrase, lemma="reduce", tag="VBD")
    assert (changed.words, changed.tags, changed.heads) == (
        ("Reduced", "the", "load", "quickly"),
        ("VBD", *phrase.tags[1:]),
        phrase.heads,
    )
