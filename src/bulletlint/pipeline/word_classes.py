"""Remembers the part of speech and the lemma that spaCy's components give a word with a tag and a label.

The attribute ruler of the bundled pipeline looks at one token at a time, and so does its lemmatizer; what they say of
a word with its tag and its label is asked once and remembered. Of a ruler that looks further nothing may be
remembered: UnknownNetworkError is raised.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
from numpy.typing import NDArray

from bulletlint.pipeline.weights import UnknownNetworkError

Hashes = NDArray[numpy.uint64]
#: What a pattern may look at: the form of a token, its tag and its label.
LOOKED_AT = frozenset(
    "ORTH TEXT LOWER NORM SHAPE LENGTH PREFIX SUFFIX TAG DEP IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_UPPER IS_TITLE "
    "IS_PUNCT IS_SPACE IS_STOP LIKE_NUM LIKE_URL LIKE_EMAIL".split()
)
#: What is answered; the last only where a ruler gives any.
ANSWERED = ["TAG", "POS", "LEMMA", "MORPH"]
#: Answers kept before the memory is emptied; they take about 20 MB.
CAPACITY = 65_536
_START = 1024


class WordClasses:
    """Answers of an attribute ruler and a lemmatizer, a row each."""

    __slots__ = ("_answers", "_lemmatizer", "_rows", "_ruler")

    def __init__(self, ruler: Any, lemmatizer: Any) -> None:
        """Begin without answers; raises UnknownNetworkError for a ruler or a lemmatizer that looks beyond a token."""
        patterns = [pattern for entry in ruler.patterns for pattern in entry["patterns"]]
        if not all(len(pattern) == 1 and LOOKED_AT.issuperset(pattern[0]) for pattern in patterns):
            raise UnknownNetworkError("attribute ruler")
        if lemmatizer.mode != "rule" or lemmatizer.overwrite:
            raise UnknownNetworkError("lemmatizer")
        self._ruler = ruler
        self._lemmatizer = lemmatizer
        self.clear()

    def clear(self) -> None:
        """Forget all answers."""
        self._rows: dict[tuple[int, ...], int] = {}
        self._answers: Hashes = numpy.empty((_START, len(ANSWERED)), dtype=numpy.uint64)

    def classify(self, docs: Sequence[Any], words: Hashes, tags: Hashes) -> None:
        """Set tag, part of speech, lemma and morphology of some parsed texts.

        `words` are the form and the norm of each token (tokens, 2), `tags` its tag, one text after the other.
        """
        labels = numpy.concatenate([doc.to_array("DEP") for doc in docs])
        questions = list(
            zip(words[:, 0].tolist(), words[:, 1].tolist(), tags.tolist(), labels.tolist(), strict=True)
        )
        try:
            rows = [self._rows[question] for question in questions]
        except KeyError:
            self._ask(docs[0].vocab, questions)
            rows = [self._rows[question] for question in questions]
        answers = self._answers.take(rows, axis=0)
        attributes = ANSWERED if answers[:, 3].any() else ANSWERED[:3]
        start = 0
        for doc in docs:
            end = start + len(doc)
            doc.from_array(attributes, answers[start:end, : len(attributes)])
            start = end

    def _ask(self, vocab: Any, questions: Sequence[tuple[int, ...]]) -> None:
        """Let the components answer what nobody has asked yet, all of it in one text made of the words in question."""
        from spacy.tokens import Doc

        new = list(dict.fromkeys(question for question in questions if question not in self._rows))
        if len(self._rows) + len(new) > CAPACITY:
            self.clear()
            new = list(dict.fromkeys(questions))
        doc: Any = Doc(vocab, words=[vocab.strings[question[0]] for question in new])
        doc.from_array(["NORM", "TAG", "DEP"], numpy.array(new, dtype=numpy.uint64)[:, 1:])
        answers = self._lemmatizer(self._ruler(doc)).to_array(ANSWERED)
        start = len(self._rows)
        end = start + len(new)
        if end > len(self._answers):
            grown = numpy.empty((max(end, 2 * len(self._answers)), len(ANSWERED)), dtype=numpy.uint64)
            grown[:start] = self._answers[:start]
            self._answers = grown
        self._answers[start:end] = answers
        self._rows.update(zip(new, range(start, end), strict=True))
