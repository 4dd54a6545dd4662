"""All that one bullet proves, gathered from its parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bulletlint.core.facts import Facts


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Cut oven heat from 220 °C to 180°C by moving the probe.", []),
        ("Kept samples below 4°C in 12 freezers.", []),
        ("Rewrote the probe's firmware in C for 12 freezers.", ["C"]),
    ],
)
def test_a_degree_is_no_technology(text: str, named: list[str], gather: Callable[[str], Facts]) -> None:
    """The C of a temperature is the name of a language elsewhere."""
    found = [item.text for item in gather(text).evidence if item.source == "names-technology"]
    assert found == named
