"""A report as a flat list of findings, for the formats that know nothing of bullets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bulletlint.baseline import make_fingerprint
from bulletlint.finding import BulletReport, FileReport, Finding, Report


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with its file and bullet (None: it is about the whole file).

    `fingerprint` stays when lines move; `number` counts findings of one fingerprint in a report, from 0 on.
    """

    file: FileReport
    bullet: BulletReport | None
    finding: Finding
    fingerprint: str
    number: int


def iterate_rows(report: Report) -> Iterator[Row]:
    """Yield every finding, files in their order, those of bullets first."""
    seen: Counter[str] = Counter()
    for file in report.files:
        pairs: list[tuple[BulletReport | None, Finding]] = [
            (bullet, finding) for bullet in file.bullets for finding in bullet.findings
        ]
        pairs += [(None, finding) for finding in file.findings]
        for bullet, finding in pairs:
            fingerprint = make_fingerprint(finding, bullet.text if bullet else finding.message)
            yield Row(file, bullet, finding, fingerprint, seen[fingerprint])
            seen[fingerprint] += 1


def describe_finding(finding: Finding) -> str:
    """Return the finding in one line: message, suggestions, question."""
    parts = [finding.message]
    if finding.suggestions:
        parts.append(f"(try {', '.join(finding.suggestions)})")
    if finding.question:
        parts.append(f"– {finding.question}")
    return " ".join(parts)


def describe_spot(finding: Finding) -> str:
    """Return page, paragraph or pointer as words, empty where the format has lines."""
    place = finding.place
    if place.line is not None:
        return ""
    if place.page is not None:
        return f"page {place.page}"
    if place.paragraph is not None:
        return f"paragraph {place.paragraph}"
    return place.pointer or ""
