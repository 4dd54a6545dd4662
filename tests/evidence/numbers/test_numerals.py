"""Numbers in figures and words, with their magnitudes."""

from __future__ import annotations

import pytest

from bulletlint.evidence.numbers.atoms import cut_atoms
from bulletlint.evidence.numbers.numerals import read_numeral


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ("1,200", 1200.0, 1), ("1,00,000", 1e5, 1), (".5", 0.5, 1), ("3.11.2", 3.11, 1), ("2.5k", 2500.0, 2),
        ("12m", 12e6, 2), ("12 m", 12.0, 1), ("4 M", 4e6, 2), ("2 crore", 2e7, 2), ("five", 5.0, 1),
        ("three hundred", 300.0, 2), ("two hundred thousand", 2e5, 3), ("forty-two million", 42e6, 4),
        ("dozens", 12.0, 1), ("hundreds of thousands", 1e5, 3), ("a dozen", 12.0, 2), ("a couple of", 2.0, 3),
        ("half a million", 5e5, 3), ("seven-figure", 1e6, 3), ("one-third", 1 / 3, 3), ("three quarters", 0.75, 2),
        ("two quarters", 2.0, 1), ("seven third-party", 7.0, 1),
    ],
)  # fmt: skip
def test_a_number_has_a_value_and_an_end(text: str, value: float, after: int) -> None:
    """The value with its magnitude, and the index of the atom behind the last one that was read."""
    numeral = read_numeral(cut_atoms(text), 0)
    assert numeral is not None
    assert (numeral.value, numeral.after) == (value, after)


@pytest.mark.parametrize("text", ["", "half-day", "a quarterly report", "hundred", "many", "₹"])
def test_what_is_no_number_is_none(text: str) -> None:
    """Words of time and bare magnitudes are no numbers."""
    assert read_numeral(cut_atoms(text), 0) is None


def test_fractions_and_indian_magnitudes_are_marked() -> None:
    """A fraction is a ratio; lakh and crore mean rupees where nothing is counted."""
    third, crore = read_numeral(cut_atoms("a third of"), 0), read_numeral(cut_atoms("2 crore"), 0)
    assert third is not None
    assert crore is not None
    assert (third.fraction, third.rupees, crore.fraction, crore.rupees) == ("ratio", False, None, True)
