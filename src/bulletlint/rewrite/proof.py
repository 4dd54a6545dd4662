"""The proof of a rewrite: nothing in it is new, and no number, no name and no content word of the bullet is lost.

It looks at the two texts only, not at how the rewrite was made, so that a mistake there cannot hide itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from bulletlint.core.finding import Rewrite
from bulletlint.rewrite.sentence.piece import replace_slots

#: Words of the template: they say nothing by themselves and may be new.
TEMPLATE_WORDS = frozenset({"a", "an", "and", "as", "at", "by", "while", "with"})
#: Words that only tie a clause to its sentence and fall away when it moves.
TIES = frozenset(
    "a an also and as consequently did for had has have hence i in it leading lead led of order resulting result "
    "resulted so that then thereby therefore this thus to ultimately was we were which while".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
#: A word with a capital inside, which is a name in any place of a sentence.
_NAME = re.compile(r"[^\W\d_]+[A-Z][^\W_]*")
_MEASURE = re.compile(r"[^\s\w,.;:()]?\d+(?:[.,:]\d+)*(?:\s?[%‰°]|[^\W\d_]+|(?<!20\d\d)(?<!19\d\d) [a-z]+)?")

_BRACKETS = ("()", "[]", "{}", "“”", "«»")
_CROWDED = re.compile(r"[,;:]\s*[,;:]|[(\[{]\s*[,;:)\]}]")


def find_faults(
    rewrite: Rewrite,
    text: str,
    verbs: Mapping[str, str],
    bases: Mapping[str, str],
    *,
    dropped: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """Return what is new in a rewrite or lost from its bullet, in a few words each; nothing if the proof holds.

    `verbs` maps nouns of action and change to the verbs that may stand for them, `bases` irregular forms to their
    verb, `dropped` are lower-case words that may fall away.
    """
    said = blank_slots(rewrite)
    new, lost = compare_words(said, text, verbs, bases, allowed=TEMPLATE_WORDS, dropped=TIES | dropped)
    return (
        *find_number_faults(said, text),
        *(f"new word: {word}" for word in new),
        *(f"a word is lost: {word}" for word in lost),
        *(f"a name is lost: {name}" for name in _NAME.findall(text) if name not in said),
        *find_mark_faults(rewrite.text, text),
    )


def compare_words(
    said: str,
    text: str,
    verbs: Mapping[str, str],
    bases: Mapping[str, str],
    *,
    allowed: Collection[str],
    dropped: Collection[str],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that are new in what is said and those of a text that are lost, in lower case.

    Another form of a word is the same word. `allowed` may be new, `dropped` may be lost.
    """
    gone: dict[str, int] = {}
    for word in _WORD.findall(text.lower()):
        gone[word] = gone.get(word, 0) + 1
    unknown: list[str] = []
    for word in _WORD.findall(said.lower()):
        if gone.get(word):
            gone[word] -= 1
        elif word not in allowed:
            unknown.append(word)
    new: list[str] = []
    for word in unknown:
        stems = list_bases(word, bases)
        missing = (other for other, count in gone.items() if count and other not in TEMPLATE_WORDS)
        origin = next((other for other in missing if is_same_word(stems, other, verbs, bases)), None)
        if origin is None:
            new.append(word)
        else:
            gone[origin] -= 1
    return tuple(new), tuple(word for word, count in gone.items() if count and word not in dropped)


def find_number_faults(said: str, text: str) -> list[str]:
    """Return which numbers are new, lost, or without the unit that stood beside them."""
    faults: list[str] = []
    have, want = sorted(_NUMBER.findall(said)), sorted(_NUMBER.findall(text))
    if not have and not want:
        return faults
    if have != want:
        faults.append(f"numbers differ: {', '.join(want)} became {', '.join(have)}")
    kept = squeeze(said)
    return faults + [
        f"a number lost its unit: {measure}"
        for measure in _MEASURE.findall(text)
        if squeeze(measure) not in kept
    ]


def find_mark_faults(said: str, text: str) -> list[str]:
    """Return which brackets came apart, and which marks stand side by side that no sentence has so."""
    faults = [
        f"a bracket came apart: {pair}"
        for pair in _BRACKETS
        if not is_paired(said, *pair) and is_paired(text, *pair)
    ]
    if len(_CROWDED.findall(said)) > len(_CROWDED.findall(text)):
        faults.append("marks stand side by side")
    return faults


def is_paired(text: str, opening: str, closing: str) -> bool:
    """Tell whether every bracket of a kind is closed behind where it was opened."""
    depth = 0
    for sign in text:
        depth += (sign == opening) - (sign == closing)
        if depth < 0:
            return False
    return not depth


def blank_slots(rewrite: Rewrite) -> str:
    """Return the text of a rewrite with a blank in the place of each slot."""
    return replace_slots(rewrite, lambda slot: " ")


def is_same_word(
    stems: frozenset[str], other: str, verbs: Mapping[str, str], bases: Mapping[str, str]
) -> bool:
    """Tell whether a word with these stems and another are forms of one verb, or verb and noun of action."""
    if stems & list_bases(other, bases):
        return True
    verb = verbs.get(other)
    if verb is None and other.endswith(("isation", "ization")):
        verb = other[:-5] + "e"
    return verb in stems


def list_bases(word: str, bases: Mapping[str, str]) -> frozenset[str]:
    """Return every dictionary form that a word may be an inflected form of, as spelling allows."""
    found = {word}
    if word in bases:
        found.add(bases[word])
    for ending in ("ing", "ed", "es", "s", "d"):
        stem = word[: -len(ending)]
        if not word.endswith(ending) or len(stem) < 2:
            continue
        found.add(stem)
        if ending in ("ing", "ed"):
            found.add(stem + "e")
            if stem[-1] == stem[-2]:
                found.add(stem[:-1])
            if stem[-1] == "k":
                found.add(stem[:-1])
        if ending in ("ed", "es") and stem[-1] == "i":
            found.add(stem[:-1] + "y")
        if ending == "ing" and stem[-1] == "y":
            found.add(stem[:-1] + "ie")
    return frozenset(found)


def squeeze(text: str) -> str:
    """Return a text in lower case without white space."""
    return "".join(text.split()).lower()
