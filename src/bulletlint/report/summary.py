"""The figures of a report: counts, score and coverage, computed once for every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bulletlint.finding import BulletReport, FileReport, Finding, Report, Severity
from bulletlint.score import score_resume

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Coverage:
    """The share of delivery bullets, 0 to 1, that state each thing; None where there is no such bullet."""

    metric: float | None
    cost: float | None
    fallback: float | None
    outcome_first: float | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a whole run comes to; `unreadable` counts the files that could not be read."""

    files: int
    unreadable: int
    bullets: int
    findings: int
    by_rule: tuple[tuple[str, int], ...]
    by_severity: tuple[tuple[Severity, int], ...]
    score: int | None
    coverage: Coverage


def summarise(report: Report) -> Summary:
    """Return the figures of a report."""
    findings = [finding for file in report.files for finding in iterate_findings(file)]
    bullets = [bullet for file in report.files for bullet in file.bullets]
    by_rule = Counter(finding.code for finding in findings)
    by_severity = Counter(finding.severity for finding in findings)
    return Summary(
        files=len(report.files),
        unreadable=sum(file.error is not None for file in report.files),
        bullets=len(bullets),
        findings=len(findings),
        by_rule=tuple(sorted(by_rule.items())),
        by_severity=tuple((severity, by_severity[severity]) for severity in SEVERITIES),
        score=score_resume([bullet.score for bullet in bullets]),
        coverage=measure_coverage(bullets),
    )


def measure_coverage(bullets: Iterable[BulletReport]) -> Coverage:
    """Return which share of the delivery bullets has a result or a reach, a cost, a fallback, the outcome in front."""
    judged = [bullet for bullet in bullets if bullet.kind == "delivery"]

    def share(count: int) -> float | None:
        return round(count / len(judged), 4) if judged else None

    return Coverage(
        metric=share(sum(bullet.metric in ("outcome", "scale") for bullet in judged)),
        cost=share(sum(bullet.cost != "none" for bullet in judged)),
        fallback=share(sum(bullet.fallback for bullet in judged)),
        outcome_first=share(sum(bullet.outcome_first for bullet in judged)),
    )


def iterate_findings(file: FileReport) -> Iterator[Finding]:
    """Yield the findings of a file's bullets, then those of the whole file."""
    for bullet in file.bullets:
        yield from bullet.findings
    yield from file.findings


def count_at_or_above(report: Report, severity: Severity) -> int:
    """Return how many findings are of a severity or a worse one."""
    worse = SEVERITIES[: SEVERITIES.index(severity) + 1]
    return sum(finding.severity in worse for file in report.files for finding in iterate_findings(file))
