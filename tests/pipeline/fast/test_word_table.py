"""Vectors of words, computed once a word."""

from __future__ import annotations

import numpy
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from bulletlint.pipeline.fast import word_table
from bulletlint.pipeline.fast.weights import read_weights
from bulletlint.pipeline.fast.word_table import WordTable

TEXTS = ("It's what its owner's team shipped.", "Cut it by 40%.")


def list_words(docs: list[Doc]) -> numpy.ndarray:
    """Return form and norm of each token."""
    return numpy.concatenate([doc.to_array(["ORTH", "NORM"]) for doc in docs])


def find_vectors(table: WordTable, docs: list[Doc]) -> numpy.ndarray:
    """Return the vector of each token."""
    rows = table.find_rows(docs, list_words(docs))
    return table.vectors[rows]


def test_a_word_has_the_vector_that_spacy_gives_it(ours: Language) -> None:
    """At first sight and again."""
    docs = [ours.make_doc(text) for text in TEXTS]
    expected = numpy.concatenate(ours.get_pipe("tok2vec").model.layers[0].predict(docs))  # type: ignore[attr-defined]
    table = WordTable(read_weights(ours).words)
    for _ in range(2):
        numpy.testing.assert_allclose(find_vectors(table, docs), expected, atol=1e-5)


def test_words_of_one_form_and_one_norm_share_a_row(ours: Language) -> None:
    """Two norms of one form do not: the "'s" of "it's" and the one of "owner's"; row 0 stays empty."""
    docs = [ours.make_doc("It's the owner's, the owner's.")]
    docs[0][1].norm_, docs[0][4].norm_, docs[0][8].norm_ = "is", "'s", "'s"
    assert [token.text for token in docs[0]] == [
        "It",
        "'s",
        "the",
        "owner",
        "'s",
        ",",
        "the",
        "owner",
        "'s",
        ".",
    ]
    table = WordTable(read_weights(ours).words)
    assert table.find_rows(docs, list_words(docs)) == [1, 2, 3, 4, 5, 6, 3, 4, 5, 7]
    assert not table.vectors[0].any()


def test_a_full_table_starts_again(ours: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory stays bounded, and vectors right."""
    monkeypatch.setattr(word_table, "CAPACITY", 8)
    table = WordTable(read_weights(ours).words)
    fresh = WordTable(read_weights(ours).words)
    for text in (*TEXTS, *TEXTS):
        docs = [ours.make_doc(text)]
        given = find_vectors(table, docs)
        assert len(table._rows) <= 8
        numpy.testing.assert_allclose(given, find_vectors(fresh, docs), atol=1e-5)
