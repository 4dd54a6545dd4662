"""Result clauses: the part of a bullet that says what changed, wherever it trails, to be brought to the front."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.facts import Facts
from bulletlint.rewrite.anatomy import Anatomy, Segment, is_adverb
from bulletlint.rewrite.conjugation import find_lemma, read_word_form
from bulletlint.rewrite.nominal import read_change, verbalise_change

#: How the clause hangs on: ", cutting …", "that cut …", "to cut …", "and cut …", ". Cut …".
ClauseKind = Literal["participle", "relative", "purpose", "finite", "sentence"]

_COMMAS = frozenset({",", "–", "—", "-", "--"})
_JOINERS = frozenset(
    "and while thus thereby hence therefore so consequently ultimately also then".split()
)  # fmt: skip
_RELATIVES = frozenset({"which", "that"})
_POINTERS = frozenset({"this", "which", "it", "that"})
#: Objects that only make sense behind what they stand for: their clause stays where it is.
_POINTERS_BACK = frozenset("it them this these those they".split())
_HAVE = frozenset({"has", "have", "had"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
#: The lexicons of verbs that change a level: a thing that does so had that effect.
_LEVEL_VERBS = ("verbs-lowering", "verbs-growing", "verbs-saving")
#: Verbs whose result is the noun phrase after their preposition.
_LEADING_TO = {"result": "in", "lead": "to"}


@dataclass(frozen=True, slots=True)
class Result:
    """A clause that says what changed, as positions: `cut` is where it leaves the sentence, `begin` its first own word.

    `verb` is the verb that becomes the new lead, `noun` where the noun phrase begins that does so instead
    ("resulting in a 30 % drop"), -1 otherwise. `segment` is the sentence in which it stands. `measured` says that it
    has a figure of outcome.
    """

    kind: ClauseKind
    cut: int
    begin: int
    verb: int
    end: int
    noun: int = -1
    segment: int = 0
    measured: bool = False


def find_result(anatomy: Anatomy, facts: Facts, words: Words, changes: Mapping[str, str]) -> Result | None:
    """Return the clause that says best what changed: one with a figure before one without, then the first.

    `changes` maps nouns of change to their verbs.
    """
    outcomes = [item.start for item in facts.evidence if item.label == "outcome"]
    found = [
        result
        for candidate in list_candidates(anatomy, words, changes)
        if (result := judge_candidate(anatomy, words, candidate, outcomes, changes)) is not None
    ]
    measured = [result for result in found if result.measured]
    best = measured or found
    return best[0] if best else None


def list_candidates(anatomy: Anatomy, words: Words, changes: Mapping[str, str]) -> Iterator[Result]:
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
            if candidate is not None:
                yield candidate
        position += 1
    for number, segment in enumerate(anatomy.segments[1:], 1):
        candidate = read_sentence(tokens, words, segment, number)
        if candidate is not None:
            yield candidate


def read_junction(anatomy: Anatomy, words: Words, position: int) -> Result | None:
    """Return the clause that begins at a comma, a relative pronoun, "to", "and" or a bare participle."""
    tokens, end = anatomy.tokens, anatomy.end
    word = tokens.lower[position]
    begin = position
    comma = word in _COMMAS
    if comma:
        begin += 1
    while begin < end and tokens.lower[begin] in _JOINERS:
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
            return None
        if is_list_item(tokens, verb, anatomy.lead):
            return None
        return Result("participle", position, begin, verb, end)
    if joined and word in ("and", ",") and anatomy.form == "past" and verb not in anatomy.verbs[:1]:
        if comes_after_relative(tokens, anatomy.lead, position):
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
        if verb < end and tokens.tag[verb] == "VB" and tokens.lower[position - 1] != "order":
            return Result("purpose", position, begin, verb, end)
        return None
    if not joined and tag == "VBG" and tokens.dep[verb] in ("advcl", "acl") and verb == position:
        return Result("participle", position, begin, verb, end, segment=0)
    return None


def read_phrase(anatomy: Anatomy, words: Words, position: int, changes: Mapping[str, str]) -> Result | None:
    """Return a noun phrase of change behind "with", "for" or a comma ("…, a 40 % reduction in run time")."""
    tokens, end = anatomy.tokens, anatomy.end
    begin = position + (tokens.lower[position] in _COMMAS)
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
    while begin < segment.end and (tokens.lower[begin] in _JOINERS or tokens.lower[begin] == ","):
        begin += 1
    pointed = begin < segment.end and tokens.lower[begin] in _POINTERS
    begin += pointed
    verb = skip_clause_adverbs(tokens, words, begin, segment.end)
    capital = tokens.text[tokens.start[verb]].isupper() if verb < segment.end else False
    if verb >= segment.end or (tokens.dep[verb] in ("amod", "compound") and not pointed and not capital):
        return None
    known = words.verb_forms.get(tokens.lower[verb])
    if tokens.tag[verb] not in ("VBD", "VBN", "VBZ") and not (
        known and read_word_form(tokens.lower[verb], known, words.exceptions) == "past"
    ):
        return None
    return Result("sentence", segment.start, begin, verb, segment.end, segment=number)


def judge_candidate(
    anatomy: Anatomy, words: Words, candidate: Result, outcomes: list[int], changes: Mapping[str, str]
) -> Result | None:
    """Return the clause with its true end and whether it has a figure, None if it does not say what changed."""
    tokens = anatomy.tokens
    if candidate.noun >= 0:
        return judge_phrase(tokens, words, candidate, outcomes, changes)
    lemma = find_lemma(tokens, candidate.verb, words)
    if lemma is None or lemma in words.lexicons["verbs-means"] or lemma in words.lexicons["verbs-hedge"]:
        return None
    end = find_clause_end(tokens, words, candidate)
    if end <= candidate.verb + 1 or tokens.lower[candidate.verb + 1] in _POINTERS_BACK:
        return None
    candidate = replace(candidate, end=end)
    if tokens.lower[candidate.verb + 1] == _LEADING_TO.get(lemma) and candidate.kind != "finite":
        if tokens.tag[candidate.verb + 2] != "VBG" or candidate.kind == "sentence":
            noun = replace(candidate, begin=candidate.verb + 2, verb=-1, noun=candidate.verb + 2)
            return judge_phrase(tokens, words, noun, outcomes, changes)
        candidate = replace(candidate, kind="participle", begin=candidate.verb + 2, verb=candidate.verb + 2)
        return replace(candidate, measured=is_measured(tokens, words, candidate, outcomes))
    candidate = replace(candidate, measured=is_measured(tokens, words, candidate, outcomes))
    return candidate if is_result(anatomy, words, candidate, lemma) else None


def judge_phrase(
    tokens: Tokens, words: Words, candidate: Result, outcomes: list[int], changes: Mapping[str, str]
) -> Result | None:
    """Return a noun phrase of change that a verb can say; behind "with" or a comma only with a figure."""
    candidate = replace(candidate, end=find_clause_end(tokens, words, candidate))
    candidate = replace(candidate, measured=is_measured(tokens, words, candidate, outcomes))
    if verbalise_change(tokens, words, changes, candidate.noun, candidate.end, "past") is None:
        return None
    led = candidate.noun - candidate.cut > 2 or candidate.kind != "participle"
    return candidate if candidate.measured or led else None


def is_measured(tokens: Tokens, words: Words, candidate: Result, outcomes: list[int]) -> bool:
    """Tell whether a figure of outcome stands in a clause, before the next one that hangs on it."""
    head = candidate.verb if candidate.verb >= 0 else candidate.noun
    first, last = tokens.start[head], tokens.end[find_own_end(tokens, words, head, candidate.end) - 1]
    return any(first <= start < last for start in outcomes)


def is_result(anatomy: Anatomy, words: Words, candidate: Result, lemma: str) -> bool:
    """Tell whether a clause says what changed, and of what the writer made, not what that does.

    A participle of another verb needs a figure and must not name construction or help, or it would be as weak a lead
    as the one that it replaces. "A bot that answers tickets" says what the bot does: its clause must name a change,
    in the present tense one of a level ("that reduces churn by 5 %").
    """
    tokens, measured = anatomy.tokens, candidate.measured
    change = names_change(tokens, words, candidate.verb)
    bare = candidate.kind == "participle" and candidate.cut == candidate.begin
    listed = candidate.kind == "finite" and anatomy.verbs not in (
        (anatomy.lead, candidate.verb),
        (anatomy.lead,),
    )
    if (bare or listed or lemma in words.lexicons["verbs-result-figure"]) and not (measured and change):
        return False
    if candidate.kind == "participle" and not measured:
        if tokens.dep[candidate.verb] in ("amod", "compound", "nmod"):
            return False
        if goes_on_list(tokens, anatomy.lead, candidate):
            return False
    if candidate.kind == "relative" and tokens.tag[candidate.verb] in ("VBZ", "VBP"):
        return change and any(lemma in words.lexicons[name] for name in _LEVEL_VERBS)
    if candidate.kind == "sentence" and tokens.tag[candidate.verb] == "VBZ" and not measured:
        return False
    decided = words.verb_class.get(lemma) == "product"
    return change or (measured and decided and candidate.kind == "participle")


def names_change(tokens: Tokens, words: Words, position: int) -> bool:
    """Tell whether a verb names a change that somebody can feel."""
    return words.verb_class.get(find_lemma(tokens, position, words) or "") == "outcome"


def find_own_end(tokens: Tokens, words: Words, verb: int, end: int) -> int:
    """Return where a clause ends before the next one that hangs on it ("to improve X, raising Y by 5 %")."""
    for position in range(verb + 2, end - 1):
        if tokens.lower[position] != ",":
            continue
        word = position + 1
        modifier = tokens.dep[word] in ("amod", "compound", "nmod") and not names_change(tokens, words, word)
        if tokens.tag[word] in ("VBG", "WDT") and not modifier:
            return position
    return end


def find_joint(tokens: Tokens, verb: int) -> int:
    """Return where the comma or "and" before a coordinated verb begins."""
    position = verb
    while position and (
        tokens.lower[position - 1] in _COMMAS | _JOINERS or tokens.pos[position - 1] == "ADV"
    ):
        position -= 1
    return position


def find_clause_end(tokens: Tokens, words: Words, candidate: Result) -> int:
    """Return where a clause ends: at the sentence's end, or where ", using …" or ", then …" turns back to the how."""
    for position in range(max(candidate.verb, candidate.noun) + 2, candidate.end - 1):
        if tokens.lower[position] not in _COMMAS:
            continue
        following = position + 1
        while following < candidate.end and tokens.lower[following] in _JOINERS:
            following += 1
        if following >= candidate.end or tokens.tag[following] != "VBG":
            continue
        if tokens.dep[following] in ("amod", "compound", "nmod"):
            continue
        lemma = find_lemma(tokens, following, words)
        if lemma in words.lexicons["verbs-means"]:
            return position
    return candidate.end


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


def goes_on_list(tokens: Tokens, lead: int, candidate: Result) -> bool:
    """Tell whether an -ing clause goes on a list behind a preposition ("by parsing X, improving Y, and …")."""
    begun = any(
        tokens.tag[place] == "VBG" and tokens.pos[place - 1] == "ADP"
        for place in range(lead + 2, candidate.cut)
    )
    joined = "and" in tokens.lower[candidate.cut : candidate.verb]
    later = any(
        tokens.lower[place : place + 2] == [",", "and"] and tokens.tag[place + 2] == "VBG"
        for place in range(candidate.verb, candidate.end - 2)
    )
    return begun and (joined or later)


def comes_after_relative(tokens: Tokens, start: int, position: int) -> bool:
    """Tell whether a relative pronoun stands between two positions: "and …" may then go on its clause."""
    return any(word in ("which", "that", "who", "where") for word in tokens.lower[start:position])
