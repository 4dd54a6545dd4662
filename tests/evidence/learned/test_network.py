"""The reader's network: words, traits and facts to probabilities."""

from __future__ import annotations

from typing import Any

import numpy
import pytest

from bulletlint.evidence.learned.inputs import ReaderInputs
from bulletlint.evidence.learned.network import (
    ReaderScores,
    UnknownReaderError,
    find_rows,
    name_classes,
    read_reader,
    run_reader,
)
from reader_weights import CLASSES, FACTS, FLAGS, LABELS, TRAITS, make_arrays, store

READER = read_reader(store(make_arrays()))
WORDS = ("built", "caches", "unheard")


def make(size: int, seed: int = 3, **changes: Any) -> ReaderInputs:
    """Return inputs of random words and traits."""
    chance = numpy.random.default_rng(seed)
    inputs: dict[str, Any] = {
        "words": chance.choice(WORDS, size).tolist(),
        "lemmas": [""] * size,
        "columns": chance.integers(0, TRAITS, (size, 2)),
        "flags": chance.integers(0, 2, (size, FLAGS)).astype(numpy.float32),
        "head": chance.integers(0, size, size),
        "lead": 0,
        "facts": chance.integers(0, 2, FACTS).astype(numpy.float32),
    }
    return ReaderInputs(**(inputs | changes))


def run(size: int, seed: int = 3, **changes: Any) -> ReaderScores:
    """Read one bullet."""
    return run_reader(READER, [make(size, seed, **changes)])[0]


@pytest.mark.parametrize("size", [1, 2, 30])
def test_every_token_and_class_gets_probabilities(size: int) -> None:
    """Labels stand each for themselves; the values of a class add up to one."""
    scores = run(size)
    assert scores.labels.shape == (size, len(LABELS))
    assert ((scores.labels >= 0) & (scores.labels <= 1)).all()
    for name, values in CLASSES.items():
        assert tuple(scores.classes[name]) == values
        assert sum(scores.classes[name].values()) == pytest.approx(1)


def test_the_same_inputs_give_the_same_bits() -> None:
    """Nothing is remembered from one bullet to the next."""
    first = run(12)
    run(30, seed=4)
    again = run(12)
    assert first.labels.tobytes() == again.labels.tobytes()
    assert first.classes == again.classes


def test_a_word_sees_its_neighbours_and_its_head() -> None:
    """What stands two words away is seen in one step over the tree alone."""
    chain, crossed = numpy.arange(6), numpy.array([5, 1, 2, 3, 4, 5])
    words = [["built", *"xxxx", last] for last in ("x", "caches")]
    plain = [run(6, head=chain, words=own).labels for own in words]
    linked = [run(6, head=crossed, words=own).labels for own in words]
    assert numpy.array_equal(plain[0][0], plain[1][0])
    assert not numpy.array_equal(linked[0][0], linked[1][0])


def test_what_patterns_say_counts_for_the_bullet() -> None:
    """Another fact gives another answer."""
    zeros, ones = numpy.zeros(FACTS, dtype=numpy.float32), numpy.ones(FACTS, dtype=numpy.float32)
    assert run(4, facts=zeros).classes != run(4, facts=ones).classes


def test_a_word_is_looked_up_by_its_spelling_then_its_lemma() -> None:
    """An unknown word has row 0."""
    assert find_rows(READER, ["built", "building", "x"], ["build", "built", "y"]) == [1, 1, 0]


def test_a_temperature_makes_a_label_less_sure_and_no_other() -> None:
    """The likelier side stays the likelier."""
    arrays = make_arrays()
    hot = arrays | {"temperatures": numpy.array([1.0, 8.0], dtype=numpy.float16)}
    told = [make(5)]
    (cold,), (warm,) = run_reader(READER, told), run_reader(read_reader(store(hot)), told)
    assert numpy.array_equal(cold.labels[:, 0], warm.labels[:, 0])
    assert (abs(warm.labels[:, 1] - 0.5) < abs(cold.labels[:, 1] - 0.5)).all()
    assert ((warm.labels[:, 1] > 0.5) == (cold.labels[:, 1] > 0.5)).all()


@pytest.mark.parametrize("size", [1, 2, 30])
def test_bullets_that_are_read_together_keep_their_bits(size: int) -> None:
    """What is said of one does not hang on those beside it."""
    told = [make(size, seed) for seed in range(5)]
    for alone, together in zip(
        (run_reader(READER, [own])[0] for own in told), run_reader(READER, told), strict=True
    ):
        assert alone.labels.tobytes() == together.labels.tobytes()
        assert alone.classes == together.classes


def test_a_likeness_stands_for_itself_behind_the_classes() -> None:
    """The classes stay as they are; a file whose scores and names do not match is refused."""
    arrays = make_arrays()
    plain = run_reader(read_reader(store(arrays)), [make(5)])[0]
    wide = arrays | {
        name: numpy.concatenate([arrays[name], numpy.zeros((*arrays[name].shape[:-1], 2))], axis=-1)
        for name in ("class_scores.weight", "class_scores.bias", "class_skip")
    }
    wide["class_scores.bias"][-2:] = [0, 1000]
    wide["about"] = make_arrays(likenesses=["vague-ai", "bolt-on-ai"])["about"]
    scores = run_reader(read_reader(store(wide)), [make(5)])[0]
    assert scores.likenesses == {"vague-ai": 0.5, "bolt-on-ai": pytest.approx(1)}
    assert scores.classes == plain.classes
    assert plain.likenesses == {}
    wide["about"] = make_arrays(likenesses=["vague-ai"], remarks=["lead"])["about"]
    scores = run_reader(read_reader(store(wide)), [make(5)])[0]
    assert (scores.likenesses, scores.remarks) == ({"vague-ai": 0.5}, {"lead": pytest.approx(1)})
    with pytest.raises(UnknownReaderError, match="do not fit together"):
        read_reader(store(wide | {"about": arrays["about"]}))


def test_great_scores_do_not_overflow() -> None:
    """A score of a thousand is a probability of one."""
    found = name_classes(CLASSES, numpy.array([1000.0, 0.0, -1000.0, 1000.0], dtype=numpy.float32))
    assert found["kind"]["delivery"] == pytest.approx(1)
    assert found["fallback"]["yes"] == pytest.approx(1)


@pytest.mark.parametrize("content", [b"", b"no archive", store({"table": numpy.zeros(3)})])
def test_another_file_is_refused(content: bytes) -> None:
    """One error says so, whatever the file holds."""
    with pytest.raises(UnknownReaderError, match="not the weights of a reader"):
        read_reader(content)


def test_words_without_vectors_are_refused() -> None:
    """A list of words that is longer than the table does not fit it."""
    arrays = make_arrays() | {"words": numpy.frombuffer(b"\na\nb\nc\nd", dtype=numpy.uint8)}
    with pytest.raises(UnknownReaderError, match="do not fit"):
        read_reader(store(arrays))
