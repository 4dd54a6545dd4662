"""Checks rewrites for new and lost facts by other means than the package itself: lemminflect's dictionary of forms."""

from __future__ import annotations

import re
from collections import Counter

from lemminflect import getAllLemmas

_SLOT = re.compile(r"⟨[^⟩]*⟩")
_NUMBER = re.compile(r"[$€£₹¥]?\d[\d.,:]*(?<![.,:])[%kKMB+]*")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
#: Words that the template may add.
_TEMPLATE = frozenset("a an and as at by while with".split())
#: Words that tie clauses together, name the writer, or announce a duty: they may go.
_MAY_GO = frozenset(
    "a accountable an also and as charge consequently did duties for had has have hence i in include included includes "
    "it leading led my of on order our resulted resulting responsibilities responsibility responsible so tasked that "
    "the then thereby therefore this thus to ultimately was we were which while with".split()
)
#: Words of change with no verb of their own that takes an object, and the verb that says the same of one.
_CHANGES = {
    "climb": "raise", "fewer": "reduce", "higher": "raise", "less": "reduce", "lower": "reduce", "more": "raise",
    "sink": "reduce", "slip": "reduce",
    "decline": "reduce", "dip": "reduce", "drop": "reduce", "fall": "reduce", "gain": "increase", "growth": "grow",
    "jump": "increase", "rise": "raise", "saving": "save", "savings": "save", "surge": "increase",
}  # fmt: skip
_NOUN_ENDINGS = ("ation", "tion", "sion", "ment", "ance", "ence", "ing", "ysis", "al", "ery", "y", "s")


def find_faults(source: str, rewrite: str, *, may_go: frozenset[str] = frozenset()) -> list[str]:
    """Return in words what a rewrite says that its bullet does not, and what it no longer says."""
    said = _SLOT.sub(" ", rewrite)
    faults = []
    have, want = Counter(_NUMBER.findall(said)), Counter(_NUMBER.findall(source))
    if have != want:
        faults.append(f"numbers {dict(want - have)} became {dict(have - want)}")
    for unit in re.findall(r"\d\s?([%a-z][%a-zA-Z]*)", source):
        if not re.search(r"\d\s?" + re.escape(unit), said):
            faults.append(f"unit {unit}")
    source_words, said_words = _WORD.findall(source), _WORD.findall(said)
    known = {lemma for word in source_words for lemma in find_lemmas(word)}
    for word in said_words:
        if (
            word.lower() not in _TEMPLATE
            and not find_lemmas(word) & known
            and not shares_stem(word, source_words)
        ):
            faults.append(f"new: {word}")
    kept = {lemma for word in said_words for lemma in find_lemmas(word)}
    for word in source_words:
        if word.lower() in _MAY_GO or word.lower() in may_go:
            continue
        if not find_lemmas(word) & kept and not shares_stem(word, said_words):
            faults.append(f"lost: {word}")
    for number, word in enumerate(source_words):
        if (
            (
                number
                and word != word.lower()
                and word.lower() not in _MAY_GO | may_go
                and word.lower() not in said.lower()
            )
            and not find_lemmas(word) & kept
            and not shares_stem(word, said_words)
        ):
            faults.append(f"lost name: {word}")
    return faults


def find_lemmas(word: str) -> set[str]:
    """Return the word and every dictionary form that it may belong to, in lower case, and the verb of a change."""
    lower = word.lower()
    lemmas = {lower, *(lemma for lemmas in getAllLemmas(lower).values() for lemma in lemmas)}
    lemmas |= {lower[: -len(ending)] for ending in ("ed", "ing") if lower.endswith(ending) and len(lower) > 6}
    return lemmas | {_CHANGES[lemma] for lemma in lemmas if lemma in _CHANGES}


def shares_stem(word: str, others: list[str]) -> bool:
    """Tell whether a word and one of the others are a verb and the noun made from it, by their first letters."""
    lower = word.lower()
    for other in others:
        stem = other.lower()
        length = 0
        while length < min(len(stem), len(lower)) and stem[length] == lower[length]:
            length += 1
        long = max(stem, lower, key=len)
        if length >= 4 and length >= len(long) - 7 and long.endswith(_NOUN_ENDINGS):
            return True
    return False
