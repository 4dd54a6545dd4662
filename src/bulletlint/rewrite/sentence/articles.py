"""Articles that a headline leaves out and a sentence needs: "Built prompt library bot" → "by building a prompt …"."""

from __future__ import annotations

import re

from bulletlint.core.inflect import choose_article
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: The lexicons of things that are counted.
COUNTED = ("nouns-countable", "nouns-counted", "nouns-product")
#: The lexicons of verbs whose object is new, so that its article is "a": what was there before may want "the".
_CREATING = ("verbs-making", "verbs-creating", "verbs-with")
#: Those whose object may have been there before: "adopted Grafana dashboard" names one.
_TAKING = ("verbs-with",)
#: Words that want "the", another determiner or none.
_DEFINITE = frozenset(
    "additional all both current each entire every existing few final first former further last latter main many more "
    "most much multiple next numerous only other others overall own previous same second several such third various "
    "whole".split()
)
_JOINTS = frozenset({"and", "&", "or", ",", "/", "+"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV"})
#: What may stand in a phrase: words, blanks and hyphens.
_PLAIN = re.compile(r"[\w +#.&-]+")
#: Letters whose names begin with a vowel: "an ML model", but "a RAG model", so that such words are left alone.
_DOUBTFUL = re.compile(r"[FHLMNRSX](?:[A-Z]?[AEIOU])[A-Z]*")


def find_articles(
    tokens: Tokens, words: Words, verbs: tuple[int, ...], lemmas: tuple[str, ...], end: int
) -> dict[int, str]:
    """Return the articles that the objects of verbs of creation lack, by the position that each goes before.

    `verbs` are positions, `lemmas` their dictionary forms; verbs with nothing but "and" between share an object.
    """
    found: dict[int, str] = {}
    creating = False
    for number, verb in enumerate(verbs):
        creating = creating or any(lemmas[number] in words.lexicons[name] for name in _CREATING)
        following = verbs[number + 1] if number + 1 < len(verbs) else end
        if following < end and all(tokens.lower[place] in _JOINTS for place in range(verb + 1, following)):
            continue
        taken = any(lemmas[number] in words.lexicons[name] for name in _TAKING)
        named = following > verb + 1 and not tokens.text[tokens.start[verb + 1]].islower()
        article = (
            find_article(tokens, words, verb + 1, end, verbs) if creating and not (taken and named) else ""
        )
        if article:
            found[verb + 1] = article
        creating = False
    return found


def find_article(tokens: Tokens, words: Words, start: int, end: int, verbs: tuple[int, ...] = ()) -> str:
    """Return the article that a noun phrase from a position on lacks, "" where it lacks none or that is not sure."""
    head = find_head(tokens, start, end)
    if head < 0 or tokens.tag[head] != "NN" or not tokens.text[tokens.start[head]].islower():
        return ""
    if not any(tokens.lower[head] in words.sets[name] for name in COUNTED):
        return ""
    phrase = tokens.text[tokens.start[start] : tokens.end[head]]
    said = tokens.lower[start : head + 1]
    tags = tokens.tag[start : head + 1]
    if (
        not _PLAIN.fullmatch(phrase)
        or not _DEFINITE.isdisjoint(said)
        or not {"JJS", "RBS", "JJR"}.isdisjoint(tags)
    ):
        return ""
    if any(place in tokens.amount for place in range(start, head + 1)) or "NNS" in tags[:1]:
        return ""
    if goes_on(tokens, head, end, verbs):
        return ""
    first = tokens.text[tokens.start[start] : tokens.end[start]]
    if not first[0].isalpha() or _DOUBTFUL.match(first):
        return ""
    return choose_article(first)


def find_head(tokens: Tokens, start: int, end: int) -> int:
    """Return the last noun of a phrase without a determiner that begins at a position, -1 where none does."""
    place, head = start, -1
    while place < end and tokens.pos[place] in _INSIDE:
        tag = tokens.tag[place]
        if tag in ("VB", "VBD", "VBP", "VBZ", "WRB"):
            break
        glued = tokens.text[tokens.start[place] - 1 : tokens.start[place]] == "-" and place > start
        if tokens.pos[place] in ("VERB", "ADV") and head >= 0 and not glued:  # "Slack-based" is one word
            noun = tokens.pos[place + 1 : place + 2] in (["NOUN"], ["PROPN"])
            modifies = tag == "VBN" or tokens.dep[place] in ("amod", "compound")
            if noun and modifies:
                return -1  # "use-case driven dashboards"
            break
        if tokens.pos[place] in ("NOUN", "PROPN"):
            head = place
        place += 1
    return head


def goes_on(tokens: Tokens, head: int, end: int, verbs: tuple[int, ...]) -> bool:
    """Tell whether a phrase goes on behind its noun so that one article would not do: "… model and data"."""
    place = head + 1
    if place >= end:
        return False
    word = tokens.lower[place]
    glued = tokens.start[place] == tokens.end[head]
    if word in _JOINTS or word == "as":
        after = place + 1
        while after < end and tokens.lower[after] in _JOINTS:
            after += 1
        verb = after in verbs or (
            after < end and tokens.tag[after] == "VBG" and tokens.dep[after] not in ("amod", "compound")
        )
        clause = after < end and (
            tokens.pos[after] in ("ADP", "SCONJ") or tokens.tag[after] in ("WDT", "WP", "WRB", "IN")
        )
        return not (verb or clause) if word != "as" else True
    if word == "of":
        return place + 1 >= end or tokens.pos[place + 1] in ("DET", "PRON", "PROPN")
    if word in ("(", ".", ";", ":", "–", "—"):
        return False
    return glued or tokens.pos[place] in ("NOUN", "PROPN", "NUM", "ADJ", "PART", "X", "SYM") and word != "to"
