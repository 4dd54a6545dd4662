"""When the pipeline runs as a whole, and when component by component."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language

from bulletlint.pipeline.fast.assembly import assemble_pipeline
from bulletlint.pipeline.fast.language import BatchedEnglish
from pipeline.parses import show_parse

TEXTS = ("Cut p95 latency by 40 %.", "", "Rolled back whenever recall fell.")


@pytest.fixture
def own(folder: Path) -> Language:
    """A pipeline that a test may change."""
    return assemble_pipeline(folder)


def test_the_bundled_pipeline_is_run_as_a_whole(ours: BatchedEnglish) -> None:
    """Whatever weights it comes with: otherwise it would be slow without anybody noticing."""
    assert ours.find_annotator() is not None


def test_pairs_keep_what_goes_with_a_text(ours: Language, spacys: Language) -> None:
    """As `as_tuples` of spaCy does, from any iterator."""
    pairs = [(text, number) for number, text in enumerate(TEXTS)]
    mine = [(show_parse(doc), number) for doc, number in ours.pipe(iter(pairs), as_tuples=True, batch_size=2)]
    assert mine == [(show_parse(doc), number) for doc, number in spacys.pipe(pairs, as_tuples=True)]


def test_texts_are_read_no_further_than_a_batch(ours: Language) -> None:
    """A stream of resumes is not held in memory."""
    seen: list[int] = []

    def texts() -> Any:
        for number in range(10):
            seen.append(number)
            yield "Cut costs."

    next(ours.pipe(texts(), batch_size=3))
    assert seen == [0, 1, 2]


@pytest.mark.parametrize(
    "options", [{"disable": ["parser"]}, {"component_cfg": {"tagger": {}}}, {"n_process": 1}], ids=str
)
def test_other_wishes_are_left_to_spacy(ours: Language, spacys: Language, options: dict[str, Any]) -> None:
    """With every option of `pipe`."""
    mine = [show_parse(doc) for doc in ours.pipe(TEXTS, **options)]
    assert mine == [show_parse(doc) for doc in spacys.pipe(TEXTS, **options)]


def test_one_text_with_options_is_left_to_spacy(ours: Language, spacys: Language) -> None:
    """Nothing is parsed where the parser is not wanted."""
    disable = ["parser", "attribute_ruler", "lemmatizer"]
    assert show_parse(ours(TEXTS[0], disable=disable)) == show_parse(spacys(TEXTS[0], disable=disable))


def test_docs_are_annotated_too(ours: Language, spacys: Language) -> None:
    """Alone, and among texts."""
    assert show_parse(ours(ours.make_doc(TEXTS[0]))) == show_parse(spacys(TEXTS[0]))
    mixed = [TEXTS[0], ours.make_doc(TEXTS[2])]
    assert [show_parse(doc) for doc in ours.pipe(mixed)] == [
        show_parse(spacys(text)) for text in (TEXTS[0], TEXTS[2])
    ]


def test_a_component_that_is_switched_off_stays_off(own: BatchedEnglish) -> None:
    """And works again afterwards."""
    with own.select_pipes(disable=["lemmatizer"]):
        assert own.find_annotator() is None
        assert not own(TEXTS[0]).has_annotation("LEMMA")
    assert own(TEXTS[0]).has_annotation("LEMMA")


def test_a_component_that_is_added_runs(own: Language) -> None:
    """After the others."""
    own.add_pipe("merge_noun_chunks")
    assert [token.text for token in own("The cache failed.")] == ["The cache", "failed", "."]


def test_with_a_component_added_the_others_still_run_as_a_whole(
    own: BatchedEnglish, spacys: Language
) -> None:
    """Each once, for texts, pairs and Docs, and not the added one where it is switched off."""
    own.add_pipe("merge_noun_chunks")
    assert own.find_annotator() is not None
    texts = ["The cache failed.", own.make_doc("The cache failed."), "The cache failed."]
    assert [len(doc) for doc in own.pipe(texts, batch_size=2)] == [3, 3, 3]
    assert [(len(doc), number) for doc, number in own.pipe([("The cache failed.", 7)], as_tuples=True)] == [
        (3, 7)
    ]
    (doc,) = own.pipe(["The cache failed."], disable=["merge_noun_chunks"])
    assert show_parse(doc) == show_parse(spacys("The cache failed."))


def test_networks_of_another_kind_are_left_to_spacy(own: BatchedEnglish) -> None:
    """A language that has not been told of its networks, and one whose networks are not the bundled ones."""
    own.get_pipe("parser").cfg["beam_width"] = 2  # type: ignore[attr-defined]
    assert own.take_over() is False
    other = BatchedEnglish()
    assert other.find_annotator() is None
    assert [doc.text for doc in other.pipe(TEXTS)] == list(TEXTS)
    assert other(TEXTS[0]).text == TEXTS[0]


def test_a_memory_zone_leaves_nothing_behind(own: Language, spacys: Language) -> None:
    """A lemma that was first met inside one is a string again when it is met outside."""
    text = "Zorbled the frobnicators."
    with own.memory_zone():
        assert own(text)[2].lemma_ == "frobnicator"
    assert [token.lemma_ for token in own(text)] == [token.lemma_ for token in spacys(text)]


def test_what_is_written_to_disk_is_what_was_read(own: Language, tmp_path: Path) -> None:
    """Running a pipeline as a whole changes nothing of it."""
    list(own.pipe(TEXTS))
    own.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert [show_parse(doc) for doc in again.pipe(TEXTS)] == [show_parse(doc) for doc in own.pipe(TEXTS)]
