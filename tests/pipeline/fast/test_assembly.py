"""The bundled pipeline put together quickly is the one that spaCy itself loads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language

import bulletlint.pipeline
from bulletlint.pipeline.fast.assembly import assemble_pipeline

FOLDER = Path(bulletlint.pipeline.__file__).parent / bulletlint.pipeline.BUNDLED_MODEL
TEXTS = (
    "Built a RAG pipeline with LangChain and GPT-4 to answer customer questions about furniture assembly.",
    "Cut p95 latency by 40 % (600 ms to 360 ms) at $90/month, with the database as fallback.",
    "Responsible for the recommendation service & its weekly releases; didn't page anybody at 3 a.m. :)",
    "• Reduced U.S. refunds from 4.5% to 2%—10x cheaper—via https://example.com/a?b=c, e.g. for Dr. Vale.",
    "",
    "  \t",
    "Größere Märkte: naïve façade, 日本語, €5k.",
)


@pytest.fixture(scope="module")
def pair() -> tuple[Language, Language]:
    """The pipeline as we put it together and as spaCy loads it."""
    return assemble_pipeline(FOLDER), spacy.load(FOLDER)


def parse(nlp: Language) -> list[list[tuple[Any, ...]]]:
    """Return everything that evidence and rules read of a parse."""
    return [
        [
            (token.text, token.idx, token.whitespace_, token.norm_, token.lemma_, token.pos_, token.tag_, token.dep_,
             token.head.i, str(token.morph), token.is_sent_start, token.is_stop, token.like_num)
            for token in doc
        ]
        for doc in nlp.pipe(TEXTS)
    ]  # fmt: skip


def test_the_parses_are_the_same(pair: tuple[Language, Language]) -> None:
    """Tokens, tags, trees, lemmas, morphology, word by word."""
    ours, spacys = pair
    assert parse(ours) == parse(spacys)


def test_components_and_meta_are_the_same(pair: tuple[Language, Language]) -> None:
    """A report names the same pipeline."""
    ours, spacys = pair
    assert ours.pipe_names == spacys.pipe_names
    assert ours.meta == spacys.meta
    assert ours.batch_size == spacys.batch_size
    assert {name: ours.get_pipe_meta(name).factory for name in ours.pipe_names} == {
        name: spacys.get_pipe_meta(name).factory for name in spacys.pipe_names
    }


def test_the_tokenizers_are_the_same(pair: tuple[Language, Language]) -> None:
    """All special cases and expressions, each read once."""
    ours, spacys = (nlp.tokenizer for nlp in pair)
    assert ours.rules == spacys.rules
    assert ours.to_bytes() == spacys.to_bytes()


def test_a_damaged_folder_is_an_error(tmp_path: Path) -> None:
    """One of those that the loader turns into a line."""
    with pytest.raises((OSError, ValueError, KeyError)):
        assemble_pipeline(tmp_path)
    (tmp_path / "config.cfg").write_text('[nlp]\nlang = "en"\n', encoding="utf-8")
    with pytest.raises((OSError, ValueError, KeyError)):
        assemble_pipeline(tmp_path)
