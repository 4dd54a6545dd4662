"""Whether the technique that a bullet opens with has a name: a tool, a product, a method of its own."""

from __future__ import annotations

from dataclasses import replace

from bulletlint.core.facts import Evidence, Facts, Mark
from bulletlint.evidence.terms import find_terms
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import TECHNOLOGIES, Words

#: Words behind which the opening is over: what it was for, on what, in which other claim.
_OVER = frozenset(
    {",", ";", ":", "(", "–", "—", ".", "for", "to", "that", "which", "who", "so", "by", "over", "across"}
)
#: Endings of common nouns and adjectives, which title case makes no name of ("License Plate Recognition").
_COMMON = ("tion", "sion", "ment", "ness", "ance", "ence", "ity", "ive", "ism", "ology")
#: Words of an opening at most.
_LONGEST = 8


def find_named_technique(tokens: Tokens, facts: Facts, words: Words) -> Mark | None:
    """Return the first technique in the opening that has a name, None if it only names a kind of thing.

    "Implemented Redis caching" opens with Redis; "Built a service" and "Wrote unit tests" open with a thing.
    """
    lead = facts.lead
    at = tokens.index.index(lead.token) if lead is not None and lead.token >= 0 else 0
    first = at if lead is None or tokens.lower[0] == tokens.lower[at] else 0
    last = at + 1
    while last < min(len(tokens), at + 1 + _LONGEST) and tokens.lower[last] not in _OVER:
        last += 1
    named = find_terms(tokens, words, first, last, TECHNOLOGIES)
    if named:
        start, end = named[0]
        return make_mark(tokens.text, tokens.start[start], tokens.end[end - 1])
    limit = tokens.end[last - 1]
    for item in facts.evidence:
        if item.start >= limit or item.start < tokens.start[first]:
            continue
        if item.label == "technique" and lead is not None and item.start <= lead.start:
            item = drop_start(item, lead.end)  # the reader takes the verb along: "Fine-tuned Mistral-7B"
        if (
            item.label == "ai"
            and is_method(item, tokens, words)
            or item.label == "technique"
            and is_name(item, words)
        ):
            return make_mark(tokens.text, item.start, item.end)
    return None


def drop_start(item: Evidence, end: int) -> Evidence:
    """Return the part of some evidence that stands behind an offset, nothing if it ends before."""
    rest = item.text[max(0, end - item.start) :]
    bare = rest.lstrip(" -")
    return replace(item, text=bare, start=item.end - len(bare))


def is_name(item: Evidence, words: Words) -> bool:
    """Tell whether a word of a technique is written as a name: with a capital, and no common noun in title case."""
    return item.start > 0 and any(
        word[0].isupper()
        and word.lower() not in words.sets["nouns-technical"] | words.sets["nouns-plain"]
        and not (word.istitle() and word.lower().endswith(_COMMON))
        for word in item.text.replace("/", " ").replace("-", " ").split()
    )


def is_method(item: Evidence, tokens: Tokens, words: Words) -> bool:
    """Tell whether a word of AI names a method or a product, not only a thing that has some."""
    first = tokens.find_position(item.start)
    return (
        bool(words.sets["names-ai-method"] & {tokens.lower[first]})
        or item.text.lower() in words.listed["words-ai-vague"]
    )


def make_mark(text: str, start: int, end: int) -> Mark:
    while text[end : end + 1] in ("#", "+"):  # "C#" and "C++" are two words to the parser
        end += 1
    return Mark("named", text[start:end], start, end)
