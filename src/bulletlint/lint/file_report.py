"""The report of a file, put together from what was found in its bullets, with their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bulletlint.check.cover import Secrets, cover_lines, cover_text
from bulletlint.core.document import Bullet, Document
from bulletlint.core.finding import BulletReport, FileReport, Finding, Group, place_finding
from bulletlint.core.places import find_line_starts, find_place
from bulletlint.core.rule import Rule
from bulletlint.lint.reader_choice import ReaderChoice


def report_document(
    document: Document,
    analysed: Sequence[BulletReport],
    findings: tuple[Finding, ...],
    choice: ReaderChoice,
    secrets: Secrets,
) -> FileReport:
    """Return a file's report: what was found in each bullet, with the places of this file, and in the whole file.

    What is among the `secrets` is covered in headings and in the lines that are no bullets; bullets are covered before.
    """
    line_starts = find_line_starts(document.source)
    return FileReport(
        path=document.path,
        format=document.format,
        error=None,
        bullets=tuple(
            locate_report(bullet, report, line_starts, secrets)
            for bullet, report in zip(document.bullets, analysed, strict=True)
        ),
        findings=findings,
        left_out=cover_lines(document, secrets),
        notes=document.notes,
        profile=choice.profile,
        profile_reason=choice.reason,
        profile_chosen=choice.chosen,
        doubt=choice.doubt,
        lines=len(document.source.splitlines()) or len(document.blocks),
        groups=tuple(
            count_group(rule, analysed)
            for rule in choice.rules
            if rule.page is not None and (not rule.once or has_remark(rule, analysed))
        ),
    )


def has_remark(rule: Rule, reports: Sequence[BulletReport]) -> bool:
    """Tell whether a bullet has a remark of a rule that is made once a page."""
    return any(
        finding.grouped and finding.code == rule.code for report in reports for finding in report.findings
    )


def count_group(rule: Rule, reports: Sequence[BulletReport]) -> Group:
    """Return what is said once a page of a rule: of how many bullets it is asked, and how many have what it asks."""
    asked = [report for report in reports if rule.name in report.asked]
    missing = sum(any(finding.code == rule.code for finding in report.findings) for report in asked)
    return Group(rule.code, rule.name, rule.page or "", len(asked), len(asked) - missing, bool(rule.once))


def locate_report(
    bullet: Bullet, report: BulletReport, line_starts: tuple[int, ...], secrets: Secrets
) -> BulletReport:
    """Return a bullet's report with its places in the file and its heading filled in."""
    return replace(
        report,
        place=find_place(bullet, line_starts, 0, len(bullet.text)),
        section=cover_text(bullet.section, secrets.anywhere) if bullet.section else bullet.section,
        findings=tuple(
            place_finding(finding, find_place(bullet, line_starts, finding.start, finding.end))
            for finding in report.findings
        ),
    )
