"""What an edit changed in the findings of a bullet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bulletlint.core.finding import BulletReport


@dataclass(frozen=True, slots=True)
class Revision:
    """What an edit did to the findings, each as "BL101 weak-verb", and to the score."""

    gone: tuple[str, ...]
    came: tuple[str, ...]
    stayed: tuple[str, ...]
    score_before: int | None
    score_after: int | None


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
