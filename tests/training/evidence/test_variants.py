"""Recombined bullets for a teacher to label."""

from __future__ import annotations

import random

from training.evidence.bullets import LabelledBullet
from training.evidence.variants import cut_bullet, vary

ANSWERS = {"cost": "none", "fallback": "no", "monitoring": "no"}


def test_a_bullet_is_cut_where_a_clause_begins() -> None:
    """After a mark, or before a linking word; both parts have at least three words."""
    ways = cut_bullet("Built a search page, cutting waiting time while staying cheap")
    assert ("Built a search page, ", "cutting waiting time while staying cheap") in ways
    assert ("Built a search page, cutting waiting time ", "while staying cheap") in ways
    assert cut_bullet("Cut costs, gladly") == []


def test_a_variant_begins_as_one_bullet_and_ends_as_another() -> None:
    """The same seed gives the same variants."""
    texts = ("Built a search page, cutting waiting time", "Led five nurses well; nobody left the ward")
    bullets = [LabelledBullet(text, text, "written", "x", "", ANSWERS, ()) for text in texts]
    found = list(vary(bullets, 20, random.Random(1)))
    assert "Built a search page, nobody left the ward" in found
    assert found == list(vary(bullets, 20, random.Random(1)))
