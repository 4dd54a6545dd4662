"""Tests of the part-of-speech rules."""

import spacy
from spacy.tokens import Doc
from training.tags import POS_BY_TAG, list_rules


def test_rules_give_every_word_its_class() -> None:
    """Tags decide, but auxiliaries, forms of be, negations and subordinators are told apart."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add_patterns(list_rules())  # type: ignore[attr-defined]
    rows = [
        ("Has", "VBZ", "aux", "AUX"),
        ("reduced", "VBN", "ROOT", "VERB"),
        ("was", "VBD", "conj", "AUX"),
        ("not", "RB", "neg", "PART"),
        ("while", "IN", "mark", "SCONJ"),
        ("in", "IN", "prep", "ADP"),
        ("to", "TO", "aux", "PART"),
        ("API", "NNP", "dobj", "PROPN"),
        ("%", "NN", "dobj", "NOUN"),
    ]
    doc = Doc(
        nlp.vocab,
        words=[r[0] for r in rows],
        tags=[r[1] for r in rows],
        deps=[r[2] for r in rows],
        heads=[1] * len(rows),
    )
    assert [token.pos_ for token in ruler(doc)] == [row[3] for row in rows]


def test_every_tag_has_one_class() -> None:
    """The table covers the Penn tags that the treebanks use."""
    assert len(POS_BY_TAG) == len({rule["patterns"][0][0]["TAG"] for rule in list_rules()[: len(POS_BY_TAG)]})
