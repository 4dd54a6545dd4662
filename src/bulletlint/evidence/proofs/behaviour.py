"""Rules that a system follows by itself, read off the parse: "Pumps switch to fixed timing when the data stops".

In a resume, which tells of the past, a clause in the present tense with a subject of its own and a condition is a
statement of what happens in a bad case. No list of words could name all of these.
"""

from __future__ import annotations

from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

_MARKERS = frozenset({"when", "whenever", "if", "once", "unless", "until", "while", "before"})
_STOPS = frozenset({".", ";", ":", "!", "?"})
_PRESENT = frozenset({"VBZ", "VBP", "MD"})
_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis", "dep"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def find_system_rule(tokens: Tokens, words: Words) -> tuple[int, int] | None:
    """Return the first and last position (exclusive) of a rule with a condition that a system follows, if any.

    The main verb is in the present tense (or has "can", "may" before it) and has a noun before it as subject; the
    condition has a subject of its own. Relative clauses and instructions to the reader do not count.
    """
    if _MARKERS.isdisjoint(tokens.positions):
        return None
    for first, last in split_sentences(tokens):
        marker = next((at for at in range(first, last) if tokens.lower[at] in _MARKERS), None)
        if marker is None or not has_clause(tokens, marker, last):
            continue
        for at in range(first, last):
            if is_present_claim(tokens, words, at, first) and not inside_condition(tokens, at, marker):
                return first, last
    return None


def split_sentences(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the stretches between full stops, semicolons and colons."""
    parts: list[tuple[int, int]] = []
    first = 0
    for at, word in enumerate(tokens.lower):
        if word in _STOPS:
            if at > first:
                parts.append((first, at))
            first = at + 1
    if first < len(tokens):
        parts.append((first, len(tokens)))
    return parts


def has_clause(tokens: Tokens, marker: int, last: int) -> bool:
    """Tell whether a finite verb with a subject follows a marker ("when the data stops"; not "when needed")."""
    near = range(marker + 1, min(last, marker + 12))
    return any(tokens.dep[at] in _SUBJECTS and tokens.head[at] > at for at in near)


def is_present_claim(tokens: Tokens, words: Words, at: int, first: int) -> bool:
    """Tell whether a finite verb in the present tense claims something of a thing or of users, not of the writer."""
    if tokens.tag[at] not in _PRESENT and not has_modal(tokens, at) and not is_present_passive(tokens, at):
        return False
    if tokens.pos[at] not in ("VERB", "AUX") or tokens.dep[at] not in _MAIN or at == first:
        return False
    if tokens.lower[at] in words.sets["verbs-alarming"]:
        return False
    subjects = [
        child for child in range(first, at) if tokens.head[child] == at and tokens.dep[child] in _SUBJECTS
    ]
    return any(
        tokens.lower[subject] not in ("i", "we", "you", "that", "which", "who") for subject in subjects
    )


def has_modal(tokens: Tokens, at: int) -> bool:
    return any(
        tokens.head[child] == at
        and tokens.tag[child] == "MD"
        and tokens.lower[child] in ("can", "may", "will", "must")
        for child in range(max(0, at - 3), at)
    )


def is_present_passive(tokens: Tokens, at: int) -> bool:
    """Tell whether a participle has "is" or "are" before it: "quotes are withdrawn"."""
    return tokens.tag[at] == "VBN" and any(
        tokens.head[child] == at and tokens.tag[child] in ("VBZ", "VBP")
        for child in range(max(0, at - 3), at)
    )


def inside_condition(tokens: Tokens, at: int, marker: int) -> bool:
    """Tell whether a verb belongs to the condition itself: it governs the marker, or hangs on a verb that does."""
    if tokens.head[marker] == at:
        return True
    return tokens.dep[at] == "advcl" and at > marker
