"""Numbers in figures and in words, with their magnitudes: "1,200", "2.5k", "three hundred", "₹2.3 crore"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bulletlint.evidence.numbers.atoms import NumberAtom, read_figures_value

#: English number words up to ninety.
SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50,
}  # fmt: skip
#: Ordinals that may name a level ("second level").
ORDINALS = {"first": 1, "second": 2, "third": 3, "1st": 1, "2nd": 2, "3rd": 3}
#: Words that multiply the number before them.
MAGNITUDES = {
    "hundred": 1e2, "dozen": 12.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5,
    "lac": 1e5, "crore": 1e7, "cr": 1e7, "mn": 1e6, "mio": 1e6, "bn": 1e9, "tn": 1e12,
    "mil": 1e6,
}  # fmt: skip
#: Indian magnitudes: without a noun to count they mean money.
_INDIAN = frozenset({"lakh", "lakhs", "lac", "lacs", "crore", "crores"})
#: Letters that multiply only where they are glued to figures.
GLUED = {"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "mn": 1e6, "t": 1e12, "cr": 1e7, "l": 1e5}
PLURALS = {"dozens": 12.0, "tens": 10.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
#: Fractions that are one character.
FRACTION_SIGNS = {"¼": 1 / 4, "½": 1 / 2, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8}
#: Before "half" they make it a stretch of time: "in the first half of 2020".
_PARTS_OF_A_PERIOD = ("first", "second", "latter", "last")
PARTS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
#: Words that state a change by themselves, with the factor.
CHANGE_VERBS = {
    "halve": 0.5, "halved": 0.5, "halves": 0.5, "halving": 0.5, "double": 2.0, "doubled": 2.0, "doubles": 2.0,
    "doubling": 2.0, "triple": 3.0, "tripled": 3.0, "triples": 3.0, "tripling": 3.0, "quadruple": 4.0,
    "quadrupled": 4.0, "quadrupling": 4.0, "quintupled": 5.0, "twofold": 2.0, "threefold": 3.0, "fourfold": 4.0,
    "fivefold": 5.0, "sixfold": 6.0, "tenfold": 10.0, "hundredfold": 100.0, "twice": 2.0, "thrice": 3.0,
}  # fmt: skip
#: Frequencies in times a year.
FREQUENCIES = {
    "hourly": 8760.0, "daily": 365.0, "nightly": 365.0, "overnight": 365.0, "weekly": 52.0, "fortnightly": 26.0,
    "biweekly": 26.0, "monthly": 12.0, "quarterly": 4.0, "yearly": 1.0, "annual": 1.0, "annually": 1.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that was read: its value, the index of the atom after it, and how it was written."""

    value: float
    after: int
    word: bool = False
    digits: int = 0
    fraction: Literal["ratio"] | None = None
    rupees: bool = False


def read_numeral(atoms: Sequence[NumberAtom], index: int) -> Numeral | None:
    """Read a number in figures or words at an index; None if there is none."""
    if index >= len(atoms):
        return None
    atom = atoms[index]
    if atom.kind == "numeral":
        return read_figures(atoms, index)
    if atom.kind == "word":
        return read_words(atoms, index)
    return None


def read_figures(atoms: Sequence[NumberAtom], index: int) -> Numeral:
    text = atoms[index].text
    if text in FRACTION_SIGNS:
        return Numeral(FRACTION_SIGNS[text], index + 1, True, 0, "ratio")
    value = read_figures_value(text)
    after = index + 1
    digits = sum(character.isdigit() for character in text)
    if begins_thousands(atoms, index):
        value, after, digits = value * 1000 + read_figures_value(atoms[after].text), after + 1, 0
    elif after < len(atoms) and text.isdecimal() and (part := FRACTION_SIGNS.get(atoms[after].text)):
        value, after, digits = value + part, after + 1, 0  # "3½ points", "2 ½ hours"
    elif (minutes := read_minutes(atoms, after)) is not None:
        value, after, digits = value + minutes / 60, after + 2, 0
    elif value in range(4, 11) and [atom.lower for atom in atoms[after : after + 2]] == ["-", "figure"]:
        return Numeral(10.0 ** (value - 1), after + 2)  # "a 6-figure budget"
    if after < len(atoms):
        following = atoms[after]
        if following.lower == "b" and not following.spaced and is_model_name(atoms, index):
            return Numeral(value, index + 1)  # "Mistral 7B" names a model
        factor = GLUED.get(following.lower) if not following.spaced and following.kind == "word" else None
        # "12 m" may be metres or minutes; "m" counts as a million only when glued, a lone capital M or B also spaced
        if factor is None:
            factor = MAGNITUDES.get(following.lower) or MAGNITUDES.get(following.lower.removesuffix("s"))
        if factor is None and following.text in ("M", "B", "K", "MM"):
            factor = GLUED[following.lower]
        if factor is not None:
            value, after, digits = value * factor, after + 1, 0
            if after < len(atoms) and (second := MAGNITUDES.get(atoms[after].lower)):
                value, after = value * second, after + 1
    rupees = after > index + 1 and atoms[after - 1].lower in _INDIAN
    return Numeral(value, after, False, digits if text.isdecimal() else 0, None, rupees)


def read_minutes(atoms: Sequence[NumberAtom], index: int) -> float | None:
    """Return the minutes that stand behind a colon before a unit of hours ("1:30 h"), None elsewhere."""
    written = atoms[index : index + 3]
    if len(written) < 3 or written[0].text != ":" or written[0].spaced or written[1].spaced:
        return None
    minutes = written[1].text
    if not (minutes.isdecimal() and len(minutes) == 2 and int(minutes) < 60):
        return None
    return float(minutes) if written[2].lower in ("h", "hr", "hrs", "hour", "hours") else None


def begins_thousands(atoms: Sequence[NumberAtom], index: int) -> bool:
    """Tell whether a numeral and the next are one number: "served 1 200 users", but "Phase 2 300 users"."""
    first, others = atoms[index].text, atoms[index + 1 : index + 3]
    if len(others) < 2 or not (first.isdecimal() and len(first) < 3 and first[0] != "0"):
        return False
    group, noun = others
    if not (group.text.isdecimal() and len(group.text) == 3 and group.start == atoms[index].end + 1):
        return False
    before = atoms[index - 1] if index else None
    named = before is not None and (before.kind == "numeral" or (index > 1 and before.text[0].isupper()))
    return not named and noun.kind == "word" and noun.text.islower() and len(noun.text) > 2


def is_model_name(atoms: Sequence[NumberAtom], index: int) -> bool:
    return index > 1 and atoms[index - 1].kind == "word" and atoms[index - 1].text[0].isupper()


def read_words(atoms: Sequence[NumberAtom], index: int) -> Numeral | None:
    words = [atom.lower for atom in atoms[index : index + 5]]
    first = words[0]
    if first in PLURALS:
        value, after = PLURALS[first], index + 1
        if words[1:2] == ["of"] and len(words) > 2 and words[2] in PLURALS:
            value, after = value * PLURALS[words[2]], index + 3
        return Numeral(value, after, True)
    if first in ("a", "an") and len(words) > 1:
        return read_article(words, index)
    if first == "dozen":
        return Numeral(12.0, index + 1, True)
    if first == "half":
        before = atoms[index - 1].lower if index else ""
        return None if before in _PARTS_OF_A_PERIOD else read_half(words, index)
    if first not in SMALL:
        return None
    value, after = float(SMALL[first]), index + 1
    hyphen = 1 if words[1:2] in (["-"], ["‑"], ["–"]) else 0
    following = words[1 + hyphen] if len(words) > 1 + hyphen else ""
    if value >= 20 and following in SMALL and SMALL[following] < 10:
        value, after = value + SMALL[following], index + 2 + hyphen
    elif (
        (part := PARTS.get(following.removesuffix("s")))
        and value < 10
        and is_fraction(words, 1 + hyphen, value)
    ):
        return Numeral(value * part, index + 2 + hyphen, True, 0, "ratio")
    elif following == "figure":
        return Numeral(10.0 ** (value - 1), index + 2 + hyphen, True)
    while after < len(atoms):
        skip = 1 if atoms[after].text == "-" and after + 1 < len(atoms) else 0
        factor = MAGNITUDES.get(atoms[after + skip].lower)
        if factor is None:
            break
        value, after = value * factor, after + 1 + skip
    return Numeral(value, after, True)


def is_fraction(words: Sequence[str], at: int, value: float) -> bool:
    """Tell "two-thirds of" and "one third" from "seven third-party tools" and "two quarters"."""
    plural = words[at].endswith("s")
    if words[at].startswith("quarter"):
        return value == 3 and plural or value == 1 and words[at + 1 : at + 2] == ["of"]
    return plural if value > 1 else words[at + 1 : at + 2] != ["-"]


def read_article(words: Sequence[str], index: int) -> Numeral | None:
    """Read "a dozen", "a hundred", "a million", "a couple of", "a third"."""
    if words[1] in MAGNITUDES and len(words[1]) > 2:
        return Numeral(MAGNITUDES[words[1]], index + 2, True)
    if words[1:4] == ["order", "of", "magnitude"]:
        return Numeral(1.0, index + 1, True)
    if words[1] == "couple":
        return Numeral(2.0, index + 2 + (words[2:3] == ["of"]), True)
    if words[1] in ("third", "fifth", "tenth") or words[1] in ("quarter", "half") and words[2:3] == ["of"]:
        if words[2:3] in (["party"], ["person"], ["time"], ["-"], ["year"]):
            return None
        return Numeral(PARTS[words[1]], index + 2, True, 0, "ratio")
    return None


def read_half(words: Sequence[str], index: int) -> Numeral | None:
    """Read "half of", "half a million", "in half"; "half-day" is not an amount."""
    following = words[1] if len(words) > 1 else ""
    if following in ("a", "an") and len(words) > 2 and words[2] in MAGNITUDES:
        return Numeral(0.5 * MAGNITUDES[words[2]], index + 3, True)
    if following in ("-", "day", "year", "hour", "time"):
        return None
    return Numeral(0.5, index + 1, True, 0, "ratio")
