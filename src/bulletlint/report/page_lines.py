"""What is true of so many bullets that it is said once a page."""

from __future__ import annotations

from collections.abc import Iterator

from bulletlint.core.facts import METRICS
from bulletlint.core.finding import BulletReport, FileReport, Finding
from bulletlint.report.places import describe_numbered

#: Bullets that such a line names, and bullets up to which each is told by itself, or a habit is none.
MOST_NAMED, FEW = 3, 2
#: The share of a page's bullets from which on what they have in common is a habit.
HABIT = 1 / 3


def list_page_lines(file: FileReport) -> Iterator[tuple[str, str, str]]:
    """Yield the code and name of each rule whose findings are grouped, and the line that stands for all of them."""
    grouped = find_grouped(file)
    for group in file.groups:
        if group.code not in grouped or file.profile_chosen and not group.habit:
            continue  # of AI in use it is said in its place, and of the rest it is better left unsaid
        bullets = [
            (number, bullet)
            for number, bullet in enumerate(file.bullets, start=1)
            if any(
                finding.grouped and finding.code == group.code and not is_left_out(finding, file)
                for finding in bullet.findings
            )
        ]
        if is_habit(len(bullets), len(file.bullets)) if group.habit else bullets:
            strongest = sorted(bullets, key=lambda item: measure_substance(item[1]), reverse=True)[
                :MOST_NAMED
            ]
            lines = describe_numbered(
                [(number, bullet.place) for number, bullet in sorted(strongest, key=by_number)]
            )
            yield (
                group.code,
                group.rule,
                group.wording.format(stated=group.stated, asked=group.asked, found=len(bullets), lines=lines),
            )


def is_left_out(finding: Finding, file: FileReport) -> bool:
    """Tell whether reports for people leave a finding out; who names a profile hears all that it asks."""
    return finding.unsaid and file.profile_chosen


def find_grouped(file: FileReport) -> frozenset[str]:
    """Return the codes of the rules that are told once a page: habits, and what more than a few bullets are asked."""
    return frozenset(group.code for group in file.groups if group.habit or group.asked > FEW)


def is_habit(found: int, bullets: int) -> bool:
    """Tell whether something is found in so many of a page's bullets that it is worth a line of its own."""
    return found > FEW and found >= HABIT * bullets


def by_number(item: tuple[int, BulletReport]) -> int:
    """Return the number of a numbered bullet."""
    return item[0]


def measure_substance(bullet: BulletReport) -> tuple[int, int]:
    """Return how much a bullet has to show already, to compare: the kind of its number, then its score."""
    metric = METRICS.index(bullet.metric) if bullet.metric in METRICS else len(METRICS)
    return -metric, bullet.score or 0
