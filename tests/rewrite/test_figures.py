"""What figures say: value, what they count, which way they went."""

from __future__ import annotations

import pytest

from bulletlint.rewrite.figures import find_figure_changes
from bulletlint.rewrite.proposal import JOINING


@pytest.mark.parametrize(
    ("text", "said", "new", "lost"),
    [
        # the same, however it is spaced or joined
        ("Cut waits by 40 % in 2 days.", "Cut waits by 40% in 2 days", (), ()),
        ("Cut waits from 40 minutes to 9.", "Cut waits from 40 minutes to 9 with ⟨cost⟩", (), ()),
        ("Ran a review of 40 minutes.", "Ran a 40-minute review", (), ()),
        ("p95 600 → 300 ms", "Cut p95 from 600 to 300 ms", (), ()),
        # another value, another thing counted
        ("Cut waits by 40 %.", "Cut waits by 45 %.", ("45%",), ("40%",)),
        ("Cut cost by $2k.", "Cut cost by 2k.", ("2k",), ("$2k",)),
        ("26 hours to 40 minutes", "26 minutes to 40 hours", (), ("26 hours", "40 minutes")),
        ("for 12 nurses on 3 wards", "for 12 wards and 3 nurses", (), ("12 nurses", "3 wards")),
        # the other way round
        ("Cut p95 from 600 to 300 ms.", "Cut p95 from 300 ms to 600.", ("300 to 600",), ()),
        # signs that change what a figure says
        ("held p95 < 200 ms", "held p95 200 ms", (), ("<",)),
        ("cut it by 40 %", "cut it by > 40 %", (">",), ()),
        ("cut it by 40 %", "cut **it** by 40 %", ("*",), ()),
    ],
)  # fmt: skip
def test_figures_are_compared(text: str, said: str, new: tuple[str, ...], lost: tuple[str, ...]) -> None:
    """With all that they say."""
    found = find_figure_changes(said.replace("⟨cost⟩", ""), text, {}, joining=JOINING)
    assert found == (new, lost)
