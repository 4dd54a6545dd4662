"""Numbers in figures and words, with their magnitudes."""

from __future__ import annotations

import pytest

from bulletlint.evidence.numbers.atoms import cut_atoms
from bulletlint.evidence.numbers.numerals import (
    CHANGE_VERBS,
    FRACTION_SIGNS,
    FREQUENCIES,
    GLUED,
    MAGNITUDES,
    ORDINALS,
    PARTS,
    PLURALS,
    SMALL,
    read_numeral,
)


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ("1,200", 1200.0, 1), ("1,00,000", 1e5, 1), (".5", 0.5, 1), ("3.11.2", 3.11, 1), ("2.5k", 2500.0, 2),
        ("12m", 12e6, 2), ("12 m", 12.0, 1), ("4 M", 4e6, 2), ("2 crore", 2e7, 2), ("five", 5.0, 1),
        ("three hundred", 300.0, 2), ("two hundred thousand", 2e5, 3), ("forty-two million", 42e6, 4),
        ("dozens", 12.0, 1), ("hundreds of thousands", 1e5, 3), ("a dozen", 12.0, 2), ("a couple of", 2.0, 3),
        ("half a million", 5e5, 3), ("seven-figure", 1e6, 3), ("one-third", 1 / 3, 3), ("three quarters", 0.75, 2),
        ("two quarters", 2.0, 1), ("one quarter of", 0.25, 2), ("one quarter", 1.0, 1), ("two thirds", 2 / 3, 2),
        ("one third of", 1 / 3, 2), ("one third-party", 1.0, 1), ("two three", 2.0, 1), ("1:59 h", 1 + 59 / 60, 3),
        ("1:60 h", 1.0, 1), ("seven third-party", 7.0, 1),
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


def test_number_words_count() -> None:
    """In the order in which one counts, and the tens by the unit that they begin like."""
    counted = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen"
    ).split()
    assert [SMALL[word] for word in counted] == list(range(20))
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    assert [SMALL[word] for word in tens] == list(range(20, 100, 10))
    decades = {f"{word[:-1]}ies": SMALL[word] for word in tens[:4]}
    assert (
        dict(zip(counted, range(20), strict=True)) | {word: SMALL[word] for word in tens} | decades == SMALL
    )
    assert [ORDINALS[word] for word in "first second third 1st 2nd 3rd".split()] == [1, 2, 3, 1, 2, 3]


@pytest.mark.parametrize(
    ("power", "words"),
    [
        (2, "hundred hundreds"),
        (3, "thousand thousands k"),
        (5, "lakh lac l"),
        (6, "million millions mn mio mil m mm"),
        (7, "crore cr"),
        (9, "billion billions bn b"),
        (12, "trillion tn t"),
    ],
)
def test_magnitudes_are_powers_of_ten(power: int, words: str) -> None:
    """Whether they are words, signs glued to figures or stand alone in the plural."""
    for word in words.split():
        tables = [table for table in (MAGNITUDES, GLUED, PLURALS) if word in table]
        assert {table[word] for table in tables} == {10.0**power}


def test_parts_and_signs_of_fractions_undo_their_divisor() -> None:
    divisors = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
    assert {word: round(1 / part) for word, part in PARTS.items()} == divisors
    signs = {"¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8)}
    assert {sign: part * signs[sign][1] for sign, part in FRACTION_SIGNS.items()} == {
        sign: above for sign, (above, _) in signs.items()
    }


@pytest.mark.parametrize(
    ("factor", "stems"),
    [
        (0.5, ("halv",)),
        (2.0, ("doubl", "twofold", "twice")),
        (3.0, ("tripl", "threefold", "thrice")),
        (4.0, ("quadrupl", "fourfold")),
        (5.0, ("quintupl", "fivefold")),
        (6.0, ("sixfold",)),
        (10.0, ("tenfold",)),
        (100.0, ("hundredfold",)),
    ],
)
def test_verbs_of_change_have_one_factor_in_all_their_forms(factor: float, stems: tuple[str, ...]) -> None:
    forms = {verb for verb in CHANGE_VERBS if verb.startswith(stems)}
    assert forms == {verb for verb, value in CHANGE_VERBS.items() if value == factor}


def test_frequencies_are_times_a_year() -> None:
    days = {"hourly": 365 * 24, "daily": 365, "nightly": 365, "overnight": 365}
    weeks = {"weekly": 52, "fortnightly": 26, "biweekly": 26}
    assert days | weeks | {
        "monthly": 12, "quarterly": 4, "yearly": 1, "annual": 1, "annually": 1,
    } == FREQUENCIES  # fmt: skip


def test_a_capital_in_front_makes_a_model_of_billions_but_not_the_first_word() -> None:
    """The text "Mistral 7B" names a model, "Served 7B requests" a number."""
    model, count = (
        read_numeral(cut_atoms("Used Mistral 7B"), 2),
        read_numeral(cut_atoms("Served 7B requests"), 1),
    )
    assert model is not None
    assert count is not None
    assert (model.value, count.value) == (7.0, 7e9)
