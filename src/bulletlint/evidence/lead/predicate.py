"""The predicate behind an opening word that only looks like a lead: "Suggested refunds over $500 need a supervisor"."""

from __future__ import annotations

from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
#: What may stand between a subject and its verb without ending the clause: "over 500 dollars", "now", "never".
_BETWEEN = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "DET", "ADV", "SYM", "PART"})
_PREPOSITIONS = frozenset("of per for over under above below in on from at outside without".split())
_CHANGE = frozenset({"by", "from", "to"})


def find_predicate(tokens: Tokens, words: Words, at: int) -> int | None:
    """Return the finite verb whose subject the opening word and its supposed object are, None if that word leads.

    An opening word that modifies a noun has no article or possessive behind it, and could be an adjective or a noun
    by its form: "Wrote", "Drove" could not.
    """
    end = at + 1
    if end + 1 >= len(tokens) or not may_modify(tokens, words, at):
        return None
    if tokens.pos[end] not in _INSIDE and tokens.lower[end] not in _PREPOSITIONS:
        return None
    while end < len(tokens) and (
        tokens.pos[end] in _INSIDE or tokens.dep[end] in ("amod", "compound", "nmod")
    ):
        if tokens.dep[end] in _SUBJECTS:
            return read_subject(tokens, words, end)
        end += 1
    return find_change(tokens, words, end)


def may_modify(tokens: Tokens, words: Words, at: int) -> bool:
    """Tell whether the form of a verb may stand before a noun ("Suggested refunds", "Quote turnaround")."""
    word = tokens.lower[at]
    lemma = words.verb_forms.get(word, tokens.lemma[at])
    if lemma in words.lexicons["verbs-clausal"]:
        return False
    irregular = words.exceptions.irregular.get(lemma)
    return word == lemma or word.endswith("ed") or irregular is not None and word == irregular[1]


def read_subject(tokens: Tokens, words: Words, subject: int) -> int | None:
    """Return the verb of a subject where its form can only be finite.

    A past form that may be a participle ("reports sent to …") and a third person that may be a plural ("Excel workflows
    to …") count with an object of their own. A plural before the subject is the lead's object, and what follows a
    clause about it: "Fixed bugs customers reported".
    """
    verb = tokens.head[subject]
    if not tokens.lower[verb][:1].isalpha():  # a dash that the parser takes for a verb
        return None
    if verb <= subject or tokens.dep[verb] not in ("ROOT", "ccomp") or is_parted(tokens, subject, verb):
        return None
    if tokens.tag[subject - 1] == "NNS" and tokens.dep[subject - 1] == "compound":
        return None
    if any(tokens.dep[child] in ("aux", "auxpass") for child in range(subject + 1, verb)):
        return verb
    tag = tokens.tag[verb]
    if tag == "VBZ" or tag == "VBD" and is_participle(tokens, words, verb):
        return verb if has_object(tokens, verb) else None
    if tag in ("VBP", "VB"):
        return verb if tokens.tag[subject] in ("NNS", "NNPS") else None
    return verb if tag == "VBD" else None


def is_parted(tokens: Tokens, subject: int, verb: int) -> bool:
    """Tell whether something between a subject and a verb, or a capital, speaks against their belonging together."""
    return tokens.text[tokens.start[verb]].isupper() or any(
        tokens.tag[place] in ("TO", "VBG", "WDT", "WP", "CC", ",") or tokens.dep[place] in ("mark", "punct")
        for place in range(subject + 1, verb)
    )


def has_object(tokens: Tokens, verb: int) -> bool:
    after = verb + 1
    return (
        after < len(tokens)
        and tokens.lower[after] not in ("that", "which")
        and (
            tokens.pos[after] in ("DET", "NUM", "PRON")
            or tokens.dep[after] == "dobj"
            or after in tokens.amount
        )
    )


def is_participle(tokens: Tokens, words: Words, verb: int) -> bool:
    """Tell whether a past form is spelled like the participle ("sent", "approved"), other than "fell" and "rose"."""
    word = tokens.lower[verb]
    lemma = words.verb_forms.get(word, tokens.lemma[verb])
    irregular = words.exceptions.irregular.get(lemma)
    return irregular is None or irregular[0] == irregular[1]


def find_change(tokens: Tokens, words: Words, start: int) -> int | None:
    """Return a verb of rise or fall with its figure ("dropped by 12 %"), which no participle behind a noun is."""
    position = start
    while position < len(tokens) - 2:
        word = tokens.lower[position]
        if word in words.sets["verbs-falling"] and tokens.tag[position] in ("VBD", "VBN"):
            figure = position + 2 in tokens.amount and tokens.lower[position + 1] in _CHANGE
            return position if figure else None
        if tokens.pos[position] not in _BETWEEN and word not in _PREPOSITIONS:
            return None
        position += 1
    return None
