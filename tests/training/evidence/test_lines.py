"""Lines that were written for a rule, and what each counts."""

from __future__ import annotations

from pathlib import Path

import numpy
import pytest
from benchmarks.rule_lines import read_lines
from training.evidence.bullets import LabelledBullet
from training.evidence.lines import (
    LINES,
    choose_lines,
    find_limit,
    make_line,
    read_rule_lines,
    weigh_likenesses,
)

from bulletlint.core.facts import LIKENESSES

HELD_OUT = Path(__file__).parents[3] / "benchmarks" / "held-out"


def test_a_line_counts_for_its_rule_and_little_for_the_others() -> None:
    """A bad line of one rule may well have another's fault; an ordinary bullet seldom has one."""
    name, others = LIKENESSES[0], len(LIKENESSES) - 1
    alike, counts = weigh_likenesses(make_line("a", "train", name, fires=True))
    assert (alike.tolist(), counts.round(2).tolist()) == ([1] + [0] * others, [1] + [counts[1]] * others)
    assert round(float(counts[1]), 2) == 0.1
    alike, counts = weigh_likenesses(make_line("b", "train", name, fires=False))
    assert (alike.any(), counts.tolist()) == (False, [1] + [0.5] * others)
    assert weigh_likenesses(make_line("c", "train", "weak-verb", fires=True))[1].round(2).tolist() == [
        counts.dtype.type(0.1)
    ] * len(LIKENESSES)
    alike, counts = weigh_likenesses(LabelledBullet("id", "d", "real", "tech", "build", {}, ()))
    assert not alike.any()
    assert {
        name: round(float(count), 2) for name, count in zip(LIKENESSES, counts, strict=True)
    } == dict.fromkeys(LIKENESSES, 0.15) | {"missing-monitoring": 0.05}


def test_every_rule_has_lines_of_both_kinds_in_both_parts_and_none_is_held_out() -> None:
    """What is measured on must not be learned, and what limits are chosen on not learned for choosing them."""
    parts = {part: read_lines(path) for part, path in LINES.items()}
    for lines in parts.values():
        assert {(line.rule, line.fires) for line in lines} == {
            (name, fires) for name in LIKENESSES for fires in (True, False)
        }
    held_out = {line.text for path in HELD_OUT.glob("rule-lines*.tsv") for line in read_lines(path)}
    assert len(held_out) > 300
    texts = [line.text for line in read_rule_lines()]
    assert len(texts) == len(set(texts))
    assert held_out.isdisjoint(texts)


def test_the_lines_of_a_rule_are_chosen_by_what_it_must_do() -> None:
    """By number, in their order."""
    lines = [
        make_line("a", "train", "vague-ai", fires=True),
        make_line("b", "train", "vague-ai", fires=False),
        make_line("c", "dev", "vague-ai", fires=True),
        make_line("d", "dev", "bolt-on-ai", fires=True),
    ]
    assert choose_lines(lines, "vague-ai", fires=True) == [0, 2]
    assert choose_lines(lines, "vague-ai", fires=False) == [1]


@pytest.mark.parametrize(
    ("near", "ordinary", "silent", "said", "limit"),
    [
        ([0.1, 0.2, 0.3, 0.6], [0.0], 0.75, 0.0, 0.31),
        ([0.1, 0.2, 0.3, 0.6], [0.0], 1.0, 0.0, 0.61),
        ([0.1], [0.4, 0.0], 1.0, 0.5, 0.11),
        ([0.1], [0.4, 0.0], 1.0, 0.0, 0.41),
        ([1.0], [0.0], 1.0, 0.0, 1.0),
    ],
)
def test_the_lowest_limit_keeps_near_misses_and_ordinary_bullets_silent(
    near: list[float], ordinary: list[float], silent: float, said: float, limit: float
) -> None:
    """What is at the limit is said."""
    assert find_limit(numpy.array(near), numpy.array(ordinary), silent=silent, said=said) == limit
