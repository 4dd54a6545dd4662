"""Sentences that say that something rose or fell, as what the writer did to it ("waits fell by 3 %" → reduce waits)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bulletlint.core.finding import Piece
from bulletlint.core.inflect import VerbForm, inflect_verb
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.sentence.nominal import find_object_end
from bulletlint.rewrite.sentence.piece import cut_span, set_case

#: What a subject may be made of: anything else opens a clause of its own.
_SUBJECT_PARTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "SYM", "PUNCT", "PART"})
_SUBJECT_MARKS = frozenset({"-", "/", "%", "&"})
#: Words that point back to something told before, which the sentence must then follow.
_POINTERS = frozenset("it its they their them this that these those which both each".split())
#: Longest subject, in tokens.
_MOST_WORDS = 9
#: Amounts that "by" may stand before.
_DIFFERENCES = frozenset({"percent", "duration", "money", "points", "ratio"})


@dataclass(frozen=True, slots=True)
class Shifts:
    """Words that say that something rose or fell → the verb that says the same of an object.

    `past` are verbs in the past tense ("fell"), `comparatives` words behind a percentage ("fewer").
    """

    past: Mapping[str, str]
    comparatives: Mapping[str, str]


def make_shifts(verbs: Mapping[str, str], comparatives: Mapping[str, str], words: Words) -> Shifts:
    """Return the shifts for verbs in their dictionary form and for comparatives."""
    past = {inflect_verb(verb, "past", words.exceptions): said for verb, said in verbs.items()}
    return Shifts(past, comparatives)


def find_shift(tokens: Tokens, shifts: Shifts, start: int, end: int) -> int:
    """Return the position of the word that says "rose", "fell" or "fewer" in a sentence of that shape, else -1."""
    if start >= end or not _POINTERS.isdisjoint(tokens.lower[start:end]):
        return -1
    if start in tokens.amount:
        place = tokens.amount_end[start]
        apt = tokens.amount[start].kind == "percent" and place + 1 < end
        known = apt and tokens.lower[place] in shifts.comparatives
        return place if known and is_plain(tokens, place + 1, end) else -1
    for place in range(start, min(end, start + _MOST_WORDS + 1)):
        if place > start and tokens.lower[place] in shifts.past and tokens.tag[place] in ("VBD", "VBN"):
            return place if is_plain(tokens, place + 1, end) else -1
        compound = tokens.tag[place] == "VBG" and tokens.pos[place + 1 : place + 2] == [
            "NOUN"
        ]  # "waiting times"
        # "credits burned per month"
        modifier = tokens.tag[place] == "VBN" and tokens.pos[place + 1 : place + 2] == ["ADP"]
        if tokens.pos[place] not in _SUBJECT_PARTS and not compound and not modifier:
            return -1
        if tokens.pos[place] == "PUNCT" and tokens.lower[place] not in _SUBJECT_MARKS:
            return -1
    return -1


def is_plain(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether no other clause and no other subject stands between two positions."""
    for place in range(start, end):
        if tokens.lower[place] in (",", ";", ":", "–", "—", "(", "and", "but", "while", "&"):
            return False
        if tokens.tag[place] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "PRP"):
            return False
    return True


def word_shift(
    tokens: Tokens, words: Words, shifts: Shifts, span: tuple[int, int], at: int, form: VerbForm
) -> list[Piece]:
    """Return "waits fell by 3 %" or "3 % fewer waits" (positions `span`, its word `at`) as "reduced waits by 3 %"."""
    start, end = span
    counted = start in tokens.amount
    said = (shifts.comparatives if counted else shifts.past)[tokens.lower[at]]
    verb = inflect_verb(said, form, words.exceptions)
    head = Piece(verb, tokens.start[at], tokens.end[at])
    if counted:
        stop = find_object_end(tokens, at + 1, end)
        amount = cut_span(tokens, start, tokens.amount_end[start], {})
        return [
            head, *cut_span(tokens, at + 1, stop, {}), Piece("by"), *amount, *cut_span(tokens, stop, end, {}),
        ]  # fmt: skip
    what = set_case(tokens, cut_span(tokens, start, at, {}), upper=False)
    ranging = tokens.lower[at + 1 : at + 2] in (["from"], ["to"])
    by = at + 1 in tokens.amount and tokens.amount[at + 1].kind in _DIFFERENCES and not ranging
    return [head, *what, *([Piece("by")] if by else []), *cut_span(tokens, at + 1, end, {})]
