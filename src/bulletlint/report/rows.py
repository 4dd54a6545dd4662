"""A file's report as a flat list of findings, for the formats that know nothing of bullets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bulletlint.core.finding import BulletReport, FileReport, Finding
from bulletlint.lint.baseline import make_fingerprint
from bulletlint.report.places import NOWHERE, describe_spot


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with its file and bullet (None: it is about the whole file)."""

    file: FileReport
    bullet: BulletReport | None
    finding: Finding


def iterate_rows(file: FileReport) -> Iterator[Row]:
    """Yield every finding of a file, those of bullets first."""
    for bullet in file.bullets:
        for finding in bullet.findings:
            yield Row(file, bullet, finding)
    for finding in file.findings:
        yield Row(file, None, finding)


def number_rows(rows: Iterable[Row], seen: Counter[str]) -> Iterator[tuple[Row, str, int]]:
    """Yield each row with its fingerprint, which stays when lines move, and how often `seen` has had that one."""
    for row in rows:
        text = row.bullet.text if row.bullet else row.finding.message
        fingerprint = make_fingerprint(row.finding, text)
        yield row, fingerprint, seen[fingerprint]
        seen[fingerprint] += 1


def describe_finding(finding: Finding) -> str:
    """Return the finding in one line: message, suggestions, question."""
    parts = [finding.message]
    if finding.suggestions:
        parts.append(f"(try {', '.join(finding.suggestions)})")
    if finding.question:
        parts.append(f"– {finding.question}")
    return " ".join(parts)


def describe_located(finding: Finding) -> str:
    """Return the finding in one line after its page, paragraph or pointer; lines are left to the format."""
    spot = describe_spot(finding.place)
    said = describe_finding(finding)
    return said if finding.place.line is not None or spot == NOWHERE else f"{spot}: {said}"
