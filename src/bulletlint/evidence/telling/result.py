"""Where a bullet's result stands, and the words to lead with: read off the settled facts."""

from __future__ import annotations

from bulletlint.core.facts import Evidence, Facts, Mark, ResultPlace
from bulletlint.core.inflect import inflect_verb
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: Marks behind which another claim begins, and words that may stand before a participle that says what came of it.
_PARTS = frozenset({";", ":", "–", "—", "(", "•", "."})
_BEFORE_RESULT = frozenset({",", "and", "while", "thereby", "thus", "hence", "so"})
_RELATIVE = frozenset({"that", "which", "who"})
_ENDS = frozenset({";", ".", ",", "(", "–", "—", "•"})
#: What may not follow the first word: words that refer to what is not named yet, and the comma of a list of nouns.
_REFERRING = frozenset({",", "it", "its", "them", "their", "this", "these", "those", "him", "her", "us"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
#: Words of a result that are quoted; a longer one ends in dots.
MOST_WORDS = 10


def find_result(tokens: Tokens, facts: Facts, words: Words) -> tuple[ResultPlace, Mark | None]:
    """Return where the result stands, and a mark of it where it trails behind.

    The mark's text is what the bullet could open with: "raising coverage from 54 % to 88 %" reads "Raised coverage …".
    """
    lead = facts.lead
    outcomes = [item for item in facts.evidence if item.label == "outcome"]
    if not outcomes or facts.metric != "outcome" and not any(is_worded(item) for item in outcomes):
        return "none", None
    if lead is None or lead.token < 0 or lead.lead_class == "outcome":
        return "first", None
    at = tokens.index.index(lead.token)
    for item in outcomes:
        place = tokens.find_position(item.start)
        if place <= at:
            continue
        opener = find_opener(tokens, at, place, words)
        if opener is not None:
            return "last", mark_result(tokens, opener, place, words)
    return ("first" if lead.lead_class == "product" else "inside"), None


def is_worded(item: Evidence) -> bool:
    """Tell whether a result is said in words, by a pattern: "with zero incidents"."""
    return not item.source.startswith(("number:", "reader"))


def find_opener(tokens: Tokens, at: int, place: int, words: Words) -> int | None:
    """Return the position of the word that opens a result's own clause, None if it stands in the lead's clause."""
    for position in range(place, at, -1):
        before = tokens.lower[position - 1]
        if before in _PARTS:
            return position if position > at + 1 else None
        known = tokens.lower[position] in words.verb_forms
        if tokens.tag[position] == "VBG" and before in _BEFORE_RESULT:
            return position
        if (
            before in _RELATIVE
            and not is_past_damage(tokens, position, words)
            and tokens.tag[position] in ("VBD", "VBZ", "VBP", "VBN")
            and known
        ):
            return position
        if before == "to" and tokens.tag[position] == "VB" and is_outcome_verb(tokens, position, words):
            return position
    return None


def is_past_damage(tokens: Tokens, position: int, words: Words) -> bool:
    """Tell whether a verb says what was so before: ", which had cost €9k" is no result of the work."""
    following = tokens.lower[position + 1 : position + 2]
    return tokens.lower[position] == "had" and not words.verb_forms.keys().isdisjoint(following)


def is_outcome_verb(tokens: Tokens, position: int, words: Words) -> bool:
    lemma = words.verb_forms.get(tokens.lower[position], "")
    return words.verb_class.get(lemma) == "outcome"


def mark_result(tokens: Tokens, opener: int, place: int, words: Words) -> Mark | None:
    """Return the mark of the clause from its opener to its end, worded as the opening of a bullet.

    None for a clause that no bullet opens with: "audits that rose from 71 % to 93 %", "; refunds went from 40 to none",
    "; mean error fell by 4 %", ", saving them 6 hours a week".
    """
    if tokens.lower[opener - 1] in _RELATIVE and not any(
        tokens.head[child] == opener and tokens.dep[child] == "dobj" for child in range(opener, len(tokens))
    ):
        return None
    last = tokens.amount_end.get(place, place + 1)
    while last < len(tokens) and not ends_result(tokens, last):
        last += 1
    if is_subject(tokens, opener) or tokens.lower[opener - 1] in _PARTS and has_subject(tokens, opener, last):
        return None
    if opener + 1 < len(tokens) and tokens.lower[opener + 1] in _REFERRING:
        return None
    start, end = tokens.start[opener], tokens.end[last - 1]
    lemma = words.verb_forms.get(tokens.lower[opener])
    if lemma is None or " " in lemma or not tokens.tag[opener].startswith("V"):
        return None
    spoken = (inflect_verb(lemma, "past", words.exceptions) + tokens.text[tokens.end[opener] : end]).split()
    told = " ".join(spoken[:MOST_WORDS]) + (" …" if len(spoken) > MOST_WORDS else "")
    return Mark("result", told[:1].upper() + told[1:], start, end)


def ends_result(tokens: Tokens, position: int) -> bool:
    """Tell whether a result's clause is over: at a mark, or before another participle ("and improving search")."""
    following = tokens.tag[position + 1] if position + 1 < len(tokens) else ""
    return tokens.lower[position] in _ENDS or tokens.lower[position] == "and" and following == "VBG"


def is_subject(tokens: Tokens, opener: int) -> bool:
    """Tell whether a word that looks like a verb is the subject of its clause, or part of it: "billing now closes"."""
    at, steps = opener, 0
    while (
        tokens.dep[at] not in _SUBJECTS and tokens.head[at] != at and tokens.head[at] > opener and steps < 5
    ):
        at, steps = tokens.head[at], steps + 1
    return tokens.dep[at] in _SUBJECTS


def has_subject(tokens: Tokens, opener: int, last: int) -> bool:
    """Tell whether a finite verb of the clause has a subject behind its first word: "mean error fell by 4 %"."""
    return any(
        tokens.tag[verb] in _FINITE
        and tokens.dep[verb] not in ("relcl", "acl")
        and any(
            tokens.head[word] == verb and tokens.dep[word] in _SUBJECTS for word in range(opener + 1, verb)
        )
        for verb in range(opener + 2, min(last, len(tokens)))
    )
