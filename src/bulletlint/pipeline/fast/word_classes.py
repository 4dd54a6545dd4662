"""Remembers the part of speech and the lemma that spaCy's components give a word with a tag and a label.

The attribute ruler of the bundled pipeline looks at one token at a time, and so does its lemmatizer; what they say of
a word with its tag and its label is asked once and remembered. Of a ruler that looks further nothing may be
remembered: UnknownNetworkError is raised.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy
from numpy.typing import NDArray

from bulletlint.pipeline.fast.weights import UnknownNetworkError

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

    __slots__ = ("_answers", "_kept", "_lemmatizer", "_named", "_rows", "_ruler", "_rulings")

    def __init__(self, ruler: Any, lemmatizer: Any) -> None:
        """Begin without answers; raises UnknownNetworkError for a ruler or a lemmatizer that looks beyond a token."""
        patterns = [pattern for entry in ruler.patterns for pattern in entry["patterns"]]
        if not all(len(pattern) == 1 and LOOKED_AT.issuperset(pattern[0]) for pattern in patterns):
            raise UnknownNetworkError("attribute ruler")
        if lemmatizer.mode != "rule" or lemmatizer.overwrite:
            raise UnknownNetworkError("lemmatizer")
        self._named = find_named([pattern[0] for pattern in patterns])
        self._ruler = ruler
        self._lemmatizer = lemmatizer
        self.clear()

    def clear(self) -> None:
        """Forget all answers."""
        self._kept = (0, 0)
        self._rows: dict[tuple[int, ...], int] = {}
        self._rulings: dict[tuple[str | int, ...], list[int]] = {}
        self._answers: Hashes = numpy.empty((_START, len(ANSWERED)), dtype=numpy.uint64)

    def begin_zone(self) -> None:
        """Take note of the answers whose strings outlive a memory zone."""
        self._kept = (len(self._rows), len(self._rulings))

    def end_zone(self) -> None:
        """Forget the answers that were given inside a memory zone: their strings are gone."""
        rows, rulings = self._kept
        while len(self._rows) > rows:
            self._rows.popitem()
        while len(self._rulings) > rulings:
            self._rulings.popitem()

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
        """Let the components answer what nobody has asked yet, each in one text made of the words in question."""
        new = list(dict.fromkeys(question for question in questions if question not in self._rows))
        if len(self._rows) + len(new) > CAPACITY:
            self.clear()
            new = list(dict.fromkeys(questions))
        doc = make_text(vocab, new)
        doc.from_array(["TAG", "POS", "MORPH"], self._rule(vocab, new))
        answers = self._lemmatizer(doc).to_array(ANSWERED)
        start = len(self._rows)
        end = start + len(new)
        if end > len(self._answers):
            grown = numpy.empty((max(end, 2 * len(self._answers)), len(ANSWERED)), dtype=numpy.uint64)
            grown[:start] = self._answers[:start]
            self._answers = grown
        self._answers[start:end] = answers
        self._rows.update(zip(new, range(start, end), strict=True))

    def _rule(self, vocab: Any, questions: Sequence[tuple[int, ...]]) -> Hashes:
        """Return tag, part of speech and morphology, asked once for all words that the ruler does not name."""
        cases: list[tuple[str | int, ...]] = [
            (self._find_named(vocab.strings[form]), *rest) for form, _, *rest in questions
        ]
        new = {
            case: question
            for case, question in zip(cases, questions, strict=True)
            if case not in self._rulings
        }
        if new:
            doc = make_text(vocab, list(new.values()))
            doc.from_array(["TAG", "DEP"], numpy.array(list(new.values()), dtype=numpy.uint64)[:, 2:])
            self._rulings.update(
                zip(new, self._ruler(doc).to_array(["TAG", "POS", "MORPH"]).tolist(), strict=True)
            )
        return numpy.array([self._rulings[case] for case in cases], dtype=numpy.uint64)

    def _find_named(self, word: str) -> str:
        """Return a word that a pattern may tell from others, an empty string for the others."""
        return word if self._named is None or word.lower() in self._named or word.isspace() else ""


def make_text(vocab: Any, questions: Sequence[tuple[int, ...]]) -> Any:
    """Return a text of the words in question, with their norms."""
    from spacy.tokens import Doc

    doc: Any = Doc(vocab, words=[vocab.strings[form] for form, *_ in questions])
    doc.from_array(["NORM"], numpy.array([[norm] for _, norm, *_ in questions], dtype=numpy.uint64))
    return doc


def find_named(patterns: Sequence[Mapping[str, Any]]) -> frozenset[str] | None:
    """Return the lower-case words that patterns of one token name, None if they tell words apart otherwise."""
    if any(pattern.keys() - {"TAG", "DEP", "LOWER", "IS_SPACE"} for pattern in patterns):
        return None
    words = [pattern["LOWER"] for pattern in patterns if "LOWER" in pattern]
    return frozenset(words) if all(isinstance(word, str) for word in words) else None
