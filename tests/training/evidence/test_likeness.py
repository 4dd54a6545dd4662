"""Training what tells how far a bullet is like those of a rule."""

from __future__ import annotations

from pathlib import Path

import numpy
from benchmarks.rule_lines import read_lines
from training.evidence.likeness import LINES, Taught, fit, read_taught, say, store, weigh

from bulletlint.core.facts import LIKENESSES
from bulletlint.evidence.likeness import unpack_likeness

HELD_OUT = Path(__file__).parents[3] / "benchmarks" / "held-out" / "rule-lines.tsv"


def test_the_fit_tells_apart_what_can_be_told_apart() -> None:
    """Two features, two rules: each learns its own."""
    features = numpy.array([[1.0, 0], [0, 1], [1, 1], [0, 0]])
    wanted = features.copy()
    weights = fit(features, wanted, numpy.ones_like(wanted))
    assert ((say(weights, features) > 0.5) == (wanted > 0.5)).all()


def test_a_line_counts_for_its_rule_and_little_for_the_others() -> None:
    """A bad line of one rule may well have another's fault; an ordinary bullet seldom has one."""
    name = LIKENESSES[0]
    taught = [Taught("a", name, True), Taught("b", name, False), Taught("c", "weak-verb", True), Taught("d")]
    wanted, counts = weigh(taught)
    assert wanted[:, 0].tolist() == [1, 0, 0, 0]
    assert wanted[:, 1:].sum() == 0
    assert counts[:, 0].tolist() == [1, 1, 0.1, 0.15]
    assert counts[0, 1:].tolist() == [0.1] * (len(LIKENESSES) - 1)
    assert counts[1, 1:].tolist() == [0.5] * (len(LIKENESSES) - 1)


def test_every_rule_has_lines_of_both_kinds_and_none_is_held_out() -> None:
    """What is measured on must not be learned."""
    lines = read_lines(LINES)
    assert {(line.rule, line.fires) for line in lines} == {
        (name, fires) for name in LIKENESSES for fires in (True, False)
    }
    held_out = {line.text for line in read_lines(HELD_OUT)}
    assert held_out
    assert held_out.isdisjoint(item.text for item in read_taught([]))


def test_weights_are_stored_beside_what_is_there(tmp_path: Path) -> None:
    """All else that a reader knows stays."""
    path = tmp_path / "weights.npz"
    numpy.savez(path, other=numpy.arange(3))
    weights = fit(numpy.eye(2), numpy.zeros((2, len(LIKENESSES))), numpy.ones((2, len(LIKENESSES))))
    store(weights, path)
    with numpy.load(path) as stored:
        assert stored["other"].tolist() == [0, 1, 2]
        found = unpack_likeness({name: stored[name] for name in stored.files})
    assert found is not None
    assert found.names == LIKENESSES
