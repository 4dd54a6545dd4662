"""Cutting a bullet into numerals, words and signs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletlint.evidence.numbers.atoms import NumberAtom, cut_atoms


def test_numerals_words_and_signs_with_their_places() -> None:
    """Thousands separators and decimals stay in a numeral, an apostrophe in a word, an arrow is one sign."""
    assert [(atom.kind, atom.text) for atom in cut_atoms("1,200.5 users' 3.11 don't -> p95")] == [
        ("numeral", "1,200.5"), ("word", "users"), ("sign", "'"), ("numeral", "3.11"), ("word", "don't"),
        ("sign", "->"), ("word", "p"), ("numeral", "95"),
    ]  # fmt: skip
    assert cut_atoms(" GB")[0] == NumberAtom("word", "GB", "gb", 1, 3, True)


def test_spaced_says_that_a_blank_stands_before() -> None:
    """So does the beginning of the text."""
    assert [atom.spaced for atom in cut_atoms("$2 M/day")] == [True, False, True, False, False]


@given(st.text(max_size=80))
def test_atoms_cover_all_but_white_space(text: str) -> None:
    """In order, without overlap; what is left out is white space."""
    atoms = cut_atoms(text)
    covered = {place for atom in atoms for place in range(atom.start, atom.end)}
    assert sum(atom.end - atom.start for atom in atoms) == len(covered)
    assert [
        character for place, character in enumerate(text) if place not in covered and not character.isspace()
    ] == []
