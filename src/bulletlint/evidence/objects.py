"""What the lead verb acts on: the noun phrase that follows it."""

from __future__ import annotations

from dataclasses import dataclass

from bulletlint.evidence.tokens import Tokens

_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "SYM", "X"})
_GLUE = frozenset({"-", "/", "&", "'s", "’s", "of", '"', "“", "”", "+", "(", "_"})
_LEADING = frozenset({"DET", "PRON", "ADJ", "NUM", "ADV"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase as positions in Tokens, end exclusive; `head` is its last noun before any "of"."""

    start: int
    end: int
    head: int


def find_noun_phrase(tokens: Tokens, start: int) -> NounPhrase | None:
    """Return the noun phrase that begins at or shortly after a position, with a following "of …"."""
    begin = start
    while begin < len(tokens) and tokens.pos[begin] in ("ADV", "PART", "PUNCT") and begin < start + 3:
        if tokens.lower[begin] in (",", ".", ";", ":"):
            return None
        begin += 1
    end, head = begin, -1
    in_of = False
    while end < len(tokens):
        pos, word = tokens.pos[end], tokens.lower[end]
        verbal = (
            tokens.tag[end] in ("VBN", "VBG")
            and not head >= 0
            and tokens.dep[end] in ("amod", "compound", "nmod")
        )
        if pos in _INSIDE or verbal:
            if pos in ("NOUN", "PROPN") and not in_of:
                head = end
            elif pos in ("DET", "PRON") and head >= 0 and not in_of:
                break
        elif word == "of" and head >= 0:
            in_of = True
        elif word not in _GLUE or end == begin:
            break
        end += 1
    if head < 0:
        return None
    return NounPhrase(begin, end, head)


def find_object(tokens: Tokens, lead: int) -> NounPhrase | None:
    """Return the object of a verb, by the parse where it says one, else the noun phrase that follows.

    `lead` is the verb's position. Coordinated verbs share an object ("Designed and built a …"), and the object of
    "work on", "lead to", "help with" stands after the preposition.
    """
    position = lead + 1
    steps = 0
    while position < len(tokens) and steps < 8:
        word, pos = tokens.lower[position], tokens.pos[position]
        if word in (".", ";", ":") or word in ("by", "to", "using", "via", "which", "that"):
            return None
        if pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or pos == "PRON" and tokens.tag[position] == "PRP$":
            return find_noun_phrase(tokens, position)
        position += 1
        steps += 1
    return None
