"""Lists that commas alone join, which a sentence closes with "and": "using C++, WinHTTP" → "using C++ and WinHTTP"."""

from __future__ import annotations

from bulletlint.evidence.tokens import Tokens

#: Words behind which two things with a comma between are a list.
_OPENERS = frozenset({"using", "with", "via", "including", "like"})
_JOINTS = frozenset({"and", "&", "or", "plus", "then"})
_ITEM = frozenset({"NOUN", "PROPN", "ADJ"})
#: Most tokens of an item of a list.
_MOST_WORDS = 4


def find_open_list(tokens: Tokens, start: int, end: int) -> int:
    """Return the last comma of a list of things that ends a span and has no "and", -1 where there is none.

    Three things are a list anywhere, two only behind "using" and the like: "in Leeds, Yorkshire" is none.
    """
    commas: list[int] = []
    stop = end
    while (begin := find_item(tokens, start, stop)) >= 0:
        if begin - 1 < start or tokens.lower[begin - 1] != ",":
            break
        commas.append(begin - 1)
        stop = begin - 1
    if not commas:
        return -1
    first = commas[-1]
    opener = find_opener(tokens, start, first)
    listed = opener >= 0 and not first - opener - 1 > _MOST_WORDS
    if not listed and len(commas) < 2:
        return -1
    closed = range(opener if listed else max(start, first - _MOST_WORDS), end)
    if any(tokens.lower[place] in _JOINTS for place in closed):
        return -1
    depth = sum((tokens.lower[place] == "(") - (tokens.lower[place] == ")") for place in range(start, first))
    return -1 if depth else commas[0]


def find_item(tokens: Tokens, start: int, end: int) -> int:
    """Return where the item of a list begins that ends before a position, -1 where something else stands there."""
    begin = end
    while begin > start and tokens.lower[begin - 1] != ",":
        place = begin - 1
        gerund = tokens.tag[place] == "VBG" and tokens.dep[place] in ("amod", "compound")
        if tokens.pos[place] not in _ITEM and not gerund or end - place > _MOST_WORDS:
            return -1
        begin = place
    named = any(tokens.pos[place] in ("NOUN", "PROPN") for place in range(begin, end))
    return begin if begin < end and named else -1


def find_opener(tokens: Tokens, start: int, comma: int) -> int:
    """Return the word behind which a list begins whose first comma stands at a position, -1 without one."""
    for place in range(comma - 1, max(start - 1, comma - _MOST_WORDS - 2), -1):
        if tokens.lower[place] in _OPENERS:
            return place
        if tokens.pos[place] not in _ITEM:
            return -1
    return -1
