"""How a line opens: with a verb in the past, a gerund, a base form, or none; told by words and endings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from bulletlint.core.inflect import is_past_form
from bulletlint.read.bullets.section_words import SectionWords

#: First parts of compound verbs: "fine-tuned" opens a statement, "web-based" does not.
_PREFIXES = tuple(
    "co- re- pre- fine- hand- up out over post- cross- de- single- stress- load- a/b- beta- soft- open-".split()
)
Opening = Literal["past", "base", "none"]
_JOINING = frozenset("of and or".split())
#: Letters of a verb that is told although it is misspelt.
_SHORTEST_MISSPELT = 6
#: The end of a verb that is made of letters: "QA'd 40 releases", "OK’d the plan".
_CLIPPED = re.compile(r"([\w-]+)['’]d")
#: What a verb governs that a name seldom has behind it: a figure that counts something, and is no year.
_COUNTED = re.compile(
    r" (?:(?:more|less|fewer) than |over |up to |about |around |nearly |almost |some )?"
    r"(?:(?!(?:19|20)\d\d\b)[$€£~]?\d[\d,.]*(?:k|m|x|\+)?"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundreds|thousands|dozens)"
    r"(?: %|%)? (?P<counted>[^\W\d_]+)"
)
#: So many of something in so much time: "Berth 900 boats a season" opens with a verb, whichever it is.
_RATE = re.compile(
    r"(?:[^\W\d_]+ ){1,2}[\d.,]+ (?:[^\W\d_]+ ){1,3}(?:a|per|each|every) "
    r"(?:hour|shift|day|night|week|month|season|year)\b"
)
#: Words for many, beside those that end in an "s".
_MANY = frozenset("people men women children million thousand hundred percent".split())
#: What stands between two verbs that share their object ("Unlock, light and heat the nave").
_JOINED = frozenset({", ", " and ", " & "})
#: Characters of a text that are looked at.
OPENING = 200
_SENTENCE_GOES_ON = re.compile(r",?\s+(?:&|[a-z])")
WORD = re.compile(r"[^\W\d_][\w.'’+#-]*")


def find_opening(text: str, known: SectionWords) -> Opening:
    """Tell whether a text opens with a verb, after an adverb or "I": a past form or gerund, a base form, or none.

    A blank of a rewrite in front ("⟨Cut onboarding time⟩ by …") stands for a verb in the past.
    """
    return _find_opening(text[:OPENING], known)


@lru_cache(maxsize=256)
def _find_opening(text: str, known: SectionWords) -> Opening:
    if text.startswith("⟨"):
        return "past"
    matches = [match for _, match in zip(range(4), WORD.finditer(text), strict=False)]
    words = [match[0].lower() for match in matches]
    at = 0
    if words and words[0] in {"i", "we", "i've", "also", "then", "actively"}:
        at = 1
    if len(words) > at + 1 and words[at].endswith("ly"):
        at += 1
    if at >= len(words) or text.startswith(('"', "“", "‘", "'")):
        return "none"
    word = words[at].rstrip(".'’")
    tail = word.rsplit("-", 1)[-1]
    if word in known.irregular_verbs:
        return "past"
    plain = word not in known.not_verbs
    if plain and len(word) > 4 and tail == word and word.endswith(("ed", "ing")):
        return "past"
    counted = _COUNTED.match(text, matches[at].end())
    many = counted is not None and (counted["counted"].endswith("s") or counted["counted"] in _MANY)
    if not plain and not (counted and len(tail) > 4 or many and word in known.verbs):
        return "none"
    # "Close the books", "Parses a feed": before an article stands a verb, whichever it is.
    follows = text[matches[at].end() : matches[at + 1].start()] if at + 1 < len(matches) else ""
    governs = follows == " " and words[at + 1] in known.articles and word not in known.function_words
    if word in known.base_verbs or (
        word.endswith("s") and (word[:-1] in known.base_verbs or word[:-2] in known.base_verbs)
    ):
        return "base"
    if _is_past(word, tail, known, governs=governs or counted is not None):
        return "past"
    if _SENTENCE_GOES_ON.match(text, matches[at].end()) and _misspells_verb(word, known):
        return "base"
    joined = word in known.plain_verbs and follows in _JOINED and words[at + 1] in known.verbs
    rated = many and word.isalpha() and word not in known.function_words and _RATE.match(text) is not None
    return "base" if governs or joined or rated or many and word in known.verbs else "none"


def _is_past(word: str, tail: str, known: SectionWords, *, governs: bool) -> bool:
    """Tell whether a word is a past form or a gerund by its ending; `governs` says that an object follows it.

    Any compound with an object is a verb ("Pen-tested 12 APIs"), which without one is mostly none ("Web-based tools").
    """
    irregular = tail in known.irregular_verbs or tail in known.past_forms.forms
    ends = len(tail) > 4 and tail.endswith(("ed", "ing")) or irregular and tail != word and len(tail) > 3
    if ends and (tail == word or word.startswith(_PREFIXES)):
        return True
    stem = _CLIPPED.fullmatch(word) if word.endswith("d") else None
    if stem is not None:
        return stem[1] not in known.function_words
    if governs and (len(tail) > 4 and tail.endswith("ed") or irregular):
        return True
    return word not in known.function_words and is_past_form(word, known.past_forms)


def _misspells_verb(word: str, known: SectionWords) -> bool:
    """Tell whether a word is a verb of the list but for one slip within it: "optomize", "mangae", "recieve".

    The first and the last letter are right: an ending makes another word ("manager").
    """
    if len(word) < _SHORTEST_MISSPELT or not word.isascii() or not word.isalpha():
        return False
    return any(_differs_by_slip(word, verb) for verb in _group_verbs(known).get(word[0] + word[-1], ()))


@lru_cache(maxsize=4)
def _group_verbs(known: SectionWords) -> dict[str, tuple[str, ...]]:
    """Return the verbs in which a slip is looked for, by their first and last letter."""
    groups: dict[str, list[str]] = {}
    for verb in sorted(known.base_verbs):
        if len(verb) >= _SHORTEST_MISSPELT and verb.isascii():
            groups.setdefault(verb[0] + verb[-1], []).append(verb)
    return {letters: tuple(verbs) for letters, verbs in groups.items()}


def _differs_by_slip(word: str, verb: str) -> bool:
    """Tell whether one letter is wrong, left out, added or changed with its neighbour; in short words the last."""
    at = next((at for at, pair in enumerate(zip(word, verb, strict=False)) if pair[0] != pair[1]), 0)
    if not at:
        return False
    swapped = word[at + 1 : at + 2] == verb[at] and word[at] == verb[at + 1 : at + 2]
    if swapped and word[at + 2 :] == verb[at + 2 :]:
        return True
    if min(len(word), len(verb)) <= _SHORTEST_MISSPELT:
        return False
    left = word[at + (len(word) >= len(verb)) :]
    return left == verb[at + (len(verb) >= len(word)) :]


def is_gerund(text: str) -> bool:
    """Tell whether the first word of a text ends in "-ing": the name of an activity as often as a statement."""
    words = [match[0].lower() for _, match in zip(range(2), WORD.finditer(text), strict=False)]
    verb = words[-1] if len(words) > 1 and words[0].endswith("ly") else words[0] if words else ""
    return verb.endswith("ing")


def governs_object(text: str, known: SectionWords) -> bool:
    """Tell whether what follows a gerund is its object ("Leading a team", not "Driving licence")."""
    clause = re.split(r"[:,;(]", text[:120])[0]
    words = [match[0].lower() for match in WORD.finditer(clause)][1:4]
    return any(word in known.articles or word in known.function_words - _JOINING for word in words)
