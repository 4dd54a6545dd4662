"""The amounts of a bullet: every digit and number word becomes part of one typed amount.

Only the text is read here: `quantities` reads one number with its unit, `amount_changes` what several of them say
together, `number_names` the numbers that name something. What an amount proves (outcome, scale, scope or spec) is
decided in `measures`, which also knows the parse.
"""

from __future__ import annotations

from dataclasses import replace

from bulletlint.evidence.amount import Amount, AmountKind, AmountWords, Bound, Passage, Units, cut_passage
from bulletlint.evidence.amount_changes import join_quantity, read_change, read_ratio
from bulletlint.evidence.number_names import continues_word, read_chunk, read_level, read_month
from bulletlint.evidence.numerals import CHANGE_VERBS, ORDINALS, PLURALS, SMALL
from bulletlint.evidence.quantities import read_quantity

__all__ = ["Amount", "AmountKind", "AmountWords", "Bound", "Units", "read_amounts"]

#: Words and signs that can begin an amount, beside months and currencies.
_BEGINNINGS = (
    frozenset({*SMALL, *PLURALS, *CHANGE_VERBS, *ORDINALS})
    | {"from", "a", "an", "dozen", "half", "us", "ca", "au", "nz", "hk"}
    | {"~", "≈", "∼", "<", "≤", ">", "≥", "+", "-", "−", "–", "±", "$"}
)  # fmt: skip


def read_amounts(text: str, words: AmountWords) -> tuple[Amount, ...]:
    """Read every amount of a bullet, in order and without overlap.

    No digit of the text is left outside an amount: what fits no other form is a name. The work grows with the length
    of the text, whatever the text is.
    """
    passage = cut_passage(text, words)
    amounts: list[Amount] = []
    index = 0
    while index < len(passage.atoms):
        read = read_amount(passage, index)
        if read is None:
            index += 1
            continue
        amount, after = read
        while amounts and amounts[-1].end > amount.start:
            start = min(amount.start, amounts.pop().start)
            amount = replace(amount, start=start, text=text[start : amount.end])
        amounts.append(amount)
        index = max(after, index + 1)
    return tuple(amounts)


def read_amount(passage: Passage, index: int) -> tuple[Amount, int] | None:
    """Read the amount that begins at an atom; returns it with the index after it, None where none begins."""
    atom = passage.atoms[index]
    if atom.kind != "numeral" and not may_begin(passage, index):
        return None
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


def may_begin(passage: Passage, index: int) -> bool:
    """Say quickly whether a word or sign can begin an amount; most cannot."""
    lower = passage.lower_at(index)
    if lower in _BEGINNINGS or passage.holds("names-month", index):
        return True
    return passage.words.units.get(lower, ("",))[0] == "money"
