"""Where a result clause may begin: a comma, a relative pronoun, "to", "and", "with", a sentence of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.sentence.anatomy import Anatomy, Segment, is_adverb
from bulletlint.rewrite.sentence.conjugation import find_lemma, goes_on_adjective, read_word_form
from bulletlint.rewrite.sentence.nominal import read_change
from bulletlint.rewrite.sentence.shift import Shifts, find_shift

#: How the clause hangs on: ", cutting …", "that cut …", "to cut …", "and cut …", ". Cut …".
ClauseKind = Literal["participle", "relative", "purpose", "finite", "sentence"]

COMMAS = frozenset({",", "–", "—", "-", "--"})
JOINERS = frozenset(
    "and while thus thereby hence therefore so consequently ultimately also then".split()
)  # fmt: skip
_RELATIVES = frozenset({"which", "that"})
_POINTERS = frozenset({"this", "which", "it", "that"})
_HAVE = frozenset({"has", "have", "had"})
#: What somebody who carries it out may bring about, and the lexicons of verbs of carrying out.
_PLANS = frozenset({"plan", "plans", "strategy", "strategies", "techniques"})
_CARRYING = ("verbs-releasing", "verbs-with")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


@dataclass(frozen=True, slots=True)
class Result:
    """A clause that says what changed, as positions: `cut` is where it leaves the sentence, `begin` its first own word.

    `verb` is the verb that becomes the new lead, `noun` where the noun phrase begins that does so instead
    ("resulting in a 30 % drop"), -1 otherwise. `segment` is the sentence in which it stands. `measured` says that it
    has a figure of outcome, `shift` that it tells what rose or fell ("waits fell by 3 %"), with `verb` for "fell",
    `meant` that it hangs on a plan. `after` is the comma before an earlier participle that it is joined to
    ("…, replacing A and bringing spend under $9"), -1 without one.
    """

    kind: ClauseKind
    cut: int
    begin: int
    verb: int
    end: int
    noun: int = -1
    segment: int = 0
    measured: bool = False
    shift: bool = False
    meant: bool = False
    after: int = -1


def list_candidates(
    anatomy: Anatomy, words: Words, changes: Mapping[str, str], shifts: Shifts
) -> Iterator[Result]:
    """Yield the places where a result clause may begin, in the order of the text."""
    tokens, end = anatomy.tokens, anatomy.end
    position = anatomy.lead + 1
    object_seen = False
    while position < end:
        object_seen = object_seen or tokens.pos[position] in ("NOUN", "PROPN", "PRON", "NUM")
        if object_seen and position > anatomy.lead + 1:
            candidate = read_junction(anatomy, words, position) or read_phrase(
                anatomy, words, position, changes
            )
            if candidate is None and tokens.lower[position : position + 2] == [",", "and"]:
                candidate = read_joined_shift(tokens, shifts, position, end)
            if candidate is not None:
                yield candidate
        position += 1
    for number, segment in enumerate(anatomy.segments[1:], 1):
        candidate = read_sentence(tokens, words, segment, number) or read_shift(
            tokens, shifts, segment, number
        )
        if candidate is not None:
            yield candidate


def read_junction(anatomy: Anatomy, words: Words, position: int) -> Result | None:
    """Return the clause that begins at a comma, a relative pronoun, "to", "and", a bracket or a bare participle."""
    tokens, end = anatomy.tokens, anatomy.end
    word = tokens.lower[position]
    if word == "(":
        return read_brackets(tokens, words, position, end)
    begin = position
    comma = word in COMMAS
    if comma:
        begin += 1
    while begin < end and tokens.lower[begin] in JOINERS:
        begin += 1
    if begin >= end:
        return None
    joined = begin > position
    opener = tokens.lower[begin]
    if opener in _RELATIVES and (comma or not joined):
        return read_relative(tokens, words, position, begin, end)
    verb = skip_clause_adverbs(tokens, words, begin, end)
    if verb >= end:
        return None
    tag = tokens.tag[verb]
    modifier = tokens.dep[verb] in ("amod", "compound", "nmod")
    if joined and tag == "VBG" and (not modifier or comma and names_change(tokens, words, verb)):
        if not comma and word == "and":
            return read_last_participle(anatomy, position, begin, verb)
        if is_list_item(tokens, verb, anatomy.lead):
            return None
        return Result("participle", position, begin, verb, end)
    if word == "and" and goes_on_adjective(tokens, position, verb):
        return None
    if joined and word in ("and", ",") and anatomy.form == "past" and verb not in anatomy.verbs[:1]:
        told = names_change(tokens, words, verb) and tag == "VBD"
        if comes_after_relative(tokens, anatomy.lead, position) and not told:
            return None
        if verb in anatomy.verbs or (tag in ("VBD", "VBN") and tokens.dep[verb] not in ("amod", "relcl")):
            later = [place for place in anatomy.verbs if place > verb]
            return Result("finite", position, begin, verb, find_joint(tokens, later[0]) if later else end)
        return None
    if word == "in" and tokens.lower[position + 1 : position + 3] == ["order", "to"]:
        begin = position + 3
        verb = skip_clause_adverbs(tokens, words, begin, end)
        return Result("purpose", position, begin, verb, end) if verb < end else None
    if word == "to" and not joined:
        begin = position + 1
        verb = skip_clause_adverbs(tokens, words, begin, end)
        made = any(tokens.lemma[anatomy.lead] in words.lexicons[name] for name in _CARRYING)
        meant = made and tokens.lower[position - 1] in _PLANS
        hangs = tokens.lower[position - 1] == "order" or is_trying(tokens, words, position - 1)
        if verb < end and tokens.tag[verb] == "VB" and (meant or not hangs):
            return Result("purpose", position, begin, verb, end, meant=meant)
        return None
    bare = verb == position and tokens.lower[position - 1] not in ("(", "[", "{")
    if not joined and tag == "VBG" and tokens.dep[verb] in ("advcl", "acl") and bare:
        return Result("participle", position, begin, verb, end, segment=0)
    return None


def read_last_participle(anatomy: Anatomy, position: int, begin: int, verb: int) -> Result | None:
    """Return the last of two participles that trail a single lead (", replacing A and bringing spend under $9")."""
    tokens = anatomy.tokens
    if len(anatomy.verbs) != 1 or tokens.tag[verb] != "VBG":
        return None
    comma = next((place for place in range(anatomy.lead + 2, position) if tokens.lower[place] in COMMAS), -1)
    if comma < 0 or tokens.tag[comma + 1] != "VBG" or tokens.dep[comma + 1] in ("amod", "compound", "nmod"):
        return None
    between = range(comma + 2, position)
    plain = not any(
        tokens.lower[at] in COMMAS
        or tokens.tag[at] in ("WDT", "WP")
        or (tokens.tag[at] == "VBG" and tokens.dep[at] in ("advcl", "acl", "conj", "pcomp"))
        for at in between
    )
    return Result("participle", position, begin, verb, anatomy.end, after=comma) if plain else None


def read_brackets(tokens: Tokens, words: Words, position: int, end: int) -> Result | None:
    """Return the clause in brackets at the end of a sentence ("… (cutting waits by 9 %)"), its bracket included."""
    verb = position + 1
    inside = tokens.lower[verb:end]
    if verb >= end or inside[-1:] != [")"] or inside.count(")") != 1 or "(" in inside:
        return None
    if tokens.tag[verb] != "VBG" or not names_change(tokens, words, verb):
        return None
    return Result("participle", position, verb, verb, end)


def is_trying(tokens: Tokens, words: Words, position: int) -> bool:
    """Tell whether "to …" behind a word says what was tried or meant, not what came of the work.

    "A parser which failed to cut", "a plan to cut", "unable to cut", "used to cut".
    """
    if tokens.tag[position] in ("VBD", "VBN", "JJ") or tokens.lower[position] in ("not", "never"):
        return True
    return tokens.lower[position] in words.sets["words-trying"]


def read_phrase(anatomy: Anatomy, words: Words, position: int, changes: Mapping[str, str]) -> Result | None:
    """Return a noun phrase of change behind "with", "for" or a comma ("…, a 40 % reduction in run time")."""
    tokens, end = anatomy.tokens, anatomy.end
    begin = position + (tokens.lower[position] in COMMAS)
    linked = begin < end and tokens.lower[begin] in ("with", "for")
    begin += linked
    if begin == position or begin >= end:
        return None
    if linked and tokens.lower[begin - 1] == "for" and tokens.lower[begin - 2] in words.sets["nouns-intent"]:
        return None
    change = read_change(tokens, words, changes, begin, end)
    return None if change is None else Result("participle", position, begin, -1, end, begin)


def read_relative(tokens: Tokens, words: Words, cut: int, pronoun: int, end: int) -> Result | None:
    """Return a clause with "which" or "that" as its subject."""
    begin = pronoun + 1
    if begin < end and tokens.lower[begin] in _HAVE:
        begin += 1
    verb = skip_clause_adverbs(tokens, words, begin, end)
    if verb >= end:
        return None
    lemma = words.verb_forms.get(tokens.lower[verb])
    changed = lemma is not None and (tokens.lower[verb] != lemma or words.verb_class.get(lemma) == "outcome")
    if tokens.tag[verb] not in _FINITE and not changed:
        return None
    return Result("relative", cut, begin, verb, end)


def read_sentence(tokens: Tokens, words: Words, segment: Segment, number: int) -> Result | None:
    """Return a sentence of its own that opens with a past verb, with or without "This" before it."""
    begin = segment.start
    while begin < segment.end and (tokens.lower[begin] in JOINERS or tokens.lower[begin] == ","):
        begin += 1
    pointed = begin < segment.end and tokens.lower[begin] in _POINTERS
    begin += pointed
    verb = skip_clause_adverbs(tokens, words, begin, segment.end)
    capital = tokens.text[tokens.start[verb]].isupper() if verb < segment.end else False
    if verb >= segment.end or (tokens.dep[verb] in ("amod", "compound") and not pointed and not capital):
        return None
    known = words.verb_forms.get(tokens.lower[verb])
    prefixed = tokens.tag[verb] == "VBN" and tokens.text[tokens.start[verb] - 1] == "-"
    if prefixed and tokens.pos[verb + 1 : verb + 2] == ["NOUN"]:
        return None  # "self-hosted runners": a thing
    if tokens.tag[verb] not in ("VBD", "VBN", "VBZ") and not (
        known and read_word_form(tokens.lower[verb], known, words.exceptions) == "past"
    ):
        return None
    return Result("sentence", segment.start, begin, verb, segment.end, segment=number)


def read_shift(tokens: Tokens, shifts: Shifts, segment: Segment, number: int) -> Result | None:
    """Return a sentence of its own that says what rose or fell, with or without "Result:" before it."""
    begin = segment.start
    if tokens.lower[begin : begin + 2] == ["result", ":"]:
        begin += 2
    place = find_shift(tokens, shifts, begin, segment.end)
    if place < 0:
        return None
    return Result("sentence", segment.start, begin, place, segment.end, segment=number, shift=True)


def read_joined_shift(tokens: Tokens, shifts: Shifts, position: int, end: int) -> Result | None:
    """Return what rose or fell behind ", and"."""
    place = find_shift(tokens, shifts, position + 2, end)
    return None if place < 0 else Result("finite", position, position + 2, place, end, shift=True)


def find_joint(tokens: Tokens, verb: int) -> int:
    """Return where the comma or "and" before a coordinated verb begins."""
    position = verb
    while position and (tokens.lower[position - 1] in COMMAS | JOINERS or tokens.pos[position - 1] == "ADV"):
        position -= 1
    return position


def skip_clause_adverbs(tokens: Tokens, words: Words, start: int, end: int) -> int:
    """Step over the adverbs before a verb ("significantly reducing")."""
    while start < end and is_adverb(tokens, words, start):
        start += 1
    return start


def is_list_item(tokens: Tokens, position: int, lead: int) -> bool:
    """Tell whether an -ing word goes on a list of means ("by parsing logs, improving prompts and …")."""
    head = tokens.head[position]
    if tokens.dep[position] != "conj" or head <= lead:
        return False
    return tokens.dep[head] in ("pcomp", "pobj", "dobj", "conj") and tokens.lower[head - 1] in (
        "by", "for", "of", "in", "through", "on", ",",
    )  # fmt: skip


def comes_after_relative(tokens: Tokens, start: int, position: int) -> bool:
    """Tell whether a relative pronoun stands between two positions: "and …" may then go on its clause."""
    return any(word in ("which", "that", "who", "where") for word in tokens.lower[start:position])


def names_change(tokens: Tokens, words: Words, position: int) -> bool:
    """Tell whether a verb names a change that somebody can feel."""
    return words.verb_class.get(find_lemma(tokens, position, words) or "") == "outcome"
