"""Parts of speech and lemmas, asked of spaCy's components once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from bulletlint.pipeline.fast import word_classes
from bulletlint.pipeline.fast.weights import UnknownNetworkError
from bulletlint.pipeline.fast.word_classes import WordClasses, find_named

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


def test_the_ruler_is_asked_once_for_words_it_does_not_name(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names "were" and spaces; two other words with one tag and one label are one case."""
    ruler: Any = nlp.get_pipe("attribute_ruler")
    asked: list[str] = []
    original = ruler.match
    monkeypatch.setattr(
        ruler, "match", lambda doc: asked.extend(token.text for token in doc) or original(doc)
    )
    classes = make_classes(nlp)
    for words in (["dogs", "were", " "], ["cats", "was", "\t"]):
        doc = Doc(nlp.vocab, words=words, heads=[0, 0, 0], deps=["ROOT", "aux", "dep"])
        tags = numpy.array([nlp.vocab.strings.add(tag) for tag in ("NNS", "VBD", "NN")], dtype=numpy.uint64)
        classes.classify([doc], doc.to_array(["ORTH", "NORM"]), tags)
    assert asked == ["dogs", "were", " ", "was", "\t"]
    assert show(doc) == [("NNS", "NOUN", "cat", ""), ("VBD", "AUX", "be", ""), ("_SP", "SPACE", "\t", "")]


@pytest.mark.parametrize(
    ("patterns", "named"),
    [
        ([{"TAG": "NN"}, {"LOWER": "be"}, {"LOWER": "is", "DEP": "aux"}, {"IS_SPACE": True}], {"be", "is"}),
        ([{"TAG": "NN"}], set()),
        ([{"SHAPE": "dd"}], None),
        ([{"LOWER": {"REGEX": "a+"}}], None),
    ],
    ids=["words", "no-word", "shape", "expression"],
)
def test_words_that_patterns_name(patterns: list[dict[str, Any]], named: set[str] | None) -> None:
    """Lower-case words; None where a pattern looks at a word in another way."""
    assert find_named(patterns) == named


def test_morphology_is_set_where_a_ruler_gives_any(nlp: Language) -> None:
    """The bundled one gives none; later patterns win over earlier ones."""
    ruler: Any = nlp.get_pipe("attribute_ruler")
    ruler.add([[{"SHAPE": "xxxx"}]], {"MORPH": "Number=Plur", "POS": "X"})
    expected = ask_components(nlp)
    assert expected[1][1:] == ("X", "dogs", "Number=Plur")
    assert show(classify(make_classes(nlp), nlp)) == expected


def test_answers_of_a_zone_are_forgotten(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those from before it are kept, unless the memory was emptied inside."""
    classes = make_classes(nlp)
    classify(classes, nlp)
    known = dict(classes._rows)
    classes.begin_zone()
    doc = Doc(nlp.vocab, words=["Caches"], heads=[0], deps=["ROOT"])
    tags = numpy.array([nlp.vocab.strings["NNS"]], dtype=numpy.uint64)
    classes.classify([doc], doc.to_array(["ORTH", "NORM"]).reshape(1, 2), tags)
    assert doc[0].lemma_ == "cache"
    classes.end_zone()
    assert classes._rows == known
    monkeypatch.setattr(word_classes, "CAPACITY", len(known))
    classes.begin_zone()
    classes.classify([doc], doc.to_array(["ORTH", "NORM"]).reshape(1, 2), tags)
    classes.end_zone()
    assert classes._rows == {}
    assert show(classify(classes, nlp)) == ask_components(nlp)


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
