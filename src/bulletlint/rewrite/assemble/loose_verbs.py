"""Verbs that a parse leaves loose: a bullet with one cannot be turned without breaking its grammar."""

from __future__ import annotations

from bulletlint.core.inflect import VerbForm
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.assemble.inputs import Inputs
from bulletlint.rewrite.sentence.anatomy import Anatomy
from bulletlint.rewrite.sentence.conjugation import goes_on_adjective, is_like_modifier

_JOINTS = frozenset({"and", "&", ",", "then"})
CLAUSES = frozenset("that which who where when while so as if because until before after".split())
#: How far from a verb its object may stand, in tokens.
_NEAR = 4
_SUBJECTS = frozenset({"i", "we", "he", "she", "they"})


def has_loose_verb(inputs: Inputs, anatomy: Anatomy, end: int) -> bool:
    """Tell whether the parse leaves a verb after the lead that belongs neither to its chain nor to a clause of its own.

    So does a participle after "and" that may be a verb of the chain or an adjective ("… to 16 and implemented builds").
    """
    tokens = anatomy.tokens
    infinitive = False
    if tokens.lower[anatomy.lead + 1 : anatomy.lead + 2] in (["and"], ["&"]) and len(anatomy.verbs) == 1:
        return True
    if anatomy.form == "past" and is_bare_list(inputs, anatomy, end):
        return True
    if anatomy.form in ("past", "gerund") and has_unjoined(tokens, inputs.words, anatomy.verbs, end):
        return True
    if any(tokens.lower[at : at + 2] == ["and", ","] for at in range(anatomy.lead, end)):
        return (
            True  # "agreed what to test and, when it failed, stopped": the verb stands behind what is put in
        )
    for place in range(anatomy.lead + 1, end):
        tag = tokens.tag[place]
        if tokens.lower[place] in _SUBJECTS | CLAUSES or tag in ("WDT", "WP", "WRB"):
            return False
        infinitive = infinitive or tag == "TO"
        if place in anatomy.verbs:
            if tokens.lemma[place] == "be":
                return True
        elif tag == "MD" or is_loose(inputs, anatomy.form, place, infinitive=infinitive):
            return True
    return False


def has_unjoined(tokens: Tokens, words: Words, verbs: tuple[int, ...], end: int) -> bool:
    """Tell whether the parse joins a past form with an object to a chain by a comma, and it is no part of the chain."""
    return any(
        tokens.lower[place - 1] == ","
        and place not in verbs
        and tokens.tag[place] in ("VBD", "VBN")
        and tokens.dep[place] == "conj"
        and tokens.head[place] in verbs
        and takes_object(tokens, words, place)
        for place in range(verbs[0] + 1, end)
    )


def is_bare_list(inputs: Inputs, anatomy: Anatomy, end: int) -> bool:
    """Tell whether commas alone seem to join verbs ("Collected needs, prepared papers, trained users")."""
    tokens, words = anatomy.tokens, inputs.words
    loose = [
        place
        for place in range(anatomy.lead + 2, end)
        if tokens.lower[place - 1] == ","
        and tokens.tag[place] in ("VBD", "VBN")
        and words.verb_forms.get(tokens.lower[place], tokens.lower[place]) != tokens.lower[place]
        and place not in anatomy.verbs
    ]
    return len(loose) > 1 or any(takes_object(tokens, words, place) for place in loose)


def takes_object(tokens: Tokens, words: Words, place: int) -> bool:
    """Tell whether a participle may as well be a verb with an object ("…, produced month-end reports")."""
    if place + 1 >= len(tokens) or tokens.lower[place] in words.lexicons["adjectives-opening"]:
        return False
    return tokens.pos[place + 1] in ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM") and not tokens.tag[
        place + 1
    ].startswith("W")


def is_loose(inputs: Inputs, form: VerbForm, place: int, *, infinitive: bool) -> bool:
    """Tell whether a word may be a verb that goes on a chain in a form; `infinitive` says that "to …" came before."""
    tokens = inputs.tokens
    if goes_on_adjective(tokens, place - 1, place) or is_like_modifier(tokens, place):
        return False
    tag = tokens.tag[place]
    joined = tokens.lower[place - 1] in _JOINTS
    if form in ("past", "gerund"):
        doubtful = form == "past" and (is_doubtful(tokens, inputs.words, place) or governs(tokens, place))
        return (joined and tag == "VBD") or is_main_verb(tokens, inputs.words, place) or doubtful
    listed = inputs.words.verb_forms.get(tokens.lower[place]) is not None
    if joined and tag == "VBN" and listed and tokens.lower[place - 1] != ",":
        return takes_object(tokens, inputs.words, place)  # "Oversee tests and documented results"
    inflected = form == "third" and listed and tokens.lower[place].endswith("s") and tag in ("VBZ", "NNS")
    return joined and (inflected or (tag == "VBD" and listed) or (tag in ("VB", "VBP") and not infinitive))


def governs(tokens: Tokens, place: int) -> bool:
    """Tell whether what is read as a noun's participle has an object: "Personalised filters confused people"."""
    if tokens.pos[place - 1] != "NOUN" or not tokens.lower[place].endswith("ed"):
        return False
    objects = range(place + 1, min(place + _NEAR, len(tokens)))
    return any(tokens.dep[at] in ("dobj", "obj") and tokens.head[at] == place for at in objects)


def is_main_verb(tokens: Tokens, words: Words, place: int) -> bool:
    """Tell whether the parse takes a finite verb for the main one of its sentence.

    A word in -s before "to", a preposition or nothing is a plural ("Excel workflows to …"), whatever the parse says,
    and a past tense is spelled like one ("… and a webhook").
    """
    after = tokens.pos[place + 1] if place + 1 < len(tokens) else "PUNCT"
    plural = tokens.tag[place] == "VBZ" and (
        after in ("ADP", "PART", "PUNCT", "CCONJ") or tokens.lower[place + 1] in ("that", "which")
    )
    spelled = (
        tokens.tag[place] != "VBD"
        or tokens.lower[place].endswith("ed")
        or tokens.lower[place] in words.verb_forms
    )
    finite = tokens.tag[place] in ("VBZ", "VBD") and tokens.dep[place] in ("ROOT", "ccomp")
    return finite and spelled and not plural


def is_doubtful(tokens: Tokens, words: Words, place: int) -> bool:
    """Tell whether a participle after "and" may as well be a verb."""
    word = tokens.lower[place]
    verb = tokens.tag[place] == "VBN" and words.verb_forms.get(word, word) != word
    return (
        verb and tokens.lower[place - 1] in ("and", "&") and word not in words.lexicons["adjectives-opening"]
    )
