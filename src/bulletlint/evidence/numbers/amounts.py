"""The amounts of a bullet: every digit and number word becomes part of one typed amount.

Only the text is read here: `quantities` reads one number with its unit, `amount_changes` what several of them say
together, `number_names` the numbers that name something. What an amount proves (outcome, scale, scope or spec) is
decided in `measures`, which also knows the parse.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from bulletlint.evidence.numbers.amount import (
    AMOUNT_LEXICONS,
    Amount,
    AmountKind,
    AmountWords,
    Bound,
    Passage,
    Units,
    cut_passage,
)
from bulletlint.evidence.numbers.amount_changes import join_quantity, read_change, read_ratio
from bulletlint.evidence.numbers.number_names import continues_word, read_chunk, read_level, read_month
from bulletlint.evidence.numbers.numerals import (
    CHANGE_VERBS,
    FREQUENCIES,
    MAGNITUDES,
    ORDINALS,
    PARTS,
    PLURALS,
    SMALL,
)
from bulletlint.evidence.numbers.quantities import read_quantity

__all__ = ["Amount", "AmountKind", "AmountWords", "Bound", "Units", "make_amount_words", "read_amounts"]

#: Words and signs that can begin an amount, beside months and currencies.
_BEGINNINGS = (
    frozenset({*SMALL, *PLURALS, *CHANGE_VERBS, *ORDINALS})
    | {"from", "a", "an", "dozen", "half"}
    | {"~", "≈", "∼", "<", "≤", ">", "≥", "+", "-", "−", "–", "±", "$"}
)  # fmt: skip
#: Words of which each amount without a figure has one.
_NUMBER_WORDS = frozenset(
    {*SMALL, *PLURALS, *MAGNITUDES, *PARTS, *FREQUENCIES, *CHANGE_VERBS, *ORDINALS, "couple", "magnitude"}
)
_FIGURE = re.compile(r"[\d¼½¾⅓⅔⅛]")
_LETTERS = re.compile(r"[^\W\d_]+")


def make_amount_words(units: Units, lexicons: Mapping[str, Collection[str]]) -> AmountWords:
    """Collect the words that amounts are read by out of all lexicons."""
    chosen = {name: frozenset(lexicons.get(name, ())) for name in AMOUNT_LEXICONS}
    money = {spelling for spelling, (kind, _) in units.items() if kind == "money"}
    money |= {spelling[:-1] for spelling in money if spelling[:-1].isalpha() and not spelling[-1].isalpha()}
    return AmountWords(units, chosen, _BEGINNINGS | chosen["names-month"] | money)


def read_amounts(text: str, words: AmountWords) -> tuple[Amount, ...]:
    """Read every amount of a bullet, in order and without overlap.

    No digit of the text is left outside an amount: what fits no other form is a name. The work grows with the length
    of the text, whatever the text is.
    """
    return read_passage(cut_passage(text, words)) if may_hold_amount(text) else ()


def read_passage(passage: Passage) -> tuple[Amount, ...]:
    """Read every amount of a text that is cut into atoms."""
    text, atoms, beginnings = passage.text, passage.atoms, passage.words.beginnings
    begun = [index for index, atom in enumerate(atoms) if atom.kind == "numeral" or atom.lower in beginnings]
    amounts: list[Amount] = []
    last = 0
    for index in begun:
        read = read_amount(passage, index) if index >= last else None
        if read is None:
            continue
        amount, last = read
        while amounts and amounts[-1].end > amount.start:
            start = min(amount.start, amounts.pop().start)
            amount = replace(amount, start=start, text=text[start : amount.end])
        amounts.append(amount)
    return tuple(amounts)


def may_hold_amount(text: str) -> bool:
    """Say quickly whether a text has a figure or a number word; without one nothing in it is an amount."""
    return _FIGURE.search(text) is not None or not _NUMBER_WORDS.isdisjoint(_LETTERS.findall(text.lower()))


def read_amount(passage: Passage, index: int) -> tuple[Amount, int] | None:
    """Read the amount that begins at a numeral or a word of `beginnings`; returns it with the index after it."""
    atom = passage.atoms[index]
    if atom.kind == "word":
        if atom.lower == "from":
            return read_change(passage, index)
        if atom.lower in ORDINALS and (level := read_level(passage, index)) is not None:
            return level
        if atom.lower in CHANGE_VERBS:
            factor = (CHANGE_VERBS[atom.lower],)
            return passage.make(index, index + 1, "multiple", factor, "times"), index + 1
        if passage.holds("names-month", index) and (date := read_month(passage, index)) is not None:
            return date
    if continues_word(passage, index):
        return read_chunk(passage, index)
    quantity = read_quantity(passage, index)
    if quantity is None and atom.lower == "one":
        return read_ratio(passage, passage.make(index, index + 1, "count", (1.0,)), index + 1)
    if quantity is not None:
        return join_quantity(passage, *quantity)
    return read_chunk(passage, index) if atom.kind == "numeral" else None
