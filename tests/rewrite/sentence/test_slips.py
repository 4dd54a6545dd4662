"""Slips of grammar that a rewrite sets right."""

from __future__ import annotations

import pytest

from bulletlint.evidence import Words
from bulletlint.rewrite.sentence.slips import mend_slips


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Improved reporting by used a shared template.", {3: "using"}),
        ("Contributing in fostered a culture of reviews.", {2: "fostering"}),
        ("Built a internal tool for an nurse station.", {1: "an", 5: "a"}),
        ("Built a unit for an honest hour in a European house.", {}),
        ("Improved reporting by using a shared template.", {}),
        ("Moved in tested modules of used parts.", {}),
        ("Cut waits by half, and built an app.", {}),
    ],
)
def test_only_what_is_surely_a_slip_is_mended(text: str, changed: dict[int, str], read, words: Words) -> None:  # type: ignore[no-untyped-def]
    """No article whose word begins in two ways, no participle that stands before its noun."""
    assert mend_slips(read(text).tokens, words) == changed
