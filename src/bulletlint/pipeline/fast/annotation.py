"""Annotates texts as the components of the bundled pipeline do, all of them in one pass over a batch.

Texts of like length go together, because a group is parsed until its longest text is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

import numpy

from bulletlint.pipeline.fast.context import add_context
from bulletlint.pipeline.fast.transitions import parse_texts
from bulletlint.pipeline.fast.weights import read_weights
from bulletlint.pipeline.fast.word_classes import WordClasses
from bulletlint.pipeline.fast.word_table import WordTable

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Tokens that are worked on together: enough for large matrix products, few enough for the processor's cache.
GROUP_TOKENS = 1200


class Annotator:
    """The networks of a pipeline, with what they remember of the words they saw; threads take turns."""

    __slots__ = ("_classes", "_lock", "_parser", "_weights", "_words")

    def __init__(self, nlp: Language) -> None:
        """Read the networks of a loaded pipeline; raises UnknownNetworkError unless built like the bundled one."""
        self._weights = read_weights(nlp)
        self._classes = WordClasses(nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer"))
        self._parser = nlp.get_pipe("parser")
        self._words = WordTable(self._weights.words)
        self._lock = Lock()

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Set vectors, tags, trees, parts of speech and lemmas of texts that have only tokens yet."""
        with self._lock:
            for group in split_by_length(docs):
                self._annotate_group(group)

    @contextmanager
    def zone(self) -> Iterator[None]:
        """Remember nothing of words that are first met inside, where spaCy drops their strings at the end."""
        with self._lock:
            self._classes.begin_zone()
        try:
            yield
        finally:
            with self._lock:
                self._classes.end_zone()

    def _annotate_group(self, docs: Sequence[Doc]) -> None:
        lengths = [len(doc) for doc in docs]
        words = numpy.concatenate([doc.to_array(["ORTH", "NORM"]) for doc in docs])
        if not len(words):
            return
        rows = self._words.find_rows(docs, words)
        vectors = add_context(self._weights.context, self._words.vectors, rows, lengths)
        start = 0
        for doc, length in zip(docs, lengths, strict=True):
            doc.tensor = vectors[start : start + length]  # type: ignore[assignment]
            start += length
        scores = numpy.dot(vectors, self._weights.tags.weight) + self._weights.tags.bias
        parse_texts(self._parser, self._weights.steps, docs, vectors)
        self._classes.classify(docs, words, self._weights.tags.tags[scores.argmax(axis=1)])


def split_by_length(docs: Sequence[Doc]) -> Iterator[list[Doc]]:
    """Yield texts in groups of like length, each as long as GROUP_TOKENS or a single text."""
    group: list[Doc] = []
    tokens = 0
    for doc in sorted(docs, key=len):
        if group and tokens + len(doc) > GROUP_TOKENS:
            yield group
            group, tokens = [], 0
        group.append(doc)
        tokens += len(doc)
    if group:
        yield group
