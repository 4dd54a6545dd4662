"""Clauses that hang on a sentence: what is put behind one of them would be read as a part of it."""

from __future__ import annotations

from bulletlint.evidence.tokens import Tokens

#: Words that open a clause beside the main one, behind a comma.
_OPENERS = frozenset(
    {
        "so",
        "though",
        "although",
        "while",
        "whereas",
        "because",
        "unless",
        "until",
        "yet",
        "when",
        "if",
        "since",
    }
)
#: Words of a clause about a thing, or one on which the main one hangs.
_BOUND = _OPENERS | {"who", "where", "which", "that", "whenever", "wherever", "after", "before"}
_RELATIVE = frozenset({"WDT", "WP", "WRB", "WP$"})
#: What stands before the noun of a subject, and how far from it its verb may stand, in tokens.
_SUBJECT, _NEAR = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"}), 4
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_main_end(tokens: Tokens, start: int, end: int) -> int:
    """Return the comma before a clause beside the main one ("…, so the app works on cheap phones"), `end` without one.

    The clause has a verb of its own, and so has what stands before it.
    """
    depth = 0
    for place in range(start, end - 2):
        word = tokens.lower[place]
        depth += (word == "(") - (word == ")")
        if word != "," or depth or tokens.lower[place + 1] not in _OPENERS:
            continue
        before = any(tokens.pos[at] in ("VERB", "AUX") for at in range(start, place))
        if before and has_finite(tokens, place + 2, end):
            return place
    return end


def ends_in_clause(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a clause with a subject of its own reaches to the end of a span ("… a chart that shows where …")."""
    opener = max(
        (at for at in range(start + 1, end) if tokens.lower[at] in _BOUND - {"that", "which"}), default=-1
    )
    reason = (
        at for at in range(start + 1, end - 1) if tokens.lower[at] == "as" and tokens.tag[at + 1] == "PRP"
    )
    opener = max(opener, *reason, -1)
    if opener < 0 or not has_finite(tokens, opener + 1, end):
        return False
    return not any(tokens.lower[at] == "," and tokens.tag[at + 1] == "VBG" for at in range(opener, end - 1))


def find_spliced(tokens: Tokens, start: int, end: int) -> list[int]:
    """Return the commas that nothing but themselves join a sentence by: "Set a budget, the build goes red over it".

    Behind "by setting a budget" it would seem to belong to it.
    """
    found = []
    for comma in range(start, end - 2):
        place = comma + 1
        if tokens.lower[comma] != "," or tokens.tag[place] in _RELATIVE or tokens.lower[place] in _BOUND:
            continue
        while (
            place < end and tokens.pos[place] in _SUBJECT and tokens.dep[place] not in ("nsubj", "nsubjpass")
        ):
            place += 1
        if place == end or tokens.dep[place] not in ("nsubj", "nsubjpass"):
            continue
        verb = next((at for at in range(place + 1, min(end, place + _NEAR)) if tokens.tag[at] in _FINITE), -1)
        joined = any(tokens.tag[at] in _RELATIVE for at in range(place, verb))  # "some of which were old"
        if verb > 0 and not joined and tokens.head[place] in range(verb, min(end, verb + _NEAR)):
            found.append(comma)
    return found


def has_finite(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a verb with a tense stands between two positions."""
    return any(tokens.tag[place] in _FINITE for place in range(start, end))
