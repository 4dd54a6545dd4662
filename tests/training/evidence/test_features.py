"""Spans that the tool lends to bullets of which only the classes are labelled."""

from __future__ import annotations

from training.evidence.bullets import Span, make_bullet
from training.evidence.features import lend_spans

TEXT = "Cut hosting by 30 % with a cache, at $90 a month, with the database as fallback."
ROW = {
    "id": "x", "text": TEXT, "lead_verb": "cut", "lead_kind": "outcome", "metric": "outcome", "cost": "paid",
    "fallback": "yes", "monitoring": "no", "technique_first": "no", "kind": "delivery",
}  # fmt: skip


def find_labels(**changed: str) -> dict[str, list[str]]:
    """Return the words of each label that the tool lends to the bullet with some classes changed."""
    (lent,) = lend_spans([make_bullet(ROW | changed, "written", "x")])
    found: dict[str, list[str]] = {}
    for span in lent.spans:
        assert isinstance(span, Span)
        found.setdefault(span.label, []).append(TEXT[span.start : span.end])
    return found


def test_what_the_tool_finds_is_lent() -> None:
    """The result, the price and the fallback."""
    found = find_labels()
    assert {"outcome", "cost", "fallback"} <= set(found)
    assert "as fallback" in found["fallback"][0]


def test_what_the_labels_rule_out_is_not_lent() -> None:
    """No fallback where none is stated, no cost where there is none, no number that proves more than the metric."""
    assert "fallback" not in find_labels(fallback="no")
    assert "cost" not in find_labels(cost="none")
    assert "outcome" not in find_labels(metric="spec")
