"""What changed between two versions of a resume: findings that are gone, new or the same, and facts that were lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bulletlint.core.facts import Evidence
from bulletlint.core.finding import BulletReport, FileReport, Finding
from bulletlint.lint.baseline import fold_text
from bulletlint.lint.matching import find_moved, match_bullets

Change = Literal["same", "changed", "added", "removed"]
#: What evidence proves that a reader would miss; "ai" and "hedge" are no facts to keep.
_FACTS = frozenset(
    {"outcome", "scale", "scope", "spec", "cost", "fallback", "monitoring", "technique", "safeguard"}
)
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD = re.compile(rf"{_NUMBER.pattern}|[^\W\d]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Located:
    """A bullet and the file that it is in."""

    path: str
    report: BulletReport


@dataclass(frozen=True, slots=True)
class ComparedFindings:
    """Findings of the old version that are gone, of the new one that are new, and of the new one that both have."""

    gone: tuple[Finding, ...] = ()
    new: tuple[Finding, ...] = ()
    same: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedBullet:
    """A bullet of both versions; `old` is None for one that was added, `new` for one that was removed.

    `moved` says that it stands before or behind others than it did. `lost` is evidence of the old version that the new
    one has nowhere.
    """

    change: Change
    old: Located | None
    new: Located | None
    findings: ComparedFindings
    lost: tuple[Evidence, ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a resume: bullets in the order of the new one, those that were removed at the end.

    `page` are the findings about a file as a whole.
    """

    old: tuple[FileReport, ...]
    new: tuple[FileReport, ...]
    bullets: tuple[ComparedBullet, ...]
    page: ComparedFindings

    def list_findings(self) -> ComparedFindings:
        """Return the findings of all bullets and of the page."""
        parts = [*(bullet.findings for bullet in self.bullets), self.page]
        return ComparedFindings(
            tuple(finding for part in parts for finding in part.gone),
            tuple(finding for part in parts for finding in part.new),
            tuple(finding for part in parts for finding in part.same),
        )


def compare_versions(old: Sequence[FileReport], new: Sequence[FileReport]) -> Comparison:
    """Compare two versions of a resume, each of one file or several."""
    before, after = (
        [Located(file.path, bullet) for file in files for bullet in file.bullets] for files in (old, new)
    )
    matched = match_bullets([item.report.text for item in before], [item.report.text for item in after])
    order = sorted(matched)
    moved = {order[place] for place in find_moved(matched[number] for number in order)}
    said = "\n".join(spell_words(item.report.text) for item in after)
    bullets = [
        compare_bullet(
            before[matched[number]] if number in matched else None, item, said, moved=number in moved
        )
        for number, item in enumerate(after)
    ]
    kept = set(matched.values())
    bullets += [compare_bullet(item, None, said) for number, item in enumerate(before) if number not in kept]
    page_old, page_new = ([finding for file in files for finding in file.findings] for files in (old, new))
    return Comparison(tuple(old), tuple(new), tuple(bullets), compare_findings(page_old, page_new))


def compare_bullet(
    old: Located | None, new: Located | None, said: str, *, moved: bool = False
) -> ComparedBullet:
    """Compare two versions of a bullet; `said` are the words of all bullets of the new version."""
    findings = compare_findings(
        old.report.findings if old is not None else (), new.report.findings if new is not None else ()
    )
    change: Change = "changed"
    if old is None or new is None:
        change = "added" if old is None else "removed"
    elif fold_text(old.report.text) == fold_text(new.report.text):
        change = "same"
    lost: list[Evidence] = []
    if old is not None and change != "same":
        lost = find_lost(old.report, new.report if new is not None else None, said)
    return ComparedBullet(change, old, new, findings, tuple(lost), moved)


def compare_findings(old: Sequence[Finding], new: Sequence[Finding]) -> ComparedFindings:
    """Compare what was found in two versions of one thing: findings of a rule are the same, as many as both have."""
    left = Counter(finding.code for finding in old)
    same: list[Finding] = []
    fresh: list[Finding] = []
    for finding in new:
        known = left[finding.code] > 0
        left[finding.code] -= known
        (same if known else fresh).append(finding)
    gone = []
    for finding in reversed(old):
        if left[finding.code] > 0:
            left[finding.code] -= 1
            gone.append(finding)
    return ComparedFindings(tuple(reversed(gone)), tuple(fresh), tuple(same))


def find_lost(old: BulletReport, new: BulletReport | None, said: str) -> list[Evidence]:
    """Return the evidence of an old bullet that neither its new version nor any other bullet has.

    The new version has it if it proves the same with the same numbers, in whatever words. Of pieces that overlap
    the longest is named.
    """
    labels = {item.label for item in new.evidence} if new is not None else set()
    numbers = set(_NUMBER.findall(new.text)) if new is not None else set()
    lost: list[Evidence] = []
    for item in sorted(old.evidence, key=lambda item: item.start - item.end):
        if not is_fact(item) or spell_words(item.text) in said:
            continue
        if item.label in labels and numbers.issuperset(_NUMBER.findall(item.text)):
            continue
        if not any(item.start < other.end and other.start < item.end for other in lost):
            lost.append(item)
    return sorted(lost, key=lambda item: item.start)


def is_fact(item: Evidence) -> bool:
    """Tell whether a reader would miss a piece of evidence; a technique is a fact if it has a name."""
    return item.label in _FACTS and (item.label != "technique" or item.text != item.text.lower())


def spell_words(text: str) -> str:
    """Return the words, numbers and signs of a text with a space on both sides of each, so that one can be found."""
    return f" {' '.join(_WORD.findall(fold_text(text)))} "
