"""The figures that candidates are compared by."""

from __future__ import annotations

from training.evidence.figures import QUESTIONS, ask, measure

RIGHT = {
    "kind": "delivery", "lead_kind": "build", "technique_first": "yes", "metric": "none", "cost": "paid",
    "fallback": "no", "monitoring": "no",
}  # fmt: skip


def test_hits_false_alarms_and_misses_are_counted() -> None:
    """A stated cost that is not seen is missed, one that is not there is a false alarm."""
    without = RIGHT | {"cost": "none"}
    figure = ask(QUESTIONS["cost"], [RIGHT, RIGHT, without], [RIGHT, without, RIGHT])
    assert (figure.right, figure.false_alarms, figure.missed) == (1, 1, 1)
    assert figure.f1 == 0.5


def test_all_right_is_one() -> None:
    """For shares of classes and for each question that came up."""
    found = measure([RIGHT], [RIGHT])
    assert (found["kind"], found["BL501 F1"], found["cost F1"], found["cost n"]) == (1.0, 1.0, 1.0, 1)
