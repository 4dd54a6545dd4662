"""Filler: words that a rewrite leaves out because nothing is lost with them."""

from __future__ import annotations

from collections.abc import Collection

from bulletlint.core.inflect import choose_article
from bulletlint.evidence.objects import find_noun_phrase
from bulletlint.evidence.tokens import STOPS, Tokens
from bulletlint.evidence.words import Words


def drop_filler(tokens: Tokens, words: Words, *, degrees: bool = False) -> dict[int, str]:
    """Return the changes that drop filler, "a" and "an" before it set right; with `degrees` also "significantly"."""
    filler = words.sets["words-droppable"]
    if degrees:
        filler |= words.sets["words-degree"]
    return drop_words(
        tokens,
        {
            position
            for position, word in enumerate(tokens.lower)
            if word in filler and not is_needed(tokens, position)
        },
    )


def drop_words(tokens: Tokens, dropped: Collection[int]) -> dict[int, str]:
    """Return the changes that drop the words at some positions; "a" and "an" and the first capital are set right."""
    changed: dict[int, str] = {}
    for position in sorted(dropped):
        changed[position] = ""
    for position in sorted(dropped):
        after = next((other for other in range(position + 1, len(tokens)) if other not in dropped), None)
        opens = position == 0 or tokens.lower[position - 1] in STOPS or position - 1 in dropped
        if after is not None and opens and tokens.text[tokens.start[position]].isupper():
            following = tokens.text[tokens.start[after] : tokens.end[after]]
            changed[after] = following[:1].upper() + following[1:]  # "Significantly improved" → "Improved"
    for position in sorted(dropped):
        if position and tokens.lower[position - 1] in ("a", "an") and position + 1 < len(tokens):
            article = choose_article(tokens.text[tokens.start[position + 1] : tokens.end[position + 1]])
            if article != tokens.lower[position - 1]:
                changed[position - 1] = article
    return changed


def shorten_means(tokens: Tokens, words: Words) -> dict[int, str]:
    """Return the changes that make "by implementing a cache" "with a cache", where no other "with" is near."""
    if "with" in tokens.positions:
        return {}
    for place in tokens.positions.get("by", ())[:1]:
        verb = place + 1
        if verb + 1 >= len(tokens) or tokens.tag[verb] != "VBG":
            continue
        phrase = find_noun_phrase(tokens, verb + 1)
        if (
            tokens.lemma[verb] not in words.lexicons["verbs-with"]
            or phrase is None
            or phrase.start != verb + 1
        ):
            continue
        following = tokens.lower[phrase.end] if phrase.end < len(tokens) else "."
        listed = any(
            tokens.tag[at] == "VBG" and tokens.head[at] == verb for at in range(phrase.end, len(tokens))
        )
        if not listed and following not in ("to", "as", "into", "and", ","):
            return {place: "with", verb: ""}
    return {}


def is_needed(tokens: Tokens, position: int) -> bool:
    """Tell whether a sentence would break without a word: one of a pair, a predicate, part of a hyphened word."""
    before = tokens.lower[position - 1] if position else ""
    after = tokens.lower[position + 1] if position + 1 < len(tokens) else ""
    if before in ("and", "or", "more", "most", "very", "not", "so", "as") or after in (
        "and",
        "or",
        ",",
        "than",
        ".",
        "",
    ):
        return True
    glued = tokens.text[tokens.end[position] : tokens.end[position] + 1] == "-"
    return glued or bool(position) and tokens.text[tokens.start[position] - 1] == "-"


def fold_means(tokens: Tokens, words: Words, start: int, end: int) -> dict[int, str]:
    """Return the changes that make "by employing a scanner" "with a scanner" at the end of a span, {} elsewhere.

    So the span can itself stand behind "by". "By using" becomes "using"; a second "with" is not put in.
    """
    place = next((at for at in range(start + 1, end - 2) if tokens.lower[at] == "by"), -1)
    if place < 0 or tokens.tag[place + 1] != "VBG":
        return {}
    verb = place + 1
    phrase = find_noun_phrase(tokens, verb + 1)
    listed = any(tokens.tag[at] == "VBG" and tokens.dep[at] == "conj" for at in range(verb + 1, end))
    turned = any(tokens.lower[at] in ("to", "as", "into", ",") for at in range(verb + 1, end))
    if phrase is None or phrase.start != verb + 1 or listed or turned:
        return {}
    if tokens.lower[verb] == "using":
        return {place: "", verb: "using"}
    plain = tokens.lemma[verb] in words.lexicons["verbs-with"] and "with" not in tokens.lower[start:end]
    return {place: "with", verb: ""} if plain else {}
