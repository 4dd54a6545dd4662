"""Result clauses: the part of a bullet that says what changed, wherever it trails, to be brought to the front."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bulletlint.core.facts import Facts
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.sentence.anatomy import Anatomy
from bulletlint.rewrite.sentence.conjugation import find_lemma, is_form
from bulletlint.rewrite.sentence.junctions import COMMAS, JOINERS, Result, list_candidates, names_change
from bulletlint.rewrite.sentence.nominal import verbalise_change
from bulletlint.rewrite.sentence.shift import Shifts

__all__ = ["Result", "changes_level", "find_result"]

#: Objects that only make sense behind what they stand for: their clause stays where it is.
_POINTERS_BACK = frozenset("it them this these those they".split())
#: Pronouns that stand for what was told before, anywhere in a clause of its own ("… on the back of it").
_BACK = frozenset({"it", "them", "they"})
#: Pronouns by which a sentence of its own says what came of the one before.
_POINTERS = frozenset({"this", "which", "it", "that"})
#: Pronouns that make the thing itself the subject of its clause ("…, which paid for itself in 4 months").
_SELVES = frozenset({"itself", "themselves"})
#: The lexicons of verbs that change a level: a thing that does so had that effect.
_LEVEL_VERBS = ("verbs-lowering", "verbs-growing", "verbs-saving")
#: The lexicons of verbs that name a result where a figure stands with them.
_GAINS = ("verbs-gaining", "verbs-light", "verbs-processing", "verbs-reaching")
#: Verbs whose result is the noun phrase after their preposition.
_LEADING_TO = {"result": "in", "lead": "to"}


def find_result(
    anatomy: Anatomy, facts: Facts, words: Words, changes: Mapping[str, str], shifts: Shifts
) -> Result | None:
    """Return the clause that says best what changed: one with a figure before one without, then the first.

    `changes` maps nouns of change to their verbs, `shifts` words that say that something rose or fell.
    """
    outcomes = [item.start for item in facts.evidence if item.label == "outcome"]
    found = [
        result
        for candidate in list_candidates(anatomy, words, changes, shifts)
        if (result := judge_candidate(anatomy, words, candidate, outcomes, changes)) is not None
    ]
    measured = [result for result in found if result.measured]
    best = measured or found
    return widen_list(anatomy.tokens, words, found, best[0]) if best else None


def widen_list(tokens: Tokens, words: Words, found: list[Result], best: Result) -> Result:
    """Return a result with the participles of change before it in its list ("raising A, saving B, and cutting C")."""
    if best.kind != "participle" or best.noun >= 0 or tokens.lower[best.cut] != ",":
        return best
    for earlier in found:
        if earlier.kind != "participle" or earlier.noun >= 0 or not earlier.cut < best.cut:
            continue
        commas = [at for at in range(earlier.cut, best.cut + 1) if tokens.lower[at] == ","]
        listed = all(tokens.tag[at + 1] == "VBG" and names_change(tokens, words, at + 1) for at in commas)
        if commas[:1] == [earlier.cut] and listed:
            return replace(earlier, end=best.end, measured=best.measured)
    return best


def judge_candidate(
    anatomy: Anatomy, words: Words, candidate: Result, outcomes: list[int], changes: Mapping[str, str]
) -> Result | None:
    """Return the clause with its true end and whether it has a figure, None if it does not say what changed."""
    tokens = anatomy.tokens
    if candidate.noun >= 0:
        return judge_phrase(tokens, words, candidate, outcomes, changes)
    if candidate.shift:
        first, last = tokens.start[candidate.begin], tokens.end[candidate.end - 1]
        return replace(candidate, measured=True) if any(first <= at < last for at in outcomes) else None
    lemma = find_lemma(tokens, candidate.verb, words)
    hedged = lemma in words.lexicons["verbs-hedge"] and lemma not in words.lexicons["verbs-processing"]
    handled = lemma in words.lexicons["verbs-processing"] and candidate.kind == "participle"
    if lemma is None or hedged or (lemma in words.lexicons["verbs-means"] and not handled):
        return None
    if lemma == "cost" and candidate.kind in ("participle", "relative"):
        return None  # "a device costing $150" says its price
    end = find_clause_end(tokens, words, candidate)
    if end <= candidate.verb + 1 or tokens.lower[candidate.verb + 1] in _POINTERS_BACK:
        return None
    if not _SELVES.isdisjoint(tokens.lower[candidate.verb : end]):
        return None
    if candidate.kind in ("finite", "sentence") and not _BACK.isdisjoint(tokens.lower[candidate.verb : end]):
        return None
    if candidate.kind == "relative":
        end = find_own_acts(tokens, words, candidate.verb, end)
    candidate = replace(candidate, end=end)
    if tokens.lower[candidate.verb + 1] == _LEADING_TO.get(lemma) and candidate.kind != "finite":
        return judge_consequence(tokens, words, candidate, outcomes, changes)
    candidate = replace(candidate, measured=is_measured(tokens, words, candidate, outcomes))
    if candidate.meant and candidate.measured:
        return None  # "a plan to cut costs by 40 %": nobody says that they were
    return candidate if is_result(anatomy, words, candidate, lemma) else None


def judge_consequence(
    tokens: Tokens, words: Words, candidate: Result, outcomes: list[int], changes: Mapping[str, str]
) -> Result | None:
    """Return what stands behind "leading to": "cutting waits", "improved recall" or "a 5 % drop in waits"."""
    begin, end = candidate.verb + 2, candidate.end
    if begin >= end:
        return None
    if tokens.tag[begin] == "VBG" and candidate.kind != "sentence":
        clause = replace(candidate, kind="participle", begin=begin, verb=begin)
        clause = replace(clause, measured=is_measured(tokens, words, clause, outcomes))
        return (
            clause
            if names_change(tokens, words, begin) and (clause.measured or candidate.kind != "relative")
            else None
        )
    if names_change(tokens, words, begin) and is_form(tokens, begin, "past", words):
        clause = replace(
            candidate, begin=begin, verb=begin, kind="sentence" if candidate.segment else "finite"
        )
        others = (place for place in range(begin + 1, end) if tokens.lower[place - 1] in ("and", ","))
        mixed = any(tokens.pos[place] == "ADJ" and not names_change(tokens, words, place) for place in others)
        return None if mixed else replace(clause, measured=is_measured(tokens, words, clause, outcomes))
    return judge_phrase(
        tokens, words, replace(candidate, begin=begin, verb=-1, noun=begin), outcomes, changes
    )


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
        told = any(lemma in words.lexicons[name] for name in ("verbs-bettering", "verbs-halting"))
        if not changes_level(words, lemma) and not told:
            return False  # "capturing token usage": a blank for how much would hang in the air
    if candidate.kind == "relative" and tokens.tag[candidate.verb] in ("VBZ", "VBP"):
        return change and changes_level(words, lemma)
    if candidate.kind == "sentence" and not measured:
        # "Maintained the system. Improved its reports": two things that were done
        pointed = any(word in _POINTERS for word in tokens.lower[candidate.cut : candidate.verb])
        if tokens.tag[candidate.verb] == "VBZ" or not pointed:
            return False
    if candidate.after >= 0 and not measured:
        return False
    decided = words.verb_class.get(lemma) == "product" or any(
        lemma in words.lexicons[name] for name in _GAINS
    )
    whole = (
        candidate.kind == "relative" and tokens.lower[candidate.cut] in COMMAS
    )  # ", which caught 4 bad builds"
    return change or (measured and decided and (candidate.kind == "participle" or whole))


def changes_level(words: Words, lemma: str | None) -> bool:
    """Tell whether a verb says that a level rose or fell."""
    return any(lemma in words.lexicons[name] for name in _LEVEL_VERBS)


def find_own_acts(tokens: Tokens, words: Words, verb: int, end: int) -> int:
    """Return where a relative clause goes on with what the thing itself did ("that cut errors and calculated taxes").

    That is no result and stays with the thing.
    """
    for place in range(verb + 2, end):
        joined = tokens.lower[place - 1] in ("and", "&") and tokens.lower[place - 2] != ","
        if joined and tokens.dep[place] == "conj" and tokens.tag[place] == tokens.tag[verb] == "VBD":
            lemma = find_lemma(tokens, place, words)
            if (
                words.verb_class.get(lemma or "") != "outcome"
                and lemma not in words.lexicons["verbs-gaining"]
            ):
                return place - 1
    return end


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


def find_clause_end(tokens: Tokens, words: Words, candidate: Result) -> int:
    """Return where a clause ends: at the sentence's end, or where ", using …" or ", then …" turns back to the how."""
    for position in range(max(candidate.verb, candidate.noun) + 2, candidate.end - 1):
        if tokens.lower[position] not in COMMAS:
            continue
        following = position + 1
        while following < candidate.end and tokens.lower[following] in JOINERS:
            following += 1
        if following >= candidate.end or tokens.tag[following] != "VBG":
            continue
        if tokens.dep[following] in ("amod", "compound", "nmod"):
            continue
        lemma = find_lemma(tokens, following, words)
        if lemma in words.lexicons["verbs-means"]:
            return position
    return candidate.end


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
