"""The reader as a component of a pipeline: it brings the weights along."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

import bulletlint.pipeline
from bulletlint.pipeline.location import BUNDLED_MODEL, READER, lacks_reader
from bulletlint.pipeline.reader import FACTORY, BulletReader, find_choices, find_reader
from reader_weights import make_arrays, store


def test_a_pipeline_keeps_the_reader_on_disk(tmp_path: Path) -> None:
    """What is written is what was read, and spaCy loads it again by its factory's name."""
    nlp = spacy.blank("en")
    reader = nlp.add_pipe(FACTORY, name=READER)
    reader.stored, reader.choices = store(make_arrays()), b"choices"  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert (find_reader(again), find_choices(again)) == (store(make_arrays()), b"choices")
    packed = reader.to_bytes()  # type: ignore[attr-defined]
    copy = BulletReader().from_bytes(packed)
    assert (copy.stored, copy.choices, copy.to_bytes()) == (store(make_arrays()), b"choices", packed)


def test_a_text_passes_unchanged() -> None:
    """The component adds nothing to a Doc."""
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY, name=READER)
    assert [token.text for token in nlp("Built a cache.")] == ["Built", "a", "cache", "."]


def test_a_pipeline_without_a_reader_has_no_weights() -> None:
    """It is read by patterns alone."""
    assert find_reader(spacy.blank("en")) is None
    assert find_choices(spacy.blank("en")) is None


def test_a_reader_without_choices_is_whole(tmp_path: Path) -> None:
    """Its rewrites have plain blanks."""
    (tmp_path / "weights.npz").write_bytes(b"weights")
    assert BulletReader().from_disk(tmp_path).choices == b""


def test_a_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    """As for any other component, so that a damaged installation is reported as one."""
    with pytest.raises(OSError, match="weights"):
        BulletReader().from_disk(tmp_path)


def test_whether_a_pipeline_has_a_reader_is_told_without_loading_it(tmp_path: Path) -> None:
    """By its meta.json; what is no pipeline at all is told by whoever loads it."""
    assert lacks_reader(str(Path(bulletlint.pipeline.__file__).parent / BUNDLED_MODEL)) is False
    spacy.blank("en").to_disk(tmp_path)
    assert lacks_reader(str(tmp_path)) is True
    assert lacks_reader("no_such_pipeline") is False
    assert lacks_reader(str(tmp_path / "nowhere")) is False
