"""What a bullet is asked for, and states."""

from __future__ import annotations

from typing import Any

import pytest

from bulletlint.cohort.figures.topics import NOTHING, add_counts, count_topics

BULLET: dict[str, Any] = {
    "kind": "delivery", "foreign": False, "metric": "outcome", "cost": "paid", "fallback": True, "signal": True,
    "asked": ["missing-cost", "missing-fallback", "missing-monitoring"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ({}, ((1, 1), (1, 1), (1, 1), (1, 1))),
        (
            {"metric": "scope", "cost": "none", "fallback": False, "signal": False},
            ((1, 0), (1, 0), (1, 0), (1, 0)),
        ),
        ({"metric": "scale", "asked": []}, ((1, 1), (0, 0), (0, 0), (0, 0))),
        ({"asked": ["missing-fallback"], "signal": False}, ((1, 1), (0, 0), (1, 1), (0, 0))),
        ({"kind": "people"}, NOTHING),
        ({"foreign": True}, NOTHING),
    ],
)
def test_only_what_is_asked_counts(changes: dict[str, Any], counts: object) -> None:
    """A profile that asks for no cost has no share of it."""
    assert count_topics(BULLET | changes) == counts


def test_counts_add_up() -> None:
    assert add_counts(((1, 1), (1, 0), (0, 0), (0, 0)), ((1, 0), (0, 0), (1, 1), (0, 0))) == (
        (2, 1), (1, 0), (1, 1), (0, 0),
    )  # fmt: skip
