"""Parts of speech and lemmas, asked of spaCy's components once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from bulletlint.pipeline import word_classes
from bulletlint.pipeline.weights import UnknownNetworkError
from bulletlint.pipeline.word_classes import WordClasses

WORDS = ["The", "dogs", "were", " ", "barking", "near", "dogs"]
TAGS = ["DT", "NNS", "VBD", "NN", "VBG", "IN", "NNPS"]
LABELS = ["det", "nsubj", "aux", "dep", "ROOT", "mark", "pobj"]


@pytest.fixture
def nlp(folder: Path) -> Language:
    """A pipeline that a test may change."""
    return spacy.load(folder)


def make_doc(nlp: Language, *, tagged: bool) -> Doc:
    """Return a parsed text, with its tags or without."""
    heads = [1, 4, 4, 4, 4, 6, 4]
    return Doc(nlp.vocab, words=WORDS, heads=heads, deps=LABELS, tags=TAGS if tagged else None)


def classify(classes: WordClasses, nlp: Language) -> Doc:
    """Return the text with what the answers say."""
    doc = make_doc(nlp, tagged=False)
    tags = numpy.array([nlp.vocab.strings.add(tag) for tag in TAGS], dtype=numpy.uint64)
    classes.classify([doc[:0].as_doc(), doc], doc.to_array(["ORTH", "NORM"]), tags)
    return doc


def show(doc: Doc) -> list[tuple[str, ...]]:
    """Return what the components set."""
    return [(token.tag_, token.pos_, token.lemma_, str(token.morph)) for token in doc]


def ask_components(nlp: Language) -> list[tuple[str, ...]]:
    """Return what the components say themselves."""
    ruler: Any = nlp.get_pipe("attribute_ruler")
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    return show(lemmatizer(ruler(make_doc(nlp, tagged=True))))


def make_classes(nlp: Language) -> WordClasses:
    """Return answers of the pipeline's components."""
    return WordClasses(nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer"))


def test_answers_are_those_of_the_components(nlp: Language) -> None:
    """Asked, and remembered."""
    expected = ask_components(nlp)
    assert expected[3] == ("_SP", "SPACE", " ", "")
    classes = make_classes(nlp)
    assert show(classify(classes, nlp)) == expected
    assert show(classify(classes, nlp)) == expected


def test_components_are_asked_once(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word with another tag or label is another question."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    asked: list[list[str]] = []
    original = lemmatizer.lemmatize
    monkeypatch.setattr(lemmatizer, "lemmatize", lambda token: asked.append(token.text) or original(token))
    classes = make_classes(nlp)
    classify(classes, nlp)
    classify(classes, nlp)
    assert asked == WORDS


def test_morphology_is_set_where_a_ruler_gives_any(nlp: Language) -> None:
    """The bundled one gives none; later patterns win over earlier ones."""
    ruler: Any = nlp.get_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "dogs"}]], {"MORPH": "Number=Plur", "POS": "X"})
    expected = ask_components(nlp)
    assert expected[1][1:] == ("X", "dogs", "Number=Plur")
    assert show(classify(make_classes(nlp), nlp)) == expected


def test_full_answers_start_again(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory stays bounded."""
    monkeypatch.setattr(word_classes, "CAPACITY", 10)
    classes = make_classes(nlp)
    expected = ask_components(nlp)
    for labels in (LABELS, LABELS[::-1], LABELS):
        doc = Doc(nlp.vocab, words=WORDS, heads=[4] * 7, deps=labels)
        tags = numpy.array([nlp.vocab.strings.add(tag) for tag in TAGS], dtype=numpy.uint64)
        classes.classify([doc], doc.to_array(["ORTH", "NORM"]), tags)
        assert len(classes._rows) <= 10
    assert show(classify(classes, nlp)) == expected


@pytest.mark.parametrize(
    "pattern",
    [[{"TAG": "NN"}, {"TAG": "NN"}], [{"POS": "NOUN"}], [{"TAG": "NN", "OP": "+"}], [{"ENT_TYPE": "ORG"}]],
    ids=str,
)
def test_a_ruler_that_looks_beyond_a_token_is_refused(nlp: Language, pattern: list[dict[str, str]]) -> None:
    """What it says of a word hangs on more than the word."""
    ruler: Any = nlp.get_pipe("attribute_ruler")
    ruler.add([pattern], {"POS": "X"})
    with pytest.raises(UnknownNetworkError):
        make_classes(nlp)


def test_a_lemmatizer_that_writes_over_lemmas_is_refused(nlp: Language) -> None:
    """So is one that looks words up."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    lemmatizer.overwrite = True
    with pytest.raises(UnknownNetworkError):
        make_classes(nlp)
