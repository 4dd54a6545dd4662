"""Bullets that all look alike: one shape and length, or words that machines like."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from statistics import mean, pstdev

from bulletlint.core.finding import BulletReport
from bulletlint.core.inflect import Exceptions, find_forms

#: Bullets from which on their shape shows a habit.
_FEW_BULLETS = 6
#: How little their lengths in words may vary (deviation over mean), and the share that has one shape, before they are
#: all alike.
_EVEN, _ALIKE = 0.2, 0.85
#: Different machine-made words on a page, and the share of its bullets that have one, from which on it reads so.
_FEW_WORDS, _SHARE = 3, 0.5


def find_machine_words(texts: Sequence[str], words: Collection[str]) -> tuple[str, ...]:
    """Return the machine-made words of a page as they are written, where they are many; none otherwise."""
    expression = compile_forms(tuple(words))
    if expression is None or not texts:
        return ()
    found: dict[str, str] = {}
    bullets = 0
    for text in texts:
        said = expression.findall(text)
        bullets += bool(said)
        for word in said:
            found.setdefault(word.lower(), word.lower())
    return tuple(found) if len(found) >= _FEW_WORDS and bullets >= _SHARE * len(texts) else ()


@cache
def compile_forms(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return an expression for any form of some words; the forms are those of the last word of each."""
    forms = {
        " ".join([*entry.split()[:-1], form])
        for entry in words
        for form in find_forms(entry.split()[-1], Exceptions())
    }
    if not forms:
        return None
    choice = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"\b(?:{choice})\b", re.IGNORECASE)


def are_uniform(reports: Sequence[BulletReport]) -> bool:
    """Tell whether nearly all bullets have one shape and one length: "verb … by 20% by …ing", ten words each."""
    if len(reports) < _FEW_BULLETS:
        return False
    lengths = [len(report.text.split()) for report in reports]
    if pstdev(lengths) > _EVEN * mean(lengths):
        return False
    shapes = [read_shape(report) for report in reports]
    commonest = max(set(shapes), key=shapes.count)
    return bool(commonest) and shapes.count(commonest) >= _ALIKE * len(shapes)


def read_shape(report: BulletReport) -> str:
    """Return the shape of a bullet by its joints, "" where it has none: "% by …ing", ", …ing"."""
    text = report.text
    joints = re.findall(
        r"\d\s?%|\bby \w+ing\b|, \w+ing\b|\bresulting in\b|\bleading to\b|\bthrough\b", text.lower()
    )
    return " … ".join(re.sub(r"\w+ing\b", "-ing", re.sub(r"\d\s?%", "%", joint)) for joint in joints)
