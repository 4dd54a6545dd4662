"""What comes first in a report for a person: the worst findings of a bullet, and the bullets most worth an hour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bulletlint.core.finding import SEVERITIES, BulletReport, FileReport, Finding
from bulletlint.report.page_lines import find_grouped, is_left_out

#: Bullets that a report names first.
MOST_FIRST = 3
#: Bullets that it names in a line each behind them, and findings about the page that it shows of a rule; more of them
#: are no page that anybody reads.
MOST_BRIEF, MOST_OF_PAGE = 20, 3


@dataclass(frozen=True, slots=True)
class Shown:
    """What a report for a person shows of a file, and how many findings of a rule (code and name) it leaves out."""

    bullets: tuple[BulletReport, ...]
    findings: tuple[Finding, ...]
    dropped: tuple[tuple[tuple[str, str], int], ...] = ()


def rank_findings(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings by severity, then by place, then by code."""
    return sorted(
        findings,
        key=lambda item: (SEVERITIES.index(item.severity), item.start, item.end, item.code),
    )


def measure_worth(bullet: BulletReport) -> tuple[int, int, int, int]:
    """Return how much there is to gain by work on a bullet, to compare: errors, warnings, points, remarks."""
    counts = Counter(finding.severity for finding in bullet.findings if not finding.grouped)
    return counts["error"], counts["warning"], 100 - (bullet.score or 0), counts["info"]


def choose_first(bullets: Sequence[BulletReport]) -> list[BulletReport]:
    """Return the bullets most worth an hour, the most worth first; those nearer to the top come before equals."""
    worth = [bullet for bullet in bullets if any(measure_worth(bullet)[:2])]
    return sorted(worth, key=measure_worth, reverse=True)[:MOST_FIRST]


def choose_brief(bullets: Sequence[BulletReport]) -> list[BulletReport]:
    """Return the bullets that are named in a line each, those with most to gain, in the order of the file."""
    worth = sorted(range(len(bullets)), key=lambda number: measure_worth(bullets[number]), reverse=True)
    return [bullets[number] for number in sorted(worth[:MOST_BRIEF])]


def choose_of_page(findings: Sequence[Finding]) -> tuple[list[Finding], Counter[tuple[str, str]]]:
    """Return the findings about a page to show, by severity and line, and how many of each rule are left out."""
    kept: list[Finding] = []
    seen: Counter[tuple[str, str]] = Counter()
    for finding in sorted(
        findings, key=lambda item: (SEVERITIES.index(item.severity), item.place.line or 0, item.code)
    ):
        seen[finding.code, finding.rule] += 1
        if seen[finding.code, finding.rule] <= MOST_OF_PAGE:
            kept.append(finding)
    return kept, Counter({rule: count - MOST_OF_PAGE for rule, count in seen.items() if count > MOST_OF_PAGE})


def choose_shown(file: FileReport, *, complete: bool, most: int | None = None) -> Shown:
    """Return what of a file is shown: all if `complete`, else none that is grouped or better left unsaid.

    Of each rule there are `most` at most.

    Of a rule with more than that, the worst findings stay, then those nearest to the top.
    """
    grouped = frozenset[str]() if complete else find_grouped(file)

    def is_told(finding: Finding) -> bool:
        apart = finding.grouped and finding.code in grouped
        return complete or not apart and not is_left_out(finding, file)

    bullets = [replace(bullet, findings=tuple(filter(is_told, bullet.findings))) for bullet in file.bullets]
    of_page = tuple(filter(is_told, file.findings))
    if most is None:
        return Shown(tuple(bullets), of_page)
    found = [finding for bullet in bullets for finding in bullet.findings] + list(of_page)
    kept: set[int] = set()
    seen: Counter[tuple[str, str]] = Counter()
    for finding in sorted(found, key=lambda item: SEVERITIES.index(item.severity)):
        rule = finding.code, finding.rule
        seen[rule] += 1
        if seen[rule] <= most:
            kept.add(id(finding))
    return Shown(
        tuple(
            replace(bullet, findings=tuple(item for item in bullet.findings if id(item) in kept))
            for bullet in bullets
        ),
        tuple(item for item in of_page if id(item) in kept),
        tuple((rule, count - most) for rule, count in sorted(seen.items()) if count > most),
    )
