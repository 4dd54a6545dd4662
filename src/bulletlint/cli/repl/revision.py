"""Which bullet an edited text is a new version of, and what the edit changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from bulletlint.core.finding import BulletReport

#: Share of words in common, 0 to 1, from which on a text is taken for a new version of a bullet.
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Revision:
    """What an edit did to the findings, each as "BL101 weak-verb", and to the score."""

    gone: tuple[str, ...]
    came: tuple[str, ...]
    stayed: tuple[str, ...]
    score_before: int | None
    score_after: int | None


def find_earlier(text: str, texts: Mapping[int, str]) -> int | None:
    """Return the number of the bullet that a text is most likely a new version of, None if none is near."""
    words = _split_words(text)
    best, nearest = ALIKE, None
    for number, known in texts.items():
        matcher = SequenceMatcher(None, words, _split_words(known), autojunk=False)
        if matcher.real_quick_ratio() >= best and (ratio := matcher.ratio()) >= best:
            best, nearest = ratio, number
    return nearest


def _split_words(text: str) -> list[str]:
    return [word.strip(".,;:()").lower() for word in text.split()]


def compare_findings(before: BulletReport, after: BulletReport) -> Revision:
    """Return which findings an edit removed, added and left; a rule that fires twice counts twice."""
    old = Counter(f"{finding.code} {finding.rule}" for finding in before.findings)
    new = Counter(f"{finding.code} {finding.rule}" for finding in after.findings)
    return Revision(
        gone=tuple(sorted((old - new).elements())),
        came=tuple(sorted((new - old).elements())),
        stayed=tuple(sorted((old & new).elements())),
        score_before=before.score,
        score_after=after.score,
    )
