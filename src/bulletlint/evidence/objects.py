"""What the lead verb acts on: the noun phrase that follows it."""

from __future__ import annotations

from dataclasses import dataclass

from bulletlint.evidence.tokens import Tokens

_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "SYM", "X"})
_GLUE = frozenset({"-", "/", "&", "'s", "’s", "of", '"', "“", "”", "+", "_", "’", "'"})
#: Prepositions after which a verb's object does not stand ("Worked within a frozen allocation").
_CIRCUMSTANCE = frozenset(
    {"within", "at", "under", "across", "as", "for", "during", "between", "after", "before"}
)
_ENDS = frozenset({".", ";", ":", "by", "using", "via", "which", "that"})


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
        if head == end - 1 and is_gerund_head(tokens, end):
            head = end if not in_of else head
        elif pos in _INSIDE or is_modifying(tokens, end, opens=head < 0 or tokens.lower[end - 1] == "of"):
            if pos in ("NOUN", "PROPN") and not in_of:
                head = end
            elif pos in ("DET", "PRON") and head >= 0 and tokens.lower[end - 1] not in ("of", "&"):
                break
        elif word == "of" and head >= 0:
            in_of = True
        elif word in ("and", ",") and (
            head < 0 and end > begin or word == "and" and shares_head(tokens, begin, end)
        ):
            pass  # "recommendation and scoring model": one head for both
        elif word not in _GLUE or end == begin:
            break
        end += 1
    return NounPhrase(begin, end, head) if head >= 0 else None


def is_modifying(tokens: Tokens, position: int, *, opens: bool) -> bool:
    """Tell whether a participle stands before its noun ("integrated solution", "scoring model")."""
    if tokens.tag[position] not in ("VBN", "VBG", "VBD"):
        return False
    return tokens.dep[position] in ("amod", "compound", "nmod") or (
        opens
        and position + 1 < len(tokens)
        and tokens.pos[position + 1] in ("NOUN", "PROPN")
        and tokens.tag[position] == "VBN"
    )


def is_gerund_head(tokens: Tokens, position: int) -> bool:
    """Tell whether a gerund ends a compound ("performance testing") and takes no object of its own."""
    if tokens.tag[position] != "VBG" or tokens.pos[position - 1] not in ("NOUN", "PROPN"):
        return False
    following = tokens.pos[position + 1] if position + 1 < len(tokens) else "PUNCT"
    return following in ("PUNCT", "ADP", "CCONJ", "SCONJ", "PART", "VERB", "NUM", "AUX")


def shares_head(tokens: Tokens, begin: int, position: int) -> bool:
    """Tell whether the words on both sides of an "and" modify one noun that follows.

    So it is where a bare singular stands before and a compound after: "recommendation and scoring model".
    """
    if tokens.tag[position - 1] != "NN" or any(
        tokens.pos[at] in ("DET", "PRON") for at in range(begin, position)
    ):
        return False
    after = position + 1
    while after < len(tokens) and (
        tokens.pos[after] in ("ADJ", "NOUN", "PROPN") or tokens.tag[after] == "VBG"
    ):
        after += 1
    return after - position > 2 and tokens.pos[after - 1] in ("NOUN", "PROPN")


def find_object(tokens: Tokens, lead: int) -> NounPhrase | None:
    """Return the object of a verb: the noun phrase that follows it, a preposition or coordinated verbs between.

    `lead` is the verb's position, -1 for a bullet without one ("Designed and built a …" shares its object; that of
    "work on", "help with" stands after the preposition).
    """
    position = lead + 1
    while position < min(len(tokens), lead + 9):
        word, pos = tokens.lower[position], tokens.pos[position]
        if word in _ENDS or word in _CIRCUMSTANCE or word == "to" and tokens.tag[position] == "TO":
            return None
        if pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "X") or tokens.tag[position] == "PRP$":
            return find_noun_phrase(tokens, position)
        if is_modifying(tokens, position, opens=False):
            return find_noun_phrase(tokens, position)
        position += 1
    return None


def find_subject(tokens: Tokens, lead: int) -> NounPhrase | None:
    """Return the subject before a verb when it is a noun phrase ("The ranking service answers …"), not a person."""
    for position in range(lead):
        if tokens.dep[position] in ("nsubj", "nsubjpass") and tokens.head[position] == lead:
            if tokens.pos[position] == "PRON":
                return None
            start = position
            while (
                start > 0
                and tokens.head[start - 1] in range(start - 1, position + 1)
                and tokens.dep[start - 1] != "punct"
            ):
                start -= 1
            return NounPhrase(start, position + 1, position)
    return None
