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


def test_the_likeliest_wording_of_each_slot_is_chosen(carved: Reading, reader: ReaderWeights) -> None:
    """With its share; the first named wins a tie."""
    size = len(gather_told(carved.tokens, carved.facts, reader)[0]) + BUCKETS
    names = {"what": ["errors", "sales"], "cost": ["plain", "material", "staff"]}
    choose = make_choose(store(size, names, "totem", 3), reader)
    chosen = choose(carved.tokens, carved.facts)
    assert chosen["what"] == ("errors", 0.5)
    assert chosen["cost"][0] == "material"
    assert chosen["cost"][1] > 0.99


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
    """And every shipped name can be chosen but those with words of their own."""
    size = len(gather_told(carved.tokens, carved.facts, reader)[0]) + BUCKETS
    names = read_choices((FOLDER / CHOICES).read_bytes(), size).names
    written = load_slots((find_rules_folder(),), words.exceptions).wordings
    for slot in CHOSEN:
        open_to_choice = {name for name, wording in written[slot].items() if wording.own.is_empty}
        assert set(names[slot]) == open_to_choice


def rewrite_as_shown(text: str) -> str | None:
    """Return the rewrite that a user sees of a bullet."""
    report = bulletlint.lint_text(f"- {text}\n", format="markdown", profile="ai-pm")
    (bullet,) = report.files[0].bullets
    return bullet.rewrite.text if bullet.rewrite else None


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        (
            "Wrote unit tests with pytest and set up GitHub Actions.",
            "⟨Cut escaped bugs⟩ by writing unit tests with pytest and setting up GitHub Actions, at ⟨build minutes⟩, "
            "with ⟨failed-build rule⟩.",
        ),
        (
            "Carved a totem for a museum.",
            "⟨Result⟩ by carving a totem for a museum, at ⟨totem material cost⟩.",
        ),
        (
            "Managed mail servers for two schools.",
            "⟨Cut mail server downtime⟩ by managing mail servers for two schools, at ⟨hosting cost⟩, "
            "with ⟨standby system⟩.",
        ),
    ],
)
def test_blanks_are_named_after_the_work(text: str, rewrite: str) -> None:
    """Whole, as a user sees it."""
    assert rewrite_as_shown(text) == rewrite


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        (
            "Implemented a rota for 40 nurses.",
            "⟨Result for nurses⟩ by implementing a rota for 40 nurses, at ⟨training hours⟩.",
        ),
        (
            "Trained a chatbot for the ward kitchen.",
            "⟨Raised chatbot accuracy⟩ by training a chatbot for the ward kitchen, at ⟨cost per answer⟩, "
            "with ⟨human handoff⟩.",
        ),
    ],
)
def test_only_of_ai_and_software_a_price_without_a_name_is_asked(text: str, rewrite: str) -> None:
    """Of other work it is asked where it has a name that fits."""
    assert rewrite_as_shown(text) == rewrite
