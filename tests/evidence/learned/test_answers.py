"""What the evidence reader says of a bullet: spans with a confidence, and how likely each answer is."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy
import pytest
from spacy.language import Language

import bulletlint.pipeline
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import load_words, read_bullet
from bulletlint.evidence.learned.answers import Answers, ask_reader, check_contract, cut_spans
from bulletlint.evidence.learned.network import ReaderWeights, UnknownReaderError, read_reader
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.pipeline import load_pipeline

TEXTS = (
    "Shipped a search assistant that hands any question below 0.6 confidence to a clerk.",
    "Built a Redis cache with Kafka.",
    "Cut refunds from 9% to 4% on one rented server, 40 dollars a month.",
    "Mentored three interns.",
    "Kept",
    "Taught an evening class of 20 adults to read; 18 passed. " * 8,
)


@cache
def load() -> tuple[Language, Words, ReaderWeights]:
    folder = Path(bulletlint.pipeline.__file__).parent / bulletlint.pipeline.BUNDLED_MODEL / "reader"
    reader = read_reader((folder / "weights.npz").read_bytes())
    return load_pipeline(), load_words([find_rules_folder()]), reader


def read_all(texts: tuple[str, ...], batch_size: int) -> dict[str, Answers]:
    nlp, words, reader = load()
    found = {}
    for start in range(0, len(texts), batch_size):
        readings = [read_bullet(doc, words) for doc in nlp.pipe(texts[start : start + batch_size])]
        bullets = [(reading.tokens, reading.facts) for reading in readings]
        for reading, answers in zip(readings, ask_reader(reader, bullets, words), strict=True):
            found[reading.facts.text] = answers
    return found


def read_tokens_of(text: str) -> Tokens:
    nlp, words, _ = load()
    return read_bullet(nlp(text), words).tokens


def test_the_bundled_reader_is_told_what_it_was_trained_on() -> None:
    """Inputs and weights belong together; one that was trained on others is refused."""
    reader = load()[2]
    check_contract(reader)
    with pytest.raises(UnknownReaderError, match="other inputs"):
        check_contract(replace(reader, contract=("pace",)))


@pytest.mark.parametrize("batch_size", [2, 3, 100])
def test_batches_and_their_order_change_nothing(batch_size: int) -> None:
    """Each bullet is read by itself, bit for bit."""
    assert read_all(TEXTS[::-1], batch_size) == read_all(TEXTS, 1)


def test_a_fallback_is_read_where_it_stands() -> None:
    """The words that hand over to a person are its evidence."""
    answers = read_all(TEXTS, 100)[TEXTS[0]]
    assert answers.find_likeliest("fallback")[0] == "yes"
    spans = [TEXTS[0][span.start : span.end] for span in answers.spans if span.label == "fallback"]
    assert any("clerk" in span for span in spans)


def test_teaching_is_about_people() -> None:
    """And a bullet about people states no fallback."""
    answers = read_all(TEXTS, 100)[TEXTS[3]]
    assert answers.find_likeliest("kind")[0] == "people"
    assert answers.find_likeliest("fallback")[0] == "no"


def test_spans_point_into_the_text_and_say_how_sure() -> None:
    """They stand in order, and a confidence is a probability."""
    for text, answers in read_all(TEXTS, 100).items():
        assert all(0 <= span.start < span.end <= len(text) for span in answers.spans)
        assert all(0.5 <= span.confidence <= 1 for span in answers.spans)
        assert list(answers.spans) == sorted(
            answers.spans, key=lambda span: (span.start, span.end, span.label)
        )


def test_a_doubtful_word_between_sure_ones_is_taken_along() -> None:
    """Two doubtful words, or a full stop, part a span in two."""
    tokens = read_tokens_of("Kept costs low . Kept it small")
    shares = numpy.zeros((len(tokens), 1), dtype=numpy.float32)
    shares[[0, 2, 4, 7 - 1], 0] = 0.9
    found = cut_spans(tokens, ("cost",), shares, {})
    assert [tokens.text[span.start : span.end] for span in found] == ["Kept costs low", "Kept it small"]


def test_a_label_may_have_a_limit_of_its_own() -> None:
    """From a stricter limit on fewer words count."""
    tokens = read_tokens_of("Kept costs low")
    shares = numpy.array([[0.6], [0.8], [0.2]], dtype=numpy.float32)
    assert cut_spans(tokens, ("cost",), shares, {})[0].start == 0
    assert cut_spans(tokens, ("cost",), shares, {"cost": 0.7})[0].start == 5
    assert cut_spans(tokens, ("cost",), shares, {"cost": 0.9}) == ()


def test_marks_at_the_ends_belong_to_no_span() -> None:
    """A mark alone is none, however sure the network is."""
    tokens = read_tokens_of("Kept it; small, cheap.")
    shares = numpy.full((len(tokens), 1), 0.9, dtype=numpy.float32)
    found = cut_spans(tokens, ("cost",), shares, {})
    assert [tokens.text[span.start : span.end] for span in found] == ["Kept it", "small, cheap"]
    only = numpy.zeros((len(tokens), 1), dtype=numpy.float32)
    only[tokens.lower.index(","), 0] = 0.9
    assert cut_spans(tokens, ("cost",), only, {}) == ()


def test_a_span_begins_with_no_half_of_a_word() -> None:
    """The technique of "Fine-tuned Mistral" is no "tuned Mistral"; half a word alone is better than nothing."""
    tokens = read_tokens_of("Fine-tuned Mistral")
    shares = numpy.zeros((len(tokens), 1), dtype=numpy.float32)
    for held, words in (((1, 2), (11, 18)), ((1,), (5, 10))):
        shares[:] = 0
        shares[list(held)] = 1
        found = cut_spans(tokens, ("technique",), shares, {})
        assert [(span.start, span.end) for span in found] == [words]


def test_a_span_takes_the_whole_of_an_amount() -> None:
    """A part of a figure proves nothing that one could point at."""
    tokens = read_tokens_of("Won a 28 % lower price")
    shares = numpy.zeros((len(tokens), 1), dtype=numpy.float32)
    shares[[tokens.lower.index("%"), tokens.lower.index("lower")], 0] = 0.9
    found = cut_spans(tokens, ("cost",), shares, {})
    assert [tokens.text[span.start : span.end] for span in found] == ["28 % lower"]
