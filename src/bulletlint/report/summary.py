"""The figures of a report: counts, score and coverage, computed once for every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bulletlint.check.score import COST_RULE, FALLBACK_RULE, score_resume
from bulletlint.core.finding import SEVERITIES, BulletReport, FileReport, Finding, Report, Severity
from bulletlint.core.settings import FailOn
from bulletlint.report.page_lines import is_left_out


@dataclass(frozen=True, slots=True)
class Coverage:
    """The share of delivery bullets, 0 to 1, that state each thing, of those that the profile asks it of.

    None if there is no such bullet.
    """

    metric: float | None
    cost: float | None
    fallback: float | None
    outcome_first: float | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a whole run comes to; `unreadable` counts the files that could not be read, `rule_names` are by code.

    `unjudged` counts the bullets in another language. What a report for people leaves out counts as `info`: nobody may
    wonder why a check fails.
    """

    files: int
    unreadable: int
    bullets: int
    findings: int
    by_rule: tuple[tuple[str, int], ...]
    by_severity: tuple[tuple[Severity, int], ...]
    score: int | None
    coverage: Coverage
    rule_names: tuple[tuple[str, str], ...] = ()
    unjudged: int = 0


class Tally:
    """The counts of a run, added up file by file, so that no file need be kept."""

    def __init__(self) -> None:
        self._files = self._unreadable = self._bullets = self._unjudged = 0
        self._by_rule: Counter[str] = Counter()
        self._names: dict[str, str] = {}
        self._by_severity: Counter[Severity] = Counter()
        self._scores: Counter[int] = Counter()
        self._stated: Counter[str] = Counter()

    def add(self, file: FileReport) -> None:
        """Count a file, its bullets and its findings."""
        self._files += 1
        self._unreadable += file.error is not None
        self._bullets += len(file.bullets)
        for finding in iterate_findings(file):
            self._by_rule[finding.code] += 1
            self._names[finding.code] = finding.rule
            self._by_severity["info" if is_left_out(finding, file) else finding.severity] += 1
        for bullet in file.bullets:
            self._unjudged += bullet.foreign
            if bullet.score is not None:
                self._scores[bullet.score] += 1
            if bullet.kind == "delivery" and not bullet.foreign:
                self._stated.update(list_stated(bullet))

    def summarise(self) -> Summary:
        """Return the figures of all that was counted."""

        def share(name: str, judged: str = "delivery") -> float | None:
            count = self._stated[judged]
            return round(self._stated[name] / count, 4) if count else None

        return Summary(
            files=self._files,
            unreadable=self._unreadable,
            bullets=self._bullets,
            findings=self._by_rule.total(),
            by_rule=tuple(sorted(self._by_rule.items())),
            by_severity=tuple((severity, self._by_severity[severity]) for severity in SEVERITIES),
            score=score_resume(tuple(self._scores.elements())),
            unjudged=self._unjudged,
            rule_names=tuple(sorted(self._names.items())),
            coverage=Coverage(
                share("metric"),
                share("cost", "asked cost"),
                share("fallback", "asked fallback"),
                share("outcome_first"),
            ),
        )


def list_stated(bullet: BulletReport) -> list[str]:
    """Return what a delivery bullet is asked and states: a result or a reach, a cost, a fallback, the outcome first."""
    stated = {
        "delivery": True,
        "metric": bullet.metric in ("outcome", "scale"),
        "outcome_first": bullet.outcome_first,
        "asked cost": COST_RULE in bullet.asked,
        "cost": COST_RULE in bullet.asked and bullet.cost != "none",
        "asked fallback": FALLBACK_RULE in bullet.asked,
        "fallback": FALLBACK_RULE in bullet.asked and bullet.fallback,
    }
    return [name for name, is_stated in stated.items() if is_stated]


def summarise(report: Report) -> Summary:
    """Return the figures of a report."""
    tally = Tally()
    for file in report.files:
        tally.add(file)
    return tally.summarise()


def iterate_findings(file: FileReport) -> Iterator[Finding]:
    """Yield the findings of a file's bullets, then those of the whole file."""
    for bullet in file.bullets:
        yield from bullet.findings
    yield from file.findings


def count_at_or_above(summary: Summary, severity: Severity) -> int:
    """Return how many findings are of a severity or a worse one."""
    failing = list_failing(severity)
    return sum(count for each, count in summary.by_severity if each in failing)


def list_failing(limit: FailOn) -> tuple[Severity, ...]:
    """Return the severities that fail a run with this limit: it and what is worse."""
    return () if limit == "never" else SEVERITIES[: SEVERITIES.index(limit) + 1]
