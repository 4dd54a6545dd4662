"""The lead verb of a bullet that does not open with it: behind a first person, or the root of the parse."""

from __future__ import annotations

from bulletlint.evidence.lead.opening import VERB_TAGS, WRITER, skip_adverbs
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: How many tokens may stand before an "I" or "we" ("As founding PM I shipped …").
_FRONTED_WORDS = 12
_SUBORDINATORS = frozenset(
    {"after", "before", "when", "because", "since", "that", "if", "which", "while", "so", "once"}
)


def find_first_person(tokens: Tokens, words: Words, start: int) -> int | None:
    """Return the verb of an early "I" or "we" behind a fronted phrase ("As founding PM I shipped …")."""
    for position in range(start, min(len(tokens) - 1, start + _FRONTED_WORDS)):
        if tokens.lower[position] in (".", ";", ":"):
            return None
        if tokens.lower[position] not in WRITER or tokens.lower[position - 1] in _SUBORDINATORS:
            continue
        at = skip_adverbs(tokens, words, position + 1)
        while (
            at < len(tokens) - 1 and tokens.pos[at] == "AUX" and tokens.pos[at + 1] in ("VERB", "ADV", "AUX")
        ):
            at = skip_adverbs(tokens, words, at + 1)
        return at if tokens.pos[at] in ("VERB", "AUX") else None
    return None


def find_root_verb(tokens: Tokens, words: Words, start: int) -> int | None:
    """Return the root of the first sentence when it is a finite verb with a subject, or follows a fronted phrase."""
    sentence = tokens.sentence[start]
    opening = skip_adverbs(tokens, words, start)
    at = next(
        (
            at
            for at in range(len(tokens))
            if tokens.sentence[at] == sentence and tokens.dep[at] == "ROOT" and at >= start
        ),
        None,
    )
    if at is None or at == opening or tokens.tag[at] not in VERB_TAGS or breaks_between(tokens, start, at):
        return None
    children = [child for child in range(len(tokens)) if tokens.head[child] == at and child != at]
    helped = any(tokens.dep[child] in ("aux", "auxpass") and tokens.tag[child] != "TO" for child in children)
    finite = tokens.tag[at] in ("VBD", "VBZ", "VBP") or helped
    subject = any(tokens.dep[child] in ("nsubj", "nsubjpass", "expl", "csubj") for child in children)
    if subject and finite:
        return at
    known = tokens.lower[at] in words.verb_forms
    fronted = "," in tokens.lower[start:at]
    if fronted and tokens.tag[at] == "VBD" and at + 1 < len(tokens) and tokens.pos[at + 1] in ("DET", "PRON"):
        return at  # "As interim head, reorganised the night shift"
    if known and (
        fronted and tokens.tag[at] != "VBN" or tokens.tag[at] in ("VBD", "VBZ") and at <= opening + 2
    ):
        return at
    return None


def breaks_between(tokens: Tokens, start: int, at: int) -> bool:
    """Tell whether a semicolon, or a colon behind more than a short label, stands between two positions."""
    between = tokens.lower[start:at]
    return ";" in between or (":" in between and between.index(":") > 3)
