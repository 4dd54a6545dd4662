"""How many things a bullet strings together."""

from __future__ import annotations

import pytest

from builders import read_facts_of


@pytest.mark.parametrize(
    ("text", "strung"),
    [
        ("Built dashboards, reports, alerts and a portal for the sales team.", "dashboards, reports, alerts and a portal"),
        ("Delivered search, filters, payments and notifications.", "search, filters, payments and notifications"),
        ("Launched a wishlist and a gift card for 2M shoppers.", None),
        ("Built a help panel using Python, React, Redis and Kafka.", None),
        ("Launched the app to doctors, nurses, patients and insurers.", None),
        ("Wrote unit, integration, load and acceptance tests.", None),
        ("Designed, built, tested and launched the import job.", None),
    ],
)  # fmt: skip
def test_deliverables_are_counted_and_techniques_audiences_and_kinds_are_not(
    text: str, strung: str | None
) -> None:
    """Four objects of one verb of making are many."""
    marks = [mark.text for mark in read_facts_of(text).marks if mark.label == "deliverable"]
    assert marks == ([strung] if strung else [])
    assert (read_facts_of(text).deliverables == "many") is (strung is not None)
