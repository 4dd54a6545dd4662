"""Special cases are trusted when they are read, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from bulletlint.pipeline.fast.tokenizer import BundledTokenizer


def test_the_bundled_cases_are_right(folder: Path) -> None:
    """spaCy checks each of them when it reads them itself."""
    vocab = spacy.blank("en").vocab
    checked = Tokenizer(vocab).from_disk(folder / "tokenizer", exclude=["vocab"])
    trusted = BundledTokenizer(vocab).from_disk(folder / "tokenizer", exclude=["vocab"])
    assert len(checked.rules) > 1000
    assert trusted.rules == checked.rules
    assert trusted.to_bytes(exclude=["vocab"]) == checked.to_bytes(exclude=["vocab"])


def test_a_case_that_is_added_is_checked(ours: Language) -> None:
    """It must spell what it stands for."""
    with pytest.raises(ValueError, match="E997"):
        ours.tokenizer.add_special_case("gimme", [{"ORTH": "give"}, {"ORTH": "me"}])
