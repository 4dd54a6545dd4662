"""Annotating a batch in one pass gives what spaCy's components give one by one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy
import pytest
from spacy.language import Language

from bulletlint.pipeline.fast.annotation import GROUP_TOKENS, split_by_length
from pipeline.parses import show_parse


@pytest.fixture(scope="module")
def expected(spacys: Language, texts: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """What spaCy makes of all texts."""
    return [show_parse(doc) for doc in spacys.pipe(texts)]


@pytest.mark.parametrize("batch_size", [7, 100, 4000])
def test_every_parse_is_the_one_of_spacy(
    ours: Language, texts: tuple[str, ...], expected: list[tuple[Any, ...]], batch_size: int
) -> None:
    """However the texts are batched: tags, trees, parts of speech, lemmas, sentences."""
    assert len(texts) > 2000
    assert [show_parse(doc) for doc in ours.pipe(texts, batch_size=batch_size)] == expected


def test_a_text_alone_is_parsed_as_in_a_batch(
    ours: Language, texts: tuple[str, ...], expected: list[tuple[Any, ...]]
) -> None:
    """The prompt parses bullet by bullet."""
    assert [show_parse(ours(text)) for text in texts[:300]] == expected[:300]


def test_vectors_differ_by_rounding_alone(ours: Language, spacys: Language, texts: tuple[str, ...]) -> None:
    """Sums are taken in another order, and nothing else is different."""
    for mine, theirs in zip(ours.pipe(texts[:400]), spacys.pipe(texts[:400]), strict=True):
        assert mine.tensor.shape == theirs.tensor.shape
        numpy.testing.assert_allclose(mine.tensor, theirs.tensor, atol=1e-4)


def test_threads_do_not_disturb_each_other(
    ours: Language, texts: tuple[str, ...], expected: list[tuple[Any, ...]]
) -> None:
    """They take turns at what is remembered of words."""
    with ThreadPoolExecutor(4) as pool:
        parts = pool.map(lambda start: [show_parse(doc) for doc in ours.pipe(texts[start::4])], range(4))
        assert list(parts) == [expected[start::4] for start in range(4)]


def test_groups_hold_texts_of_like_length(ours: Language) -> None:
    """Each as many tokens as go together, or one long text."""
    docs = [ours.make_doc("word " * count) for count in (3, 2 * GROUP_TOKENS, 1, GROUP_TOKENS - 3, 0)]
    groups = [[len(doc) for doc in group] for group in split_by_length(docs)]
    assert groups == [[0, 1, 3], [GROUP_TOKENS - 3], [2 * GROUP_TOKENS]]
    assert list(split_by_length([])) == []
