"""Tests of the evaluation."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from training.evaluate import find_lead, read_gold

VOCAB = spacy.blank("en").vocab


def make_doc(rows: list[tuple[str, str, str, int]], *, glued: bool = False) -> Doc:
    """Return a document of rows (word, part of speech, lemma, head)."""
    return Doc(
        VOCAB,
        words=[row[0] for row in rows],
        spaces=[not glued] * len(rows),
        pos=[row[1] for row in rows],
        lemmas=[row[2] for row in rows],
        heads=[row[3] for row in rows],
        deps=["ROOT" if row[3] == i else "dep" for i, row in enumerate(rows)],
    )


@pytest.mark.parametrize(
    ("rows", "lead"),
    [
        ([("Cut", "VERB", "cut", 0), ("costs", "NOUN", "cost", 0)], "cut"),
        ([("Head", "NOUN", "head", 0), ("chef", "NOUN", "chef", 0)], "-"),
        ([("Responsible", "ADJ", "responsible", 0), ("for", "ADP", "for", 0)], "be"),
        ([("Ran", "VERB", "run", 0), (".", "PUNCT", ".", 0), ("Won", "VERB", "win", 2)], "run"),
    ],
    ids=["verb", "noun phrase", "responsible", "two sentences"],
)
def test_the_lead_is_the_first_root_if_a_verb(rows: list[tuple[str, str, str, int]], lead: str) -> None:
    """Roots that are no verb give `-`, `responsible for` counts as `be`."""
    assert find_lead(make_doc(rows)) == lead


def test_a_hyphen_ties_a_word_to_the_verb() -> None:
    """`Fine-tuned` is three tokens and one verb."""
    doc = make_doc(
        [("Fine", "ADV", "fine", 2), ("-", "PUNCT", "-", 2), ("tuned", "VERB", "tune", 2)], glued=True
    )
    assert find_lead(doc) == "fine-tune"


def test_gold_files_keep_their_quotes(tmp_path: Path) -> None:
    """Quotation marks in a tab-separated file are text."""
    (tmp_path / "gold.tsv").write_text('lead_verb\ttext\ncut\tCut "dead" stock\n', encoding="utf8")
    assert read_gold(tmp_path / "gold.tsv") == [{"lead_verb": "cut", "text": 'Cut "dead" stock'}]
