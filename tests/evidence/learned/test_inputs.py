"""What the reader is told of a bullet: traits and flags of its tokens, facts of the whole."""

from __future__ import annotations

from functools import cache

import numpy
import pytest

from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import load_words, read_bullet
from bulletlint.evidence.learned.inputs import (
    COLUMNS,
    DEPS,
    FACTS,
    FLAGS,
    ROLES,
    SHAPES,
    ReaderInputs,
    make_inputs,
)
from bulletlint.pipeline import load_pipeline


@cache
def load() -> tuple:  # type: ignore[type-arg]
    return load_pipeline(), load_words([find_rules_folder()])


def tell(text: str) -> ReaderInputs:
    nlp, words = load()
    reading = read_bullet(nlp(text), words)
    return make_inputs(reading.tokens, reading.facts, words)


def read_trait(inputs: ReaderInputs, column: str) -> list[int]:
    """Return a column of traits, each from zero on."""
    names = [name for name, _ in COLUMNS]
    number = names.index(column)
    offset = sum(size for _, size in COLUMNS[:number])
    return [int(value) - offset for value in inputs.columns[:, number]]


def test_every_trait_has_its_own_rows_of_the_table() -> None:
    """A column's numbers begin where those of the one before end."""
    inputs = tell("Cut refunds from 9% to 4% within $2,000, with a fallback to 3 clerks; MobileNet v2 (EU).")
    for name, size in COLUMNS:
        assert all(0 <= value < size for value in read_trait(inputs, name))


def test_the_lead_verb_and_what_hangs_on_it_are_told() -> None:
    """The verb leads, its object hangs on it, and words of a later sentence are later."""
    roles = [ROLES[number] for number in read_trait(tell("Reduced refunds. Nobody complained."), "role")]
    assert roles[:2] == ["lead", "object"]
    assert roles[3:5] == ["later", "later"]


def test_a_number_is_told_with_its_kind() -> None:
    """A change of a percentage is flagged as one over all its words."""
    inputs = tell("Reduced refunds from 9% to 4%.")
    flag = FLAGS.index("amount change")
    assert inputs.words[int(numpy.flatnonzero(inputs.flags[:, flag])[0])] == "from"
    assert inputs.flags[:, flag].sum() >= 4


def test_what_patterns_found_is_told_token_by_token() -> None:
    """Evidence lies over its own words alone."""
    inputs = tell("Shipped search at $0.02 a query.")
    over = inputs.flags[:, FLAGS.index("pattern cost")]
    assert over.any()
    assert not over[0]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("Redis", "title"),
        ("AWS", "upper"),
        ("MobileNet", "camel"),
        ("42", "digit"),
        ("—", "mark"),
        ("cache", "lower"),
    ],
)
def test_shapes_tell_how_a_word_is_written(word: str, shape: str) -> None:
    """Names, acronyms and figures look different."""
    inputs = tell(f"Tested {word} twice")
    assert SHAPES[read_trait(inputs, "shape")[1]] == shape


def test_facts_are_ones_and_zeros() -> None:
    """Of the values of a fact exactly one holds."""
    inputs = tell("Led a team of 5.")
    kinds = [value for value, (name, _) in zip(inputs.facts, FACTS, strict=True) if name == "kind"]
    assert sorted(kinds) == [0, 0, 1]


def test_an_unknown_label_counts_as_none() -> None:
    """A pipeline with further dependency labels can be read."""
    assert DEPS[0] == ""
