"""What rose or fell by itself, said as what the writer did to it."""

from __future__ import annotations

import pytest

from bulletlint.evidence import Words
from bulletlint.rewrite.sentence.piece import join_pieces
from bulletlint.rewrite.sentence.shift import find_shift, word_shift
from bulletlint.rewrite.slots.wording import Wordings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("waiting times fell by 20 minutes", "reduced waiting times by 20 minutes"),
        ("Support tickets dropped 12 %", "reduced support tickets by 12 %"),
        ("sign-ups rose from 300 to 420 a week", "raised sign-ups from 300 to 420 a week"),
        ("the no-show rate halved", "halved the no-show rate"),
        ("The cost per parcel fell to $2", "reduced the cost per parcel to $2"),
        ("9% fewer miles driven across 140 vans", "reduced miles driven by 9% across 140 vans"),
        ("35 % lower p95 latency", "reduced p95 latency by 35 %"),
    ],
)
def test_a_level_that_moved_gets_the_verb_that_moves_it(
    text: str, said: str, read, words: Words, wordings: Wordings
) -> None:  # type: ignore[no-untyped-def]
    """The subject becomes the object, and a bare difference stands behind "by"."""
    tokens = read(text).tokens
    at = find_shift(tokens, wordings.shifts, 0, len(tokens))
    assert at >= 0
    pieces = word_shift(tokens, words, wordings.shifts, (0, len(tokens)), at, "past")
    assert "".join(piece.text for piece in join_pieces(pieces)) == said


@pytest.mark.parametrize(
    "text",
    [
        "it fell by 20 minutes",
        "clinics that waited saw their queues fall",
        "tickets fell by 12 % and calls rose",
        "factuality up 9 points",
        "5x more labels for $400",
        "failed health checks swing traffic back",
    ],
)
def test_other_sentences_are_no_shift(text: str, read, wordings: Wordings) -> None:  # type: ignore[no-untyped-def]
    """One with a second clause, a pointer back or another verb stays as it is."""
    tokens = read(text).tokens
    assert find_shift(tokens, wordings.shifts, 0, len(tokens)) == -1
