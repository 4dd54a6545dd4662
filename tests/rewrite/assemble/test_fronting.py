"""A result in a part of its own, brought to the front."""

from __future__ import annotations

import re

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Upgraded the client and implemented Webpack builds → -30% bundle size.",
            "-30% bundle size by upgrading the client and implementing Webpack builds, at ⟨⟩, with ⟨⟩.",
        ),
        (
            "Launched a barbecue menu with a yellow food truck; Thursday takings up by half",
            "Thursday takings up by half by launching a barbecue menu with a yellow food truck, at ⟨⟩, with ⟨⟩",
        ),
        (
            "Launched a returns form for 9 shops; +6.1% orders",
            "+6.1% orders by launching a returns form for 9 shops, at ⟨⟩, with ⟨⟩",
        ),
        (
            "The kiosk keeps selling when the link is down; lost sales per outage went from 130 to 2",
            "Lost sales per outage went from 130 to 2: the kiosk keeps selling when the link is down, at ⟨⟩",
        ),
        (
            "Sign-up page rebuilt in Svelte – sign-ups tripled",
            "Sign-ups tripled: sign-up page rebuilt in Svelte, at ⟨⟩, with ⟨⟩",
        ),
        (
            "Cached model calls in Redis, bill from $38 to $9 a month, stale answers get a tag.",
            "Bill from $38 to $9 a month by caching model calls in Redis, stale answers get a tag, with ⟨⟩.",
        ),
        (
            "Swapped the label printer for a laser, misprints from 40 to 6 a week; the old one stays in the cupboard.",
            "Misprints from 40 to 6 a week by swapping the label printer for a laser, at ⟨⟩; the old one stays in the cupboard.",
        ),
        (
            "Responsible for the ad account of a bakery. Reduced cost per order by 22 %.",
            "Reduced cost per order by 22 % while responsible for the ad account of a bakery.",
        ),
    ],
)
def test_what_rose_or_fell_leads(text: str, expected: str, rewrite) -> None:  # type: ignore[no-untyped-def]
    """Behind "by" or "with" where it is no sentence of its own, before a colon where it is."""
    assert re.sub(r"⟨[^⟩]*⟩", "⟨⟩", rewrite(text).text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rewrote the importer; it now takes 4 minutes, not 40.",
        "Ran the pilot: survivors 35 %; the rest went from 10 to 4.",
        "Moved 9 days → 5 days of work to the night.",
        "Kept the old rota – but overtime fell by 9 %.",
        "Responsible for 40 sites. Reduced alarm calls by 30 % while adding sites.",
    ],
)
def test_a_part_that_needs_the_others_stays(text: str, rewrite) -> None:  # type: ignore[no-untyped-def]
    """It points back, stands against what came before, or is one end of a range."""
    found = rewrite(text)
    assert found is None or found.text.startswith((text[:12], "⟨Result⟩ by"))
