"""The trained choice of a wording: what it is told, how it decides, which weights it refuses."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from zlib import crc32

import numpy
import pytest

import bulletlint.pipeline
from bulletlint.core.errors import PipelineError
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import Reading, Words
from bulletlint.evidence.learned.network import ReaderWeights, read_reader
from bulletlint.lint.analysis import Analyser
from bulletlint.pipeline.location import BUNDLED_MODEL
from bulletlint.pipeline.reader import CHOICES, WEIGHTS
from bulletlint.rewrite.slots.choice import BUCKETS, gather_told, make_choose, read_choices
from bulletlint.rewrite.slots.slot_file import CHOSEN, load_slots

FOLDER = Path(bulletlint.pipeline.__file__).parent / BUNDLED_MODEL / "reader"


@pytest.fixture(scope="module")
def reader() -> ReaderWeights:
    return read_reader((FOLDER / WEIGHTS).read_bytes())


@pytest.fixture
def carved(analyser: Analyser) -> Reading:
    return analyser.read(analyser.nlp("Carved 3 totems for a museum."))


def store(size: int, names: dict[str, list[str]], lemma: str = "", column: int = 0) -> bytes:
    """Return weights of `size` rows that know nothing, or that one lemma speaks for one wording."""
    weight = numpy.zeros((size, sum(map(len, names.values()))), dtype=numpy.int8)
    if lemma:
        weight[size - BUCKETS + crc32(lemma.encode()) % BUCKETS, column] = 100
    stream = BytesIO()
    numpy.savez(
        stream,
        names=numpy.frombuffer(json.dumps(names).encode(), dtype=numpy.uint8),
        weight=weight, scale=numpy.ones(weight.shape[1]), bias=numpy.zeros(weight.shape[1]),
    )  # fmt: skip
    return stream.getvalue()


def test_lemmas_of_content_words_are_told(carved: Reading, reader: ReaderWeights) -> None:
    """Each once, behind the numbers; articles and figures are not."""
    _, rows = gather_told(carved.tokens, carved.facts, reader)
    assert rows == sorted(crc32(lemma) % BUCKETS for lemma in (b"carve", b"totem", b"museum"))


def test_each_wording_of_each_slot_has_its_share(carved: Reading, reader: ReaderWeights) -> None:
    """By the weights of what the bullet has; those of a slot add up to one."""
    size = len(gather_told(carved.tokens, carved.facts, reader)[0]) + BUCKETS
    names = {"what": ["errors", "sales"], "cost": ["plain", "material", "staff"]}
    choose = make_choose(store(size, names, "totem", 3), reader)
    chosen = choose(carved.tokens, carved.facts)
    assert chosen["what"] == {"errors": 0.5, "sales": 0.5}
    assert max(chosen["cost"].values()) == chosen["cost"]["material"] > 0.99


@pytest.mark.parametrize("content", [b"", b"no weights", store(BUCKETS, {"cost": ["plain"]})])
def test_other_weights_are_refused_in_one_line(
    content: bytes, carved: Reading, reader: ReaderWeights
) -> None:
    """When the first rewrite is made: what is no file of weights, and weights made for another reader."""
    choose = make_choose(content, reader)
    with pytest.raises(PipelineError, match="the pipeline does not fit: .*; reinstall bulletlint"):
        choose(carved.tokens, carved.facts)


def test_the_bundled_choice_takes_wordings_that_are_written(
    words: Words, carved: Reading, reader: ReaderWeights
) -> None:
    """And every shipped name can be chosen but those with words of their own and those that cover others."""
    size = len(gather_told(carved.tokens, carved.facts, reader)[0]) + BUCKETS
    names = read_choices((FOLDER / CHOICES).read_bytes(), size).names
    written = load_slots((find_rules_folder(),), words.exceptions).wordings
    for slot in CHOSEN:
        open_to_choice = {
            name for name, wording in written[slot].items() if wording.own.is_empty and not wording.covers
        }
        assert set(names[slot]) == open_to_choice


def rewrite_as_shown(text: str, profile: str = "ai-pm") -> str | None:
    """Return the rewrite that a user sees of a bullet."""
    report = bulletlint.lint_text(f"- {text}\n", format="markdown", profile=profile)
    (bullet,) = report.files[0].bullets
    return bullet.rewrite.text if bullet.rewrite else None


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        (
            "Wrote unit tests with pytest and set up GitHub Actions.",
            "⟨Cut escaped bugs⟩ by writing unit tests with pytest and setting up GitHub Actions, "
            "with ⟨failed-build rule⟩.",
        ),
        (
            "Implemented Redis caching for the search API, cutting p95 latency by 40 %.",
            "Cut p95 latency by 40 % with Redis caching for the search API, at ⟨cost⟩, with ⟨fallback⟩.",
        ),
        ("Carved a totem for a museum.", "⟨Result⟩ by carving a totem for a museum."),
    ],
)
def test_blanks_are_named_after_the_work_where_that_is_sure(text: str, rewrite: str) -> None:
    """Whole, as a user sees it."""
    assert rewrite_as_shown(text) == rewrite


def test_where_a_coach_would_ask_for_nothing_a_bullet_stays() -> None:
    """Though it states no result; who names the profile hears of it, and gets the rewrite that answers it."""
    text = "Implemented a rota for 40 nurses."
    assert rewrite_as_shown(text, profile="auto") is None
    assert rewrite_as_shown(text) == "⟨Result for nurses⟩ by implementing a rota for 40 nurses."
