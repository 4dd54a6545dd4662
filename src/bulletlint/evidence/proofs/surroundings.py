"""The words around an amount: its clause, what it counts, the condition or limit that it stands in."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from bulletlint.evidence.numbers.amount import Amount
from bulletlint.evidence.tokens import STOPS, Tokens
from bulletlint.evidence.words import Words

#: Units of time that a rate may be over.
TIMES = frozenset(
    {"second", "sec", "minute", "min", "hour", "day", "week", "month", "quarter", "year", "annum", "night"}
)
#: Prepositions of a limit that is kept.
KEPT = frozenset({"within", "inside", "under", "below", "sub", "<", "≤", "at"})
_CONDITIONS = frozenset({"if", "when", "whenever", "once", "unless", "until", "where"})
_TIME_ADVERBS = frozenset({"daily", "weekly", "monthly", "annually", "yearly", "hourly", "nightly"})
_OBLIGED = (("had", "to"), ("has", "to"), ("needs", "to"))
#: How many tokens before an amount its condition may begin.
_CONDITION_WITHIN = 12
#: How many tokens a counted noun phrase may have.
_LONGEST_PHRASE = 6


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around one amount, lower case.

    `start`, `end` and `noun_at` are positions in Tokens, `noun_at` -1 where nothing is counted. `before` and `after`
    are the words of the amount's clause on either side (up to a full stop, colon, bracket or dash); `near` those up
    to the next commas.
    """

    start: int
    end: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    near: tuple[str, ...]
    noun: str
    noun_at: int


def look_around(tokens: Tokens, place: int) -> Surroundings:
    """Collect the words around the amount that begins at a position."""
    end = tokens.amount_end[place]
    stops = tokens.stops
    before_place, after_end = bisect_left(stops, place), bisect_left(stops, end)
    first = stops[before_place - 1] + 1 if before_place else 0
    last = stops[after_end] if after_end < len(stops) else len(tokens)
    before, after = tuple(tokens.lower[first:place]), tuple(tokens.lower[end:last])
    noun, noun_at = find_counted_noun(tokens, end)
    return Surroundings(place, end, before, after, cut_at_commas(before, after), noun, noun_at)


def cut_at_commas(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words on both sides up to the nearest commas."""
    if "," in before:
        before = before[len(before) - before[::-1].index(",") :]
    if "," in after:
        after = after[: after.index(",")]
    return before + after


def find_counted_noun(tokens: Tokens, end: int) -> tuple[str, int]:
    """Return the head of the noun phrase after an amount ("12 new mobile users" gives "users"), "" and -1 without."""
    noun, noun_at = "", -1
    hyphened = end < len(tokens) and tokens.text[tokens.end[end - 1] : tokens.start[end]] == "-"
    for position in range(end, min(end + _LONGEST_PHRASE, len(tokens))):
        if hyphened and noun:
            break  # "a 2.1m-customer migration" counts customers
        pos = tokens.pos[position]
        if noun and tokens.text[tokens.end[position - 1] : tokens.start[position]] == "-":
            continue  # "1,300 walk-in customers"
        if pos in ("NOUN", "PROPN"):
            noun, noun_at = tokens.lower[position], position
        elif pos in ("ADJ", "DET", "NUM") or tokens.tag[position] in ("VBN", "VBG") and not noun:
            if noun:
                break
        elif tokens.lower[position] in ("of", "+", "-", "/", "&", "%") and not noun:
            continue
        else:
            break
    return noun, noun_at


def is_required(tokens: Tokens, place: int, amount: Amount, lead_lemma: str) -> bool:
    """Tell whether the amount is what was asked for, not what was reached: "had to answer in under 200 ms"."""
    if amount.kind not in ("duration", "money"):
        return False
    before = tokens.lower[max(0, place - 6) : place]
    asked = "must" in before or any(pair in _OBLIGED for pair in pairwise(before))
    return asked or lead_lemma.startswith("be ") and bool(set(before[-3:]) & KEPT)


def is_condition(tokens: Tokens, place: int) -> bool:
    """Tell whether the amount is the limit in a condition: "if disagreement passes 15%"."""
    for back in range(1, min(_CONDITION_WITHIN, place) + 1):
        word = tokens.lower[place - back]
        if word in STOPS or word == ",":
            return False
        if word in _CONDITIONS:
            return True
    return False


def is_threshold(around: Surroundings, words: Words) -> bool:
    """Tell whether the amount sizes a limit: "a ₹25,000 ceiling", "the 80 ms authorisation window"."""
    following = around.after[:3]
    return "," not in following and any(word in words.sets["words-threshold"] for word in following)


def is_changed(around: Surroundings, words: Words) -> bool:
    """Tell whether something changes by, to or in this amount, in its own part of the clause."""
    changing, verbs = words.sets["words-change"], words.sets["verbs-outcome"]
    return any(word in changing or word in verbs for word in around.near)


def is_rated(amount: Amount, around: Surroundings) -> bool:
    """Tell whether the amount is a rate over time: "3m messages a day", "10k rps", "12 releases weekly"."""
    if amount.per in TIMES:
        return True
    for word, following in pairwise(around.after[:5]):
        if word in ("per", "a", "an", "/", "each", "every") and following in TIMES:
            return True
    return bool(set(around.after[:3]) & _TIME_ADVERBS)
