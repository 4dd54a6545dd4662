"""Nouns of action and of change turned back into their verbs ("migration of X" → migrate X, "a 30 % drop in X")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bulletlint.core.finding import Piece
from bulletlint.core.inflect import VerbForm, inflect_verb
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.sentence.piece import cut_span, set_case

_DETERMINERS = frozenset({"a", "an", "the", "my", "our"})
_JOINTS = frozenset({"and", "&", ","})
_OBJECT_ENDS = frozenset(
    {",", "–", "—", "(", "and", "&", "while", "as", "by", "through", "via", "with", "to"}
)


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
    """Return "design and development of X" as "designing and developing X", None if the nouns give no verb."""
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


def verbalise_compound(
    tokens: Tokens, words: Words, pairs: Mapping[str, str], start: int, end: int, form: VerbForm
) -> list[Piece] | None:
    """Return "network solutions development for banks" as "developing network solutions for banks", else None.

    What the noun of action is made of must be several things or none that is counted: "server management" may be of
    one.
    """
    noun = start
    while noun < end and find_verb(tokens.lower[noun], pairs) is None:
        glued = tokens.text[tokens.end[noun] : tokens.end[noun] + 1] == "-"
        modifier = tokens.tag[noun] == "VBN" and noun + 1 < end and tokens.pos[noun + 1] in ("NOUN", "PROPN")
        if not (is_nominal(tokens, noun) or tokens.lower[noun] in ("and", "&") or modifier or glued):
            return None
        noun += 1
    if noun == start or noun >= end or tokens.tag[noun - 1] not in ("NNS", "NNPS", "NN"):
        return None
    if tokens.tag[noun - 1] == "NN" and tokens.lower[noun - 1] in words.sets["nouns-countable"]:
        return None
    last = noun
    joined = tokens.lower[noun + 1 : noun + 2] in (["and"], ["&"]) and noun + 2 < end
    if joined and find_verb(tokens.lower[noun + 2], pairs):
        last = noun + 2
    if last + 1 < end and (tokens.pos[last + 1] != "ADP" or tokens.lower[last + 1] == "of"):
        return None
    verbs = {
        place: inflect_verb(find_verb(tokens.lower[place], pairs) or "", form, words.exceptions)
        for place in {noun, last}
    }
    what = set_case(tokens, cut_span(tokens, start, noun, {}), upper=False)
    return [*cut_span(tokens, noun, last + 1, verbs), *what, *cut_span(tokens, last + 1, end, {})]


@dataclass(frozen=True, slots=True)
class NominalChange:
    """A noun of change with what it is said of, as positions: "a", "30 %", "reduction", "in", "tickets".

    `amount` is the figure, None if it stands behind the noun or nowhere; `object` where the words begin that it is
    measured on, the end of the phrase where the figure itself is what was saved; `vague` says that a vague word stood
    before the noun.
    """

    noun: int
    amount: tuple[int, int] | None
    object: int
    end: int
    vague: bool = False


def verbalise_change(
    tokens: Tokens, words: Words, pairs: Mapping[str, str], start: int, end: int, form: VerbForm
) -> tuple[list[Piece], bool] | None:
    """Return "a 30 % reduction in tickets" as "reduced tickets by 30 %", and whether a vague word fell away.

    So is a list of them. None if a noun phrase does not have that shape.
    """
    starts = [
        start,
        *(place for place in range(start + 3, end) if opens_change(tokens, words, pairs, place, end)),
    ]
    pieces: list[Piece] = []
    vague = False
    read = 0
    for number, begin in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else end
        joint = stop
        while stop < end and tokens.lower[joint - 1] in _JOINTS:
            joint -= 1
        change = read_change(tokens, words, pairs, begin, joint)
        if change is None or stop < end and joint == stop:
            return None
        pieces += [*word_change(tokens, words, pairs, change, form), *cut_span(tokens, joint, stop, {})]
        vague = vague or change.vague
        read += 1
    nouns = sum(tokens.lower[place] in pairs and tokens.pos[place] == "NOUN" for place in range(start, end))
    return (pieces, vague) if nouns <= read else None  # another change would stay a noun


def opens_change(tokens: Tokens, words: Words, pairs: Mapping[str, str], place: int, end: int) -> bool:
    """Tell whether a noun of change with its figure before it goes on a list at a position."""
    if tokens.lower[place - 1] not in _JOINTS:
        return False
    change = read_change(tokens, words, pairs, place, end)
    return change is not None and change.amount is not None


def read_change(
    tokens: Tokens, words: Words, pairs: Mapping[str, str], start: int, end: int
) -> NominalChange | None:
    """Read a noun of change with its figure and its object, None where something else stands there."""
    position = start + (tokens.lower[start] in _DETERMINERS)
    amount: tuple[int, int] | None = None
    vague = False
    while position < end and (tokens.lower[position] not in pairs or position in tokens.amount):
        if position in tokens.amount:
            if amount is not None or tokens.text[tokens.start[position] : tokens.amount[position].end].count(
                "-"
            ):
                return None  # "a 12-point rise" has no "by 12-point"
            amount = (position, tokens.amount_end[position])
            position = tokens.amount_end[position]
        elif amount is not None and tokens.lower[position] in ("in", "of"):
            position += 1
        elif tokens.pos[position] in ("ADJ", "ADV") and tokens.lower[position] in words.sets["words-vague"]:
            vague = True
            position += 1
        else:
            return None
    if position >= end:
        return None
    noun, verb = position, pairs[tokens.lower[position]]
    partitive = amount is not None and tokens.lower[noun - 1] in ("in", "of")
    following = noun + 1
    if verb == "save" or partitive:
        if (
            amount is None
            and tokens.lower[following : following + 1] == ["of"]
            and following + 1 in tokens.amount
        ):
            return NominalChange(noun, None, following + 1, end, vague)  # "savings of $2M a year"
        return NominalChange(noun, amount, end, end, vague) if verb == "save" and partitive else None
    if (
        amount is None
        and tokens.lower[following : following + 1] == ["of"]
        and following + 1 in tokens.amount
    ):
        amount = (following + 1, tokens.amount_end[following + 1])  # "an increase of 12 % in sales"
        following = amount[1]
    if following + 1 >= end or tokens.lower[following] not in ("in", "of") or following + 1 in tokens.amount:
        return None
    return NominalChange(noun, amount, following + 1, end, vague)


def word_change(
    tokens: Tokens, words: Words, pairs: Mapping[str, str], change: NominalChange, form: VerbForm
) -> list[Piece]:
    """Return a change as its verb, what it is said of, and its figure behind "by"."""
    verb = inflect_verb(pairs[tokens.lower[change.noun]], form, words.exceptions)
    head = Piece(verb, tokens.start[change.noun], tokens.end[change.noun])
    if change.object >= change.end and change.amount is not None:
        rest = cut_span(tokens, change.noun + 1, change.end, {})
        return [head, *cut_span(tokens, *change.amount, {}), *rest]
    if change.amount is None:
        figures = (
            place for place in range(change.object + 1, change.end)
            if place in tokens.amount and tokens.lower[place - 1] == "of"
            and tokens.amount[place].kind not in ("count", "name", "date")
        )  # fmt: skip
        return [head, *cut_span(tokens, change.object, change.end, {place - 1: "by" for place in figures})]
    stop = find_object_end(tokens, change.object, change.end)
    by = [Piece("by"), *cut_span(tokens, *change.amount, {})]
    rest = cut_span(tokens, stop, change.end, {})
    return [head, *cut_span(tokens, change.object, stop, {}), *by, *rest]


def find_object_end(tokens: Tokens, start: int, end: int) -> int:
    """Return where the words that a change is measured on end: before the next break or preposition but "of".

    Nouns that are joined by "and" belong together: "an increase in trials and revenue".
    """
    for position in range(start + 1, end):
        word = tokens.lower[position]
        joined = word in ("and", "&", ",") and position + 1 < end
        if (
            joined
            and tokens.dep[position + 1] in ("conj", "amod", "compound")
            and is_nominal(tokens, position + 1)
        ):
            continue
        if word in _OBJECT_ENDS or tokens.pos[position] == "ADP" and word != "of":
            return position
        if tokens.tag[position] in ("WDT", "TO"):
            return position
    return end


def is_nominal(tokens: Tokens, position: int) -> bool:
    return tokens.pos[position] in ("NOUN", "PROPN", "ADJ")
