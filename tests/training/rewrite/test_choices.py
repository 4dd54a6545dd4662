"""Training the choice of a wording: labels and terms name wordings, a fit learns them, a byte keeps them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy
import pytest
from training.rewrite.choices import (
    AGAIN,
    SLOTS,
    fit,
    learn,
    pack,
    read_labels,
    read_terms,
    read_texts,
    report,
    squash,
    weigh_sayings,
)


def test_labels_and_terms_name_the_same_wordings() -> None:
    """A term for a wording that nobody labels, or a label without a term, is a slip of the pen."""
    labels, again, terms = read_labels(), read_labels(AGAIN), read_terms()
    for slot in SLOTS:
        said = {row[slot] for row in (*labels.values(), *again.values())}
        assert {name for _, of, name in terms if of == slot} - {"plain"} == said - {"plain", ""}
    assert Counter(row["part"] for row in labels.values()) == {"train": 2000, "held": 250}
    assert Counter(row["part"] for row in again.values()) == {"train": 1707, "held": 116}


def test_nobody_is_held_out_of_one_labelling_only() -> None:
    """Who is held out of both labellings is the same."""
    labels, again = read_labels(), read_labels(AGAIN)
    assert [name for name in again if name in labels and again[name]["part"] != labels[name]["part"]] == []


def test_terms_are_short_sentences() -> None:
    """An act begins with its verb."""
    texts = {text for text, _, _ in read_terms()}
    assert {"Automate a report.", "Managed the help desk."} <= texts


def test_texts_are_read_by_id(tmp_path: Path) -> None:
    """Of several files, quotes as they stand."""
    (tmp_path / "a.tsv").write_text('id\ttext\n1\tBuilt a "cache".\n', encoding="utf-8")
    (tmp_path / "b.tsv").write_text("id\ttext\n2\tRan a shop.\n", encoding="utf-8")
    assert read_texts([tmp_path / "a.tsv", tmp_path / "b.tsv"]) == {
        "1": 'Built a "cache".',
        "2": "Ran a shop.",
    }


def test_a_fit_tells_wordings_apart() -> None:
    """Also from terms alone, and the same from the same data."""
    table = numpy.eye(4, dtype=numpy.float32)
    names = ["errors", "sales", "usage"]
    said, taught, nobody = ["errors", "sales"], ["errors", "usage"], ["", ""]
    weight, bias = learn(table[:2], said, nobody, table[2:], taught, names)
    assert squash(table @ weight + bias).argmax(axis=1).tolist() == [0, 1, 0, 2]
    again, _ = learn(table[:2], said, nobody, table[2:], taught, names)
    assert (again == weight).all()


def test_what_only_the_four_labelled_is_learned_as_the_one_would_have_said() -> None:
    """Where the four say "delays" the one says "late-work": so of the last bullet, which the four labelled alone."""
    names = ["delays", "late-work", "sales"]
    said = ["late-work"] * 8 + ["sales"] * 2 + [""]
    first = ["delays"] * 8 + ["sales"] * 2 + ["delays"]
    table = numpy.eye(11, dtype=numpy.float32)
    weight, bias = learn(table, said, first, table[:0], [], names)
    assert names[squash(table[10:] @ weight + bias)[0].argmax()] == "late-work"


def test_sayings_are_shares_of_what_the_one_said() -> None:
    """And a wording that neither said is most likely said alike."""
    shares = weigh_sayings(["a", "a", "b", ""], ["b", "b", "b", "a"], ["a", "b", "c"])
    assert shares.sum(axis=1).round(3).tolist() == [1, 1, 1]
    assert shares[1, 1] > 0.95
    assert shares[2].argmax() == 2
    assert 0.4 < shares[0, 1] < 0.6


def test_a_byte_keeps_a_weight_to_a_part_in_250() -> None:
    """Of the largest of its column; a column of nothing stays nothing."""
    weight = numpy.array([[0.5, 0], [-1, 0], [0.003, 0]], dtype=numpy.float32)
    packed, scale = pack(weight)
    assert packed.dtype == numpy.int8
    assert numpy.abs(packed * scale - weight).max() < 1 / 250


def test_what_counts_more_is_learned_better() -> None:
    """Of two rows that say the same of one bullet."""
    table = numpy.ones((2, 1), dtype=numpy.float32)
    weight, bias = fit(table, numpy.eye(2, dtype=numpy.float32), numpy.array([9, 1], dtype=numpy.float32))
    shares = squash(table @ weight + bias)
    assert shares[0, 0] > 0.8


def test_the_report_puts_the_surest_first(capsys: pytest.CaptureFixture[str]) -> None:
    """How often the likeliest is right, and one of three."""
    shares = numpy.array(
        [[0.9, 0.06, 0.04], [0.4, 0.35, 0.25], [0.1, 0.5, 0.4], [0.2, 0.2, 0.6]], dtype=numpy.float32
    )
    report("cost", shares, ["a", "b", "b", "a"], ["a", "b", "c"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "cost: 0.500 right, 1.000 among three (4 bullets)"
    assert lines[1:3] == [
        "  the surest 25% (from 0.90): 1.00, 1.00",
        "  the surest 50% (from 0.60): 0.50, 1.00",
    ]
