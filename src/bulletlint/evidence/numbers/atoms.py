"""Cuts a bullet into atoms (numerals, words, signs) for the grammar of amounts."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

#: Figures: with a power ("3×10⁵", "2^10", "1.5e6"); thousands apart by a comma, an apostrophe, a full stop before a
#: decimal comma ("1.250,50") or a space ("12 000 €": a group of zeros or several groups, since "737 800" may be a name
#: and a number); with a decimal comma ("12,5 %"); plain, as "3.11.2" or ".5" too.
_POWER = (
    r"\d{1,9}(?:\.\d{1,9})? ?[×x·*] ?10(?:\^-?\d{1,2}|[⁻⁺]?[⁰¹²³⁴-⁹]{1,2})|10[³⁴-⁹]|\d{1,2}\^\d{1,2}(?!\d)"
    r"|\d{1,9}(?:\.\d{1,9})?[eE][+-]?\d{1,2}(?!\w)"
)
_GROUPED = (
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!,?\d)(?:\.\d+)?|\d{1,3}(?:['’]\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d{1,3}(?:(?: \d{3}){0,3} 000(?: \d{3}){0,3}|(?: \d{3}){2,4})(?:[.,]\d\d?)?(?!\d)"
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!,?\d)|(?<![\d,.])\d{1,9},\d{1,2}(?![,.]?\d)"
)
#: A numeral with a decimal comma, and what may stand apart in it.
_DECIMAL_COMMA = re.compile(r"[\d. ]+,\d{1,2}")
_ATOM = re.compile(
    rf"(?P<numeral>[¼½¾⅓⅔⅛]|{_POWER}|{_GROUPED}|\d+(?:\.\d+)*|(?<![\w.])\.\d+)"
    r"|(?P<word>[^\W\d_]+(?:['’](?:s|t|re|ve|ll|d|m)\b)?)"
    r"|(?P<sign>=>|->|--|[^\w\s]|_)"
)
#: Signs that join a number to its unit, or the two ends of a range.
DASHES = frozenset({"-", "–", "—", "−", "--", "‑", "‒"})
#: Words that stand small within a sentence; where none does, capital letters are a matter of style.
_SMALL_WORDS = re.compile(
    r"(?<=[\w,)%] )(?:from|to|by|of|in|at|for|with|and|the|on|over|per)(?= )", re.IGNORECASE
)
_RAISED = re.compile(
    r"(?:(?P<factor>[\d.]+) ?[×x·*] ?)?(?P<base>\d+)(?:\^(?P<up>-?\d+)|(?P<high>[⁻⁺⁰¹²³⁴-⁹]+))"
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")


class NumberAtom(NamedTuple):
    """A numeral, word or sign; `start` and `end` are character offsets, `lower` the text in lower case.

    A tuple, since every word of a resume becomes one: a frozen dataclass takes three times as long to make.
    """

    kind: Literal["numeral", "word", "sign"]
    text: str
    lower: str
    start: int
    end: int
    spaced: bool


def tells_names(text: str) -> bool:
    """Tell whether capital letters say what is a name in a text: not in Title Case, nor in capitals throughout."""
    small = _SMALL_WORDS.findall(text)
    if small:
        return any(word[0].islower() for word in small)
    return text.count(" ") < 2 or text != text.upper()


def read_figures_value(numeral: str) -> float:
    """Return the value of a numeral in figures; a version such as "3.11.2" counts by its first two parts."""
    if raised := _RAISED.fullmatch(numeral):
        exponent = raised["up"] or raised["high"].translate(_SUPERSCRIPTS)
        return float(raised["factor"] or 1) * float(raised["base"]) ** int(exponent)
    if _DECIMAL_COMMA.fullmatch(numeral):
        numeral = numeral.replace(".", "").replace(",", ".")
    numeral = numeral.replace(" ", "")
    plain = numeral.replace(",", "").replace("'", "").replace("’", "")
    if "e" in plain.lower():
        return float(plain)
    return float(".".join(plain.split(".")[:2]))


def cut_atoms(text: str) -> list[NumberAtom]:
    """Cut a text into atoms; `spaced` says that white space, or the beginning, stands before one.

    A text whose capital letters tell no names is read as if it had none: "Raised NPS From 31 To 52".
    """
    if not tells_names(text) and len(small := text.lower()) == len(text):
        text = small
    atoms: list[NumberAtom] = []
    last = -1
    for match in _ATOM.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        value = match.group()
        atoms.append(NumberAtom(kind, value, value.lower(), start, end, start != last))  # type: ignore[arg-type]
        last = end
    return atoms
