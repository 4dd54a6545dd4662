"""Nouns of action and of change turned back into their verbs ("migration of X" → migrate X, "a 30 % drop in X")."""

from __future__ import annotations

from collections.abc import Mapping

from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.finding import Piece
from bulletlint.inflect import VerbForm, inflect_verb
from bulletlint.rewrite.piece import cut_span

_DETERMINERS = frozenset({"a", "an", "the", "my", "our"})


def find_verb(noun: str, pairs: Mapping[str, str]) -> str | None:
    """Return the verb that a noun of action is made from, None if it is none."""
    if noun in pairs:
        return pairs[noun]
    for ending in ("isation", "ization"):
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            return noun[: -len(ending)] + ending[0:2] + "e"
    return None


def verbalise_actions(
    tokens: Tokens, words: Words, pairs: Mapping[str, str], start: int, end: int, form: VerbForm
) -> list[Piece] | None:
    """Return "design and development of X" as "designing and developing X", None where the nouns give no verb."""
    position = start
    if position < end and tokens.lower[position] in _DETERMINERS:
        position += 1
    begin = position
    changed: dict[int, str] = {}
    while position < end:
        verb = find_verb(tokens.lower[position], pairs)
        if verb is not None:
            changed[position] = inflect_verb(verb, form, words.exceptions)
        elif tokens.lower[position] == "of":
            break
        elif tokens.tag[position] == "VBG" and form == "gerund":
            changed[position] = tokens.lower[position]
        elif tokens.lower[position] not in (",", "and", "&", "/"):
            return None
        position += 1
    if not changed or position + 1 >= end or tokens.lower[position] != "of":
        return None
    changed[position] = ""
    return cut_span(tokens, begin, end, changed)


def verbalise_change(
    tokens: Tokens, words: Words, pairs: Mapping[str, str], start: int, end: int, form: VerbForm
) -> tuple[list[Piece], bool] | None:
    """Return "a 30 % reduction in tickets" as "reduced tickets by 30 %", and whether a vague word fell away.

    None where the noun phrase does not have that shape.
    """
    position = start
    if tokens.lower[position] in _DETERMINERS:
        position += 1
    amount: tuple[int, int] | None = None
    vague = False
    while position < end and tokens.lower[position] not in pairs:
        if position in tokens.amount:
            if amount is not None:
                return None
            amount = (position, tokens.amount_end[position])
            position = tokens.amount_end[position]
        elif tokens.pos[position] in ("ADJ", "ADV") and tokens.lower[position] in words.sets["words-vague"]:
            vague = True
            position += 1
        else:
            return None
    if position + 2 >= end or tokens.lower[position + 1] not in ("in", "of"):
        return None
    verb = inflect_verb(pairs[tokens.lower[position]], form, words.exceptions)
    object_start = position + 2
    if tokens.lower[position + 1] == "of" and object_start in tokens.amount:
        return None
    head = Piece(verb, tokens.start[position], tokens.end[position])
    later = [
        place
        for place in range(object_start, end)
        if place in tokens.amount and tokens.amount[place].kind not in ("count", "name", "date")
    ]
    if amount is None:
        changed = {later[0] - 1: "by"} if later and tokens.lower[later[0] - 1] == "of" else {}
        return [head, *cut_span(tokens, object_start, end, changed)], vague
    if later:
        return None
    object_end = find_object_end(tokens, object_start, end)
    by = [Piece("by"), *cut_span(tokens, amount[0], amount[1], {})]
    return [
        head,
        *cut_span(tokens, object_start, object_end, {}),
        *by,
        *cut_span(tokens, object_end, end, {}),
    ], vague


def find_object_end(tokens: Tokens, start: int, end: int) -> int:
    """Return where the words that a change is measured on end: before the next break or preposition but "of"."""
    for position in range(start + 1, end):
        if tokens.lower[position] in (
            ",",
            "–",
            "—",
            "(",
            "and",
            "while",
            "as",
            "by",
            "through",
            "via",
            "with",
            "to",
        ):
            return position
        if (
            tokens.pos[position] == "ADP"
            and tokens.lower[position] != "of"
            or tokens.tag[position] in ("WDT", "TO")
        ):
            return position
    return end
