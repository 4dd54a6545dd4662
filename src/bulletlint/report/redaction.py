"""A report without the words of the resume: places, rules and figures stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletlint.core.facts import Evidence
from bulletlint.core.finding import BulletReport, FileReport, Finding

if TYPE_CHECKING:
    from bulletlint.core.rule import Rule

#: Stands for every letter and figure of a bullet, so that lengths and spaces stay as they are.
MASK = "x"


def mask_text(text: str) -> str:
    """Return the text with every letter and figure masked; its length and punctuation stay."""
    return "".join(MASK if character.isalnum() else character for character in text)


def redact_file(file: FileReport, summaries: Mapping[str, str]) -> FileReport:
    """Return a file's report in which bullets are masked and each message is the rule's summary, by its code.

    Messages, questions, rewrites, headings and lines that are not bullets quote the resume and are left out.
    """
    return replace(
        file,
        bullets=tuple(redact_bullet(bullet, summaries) for bullet in file.bullets),
        findings=tuple(redact_finding(finding, summaries) for finding in file.findings),
        left_out=(),
    )


def redact_bullet(bullet: BulletReport, summaries: Mapping[str, str]) -> BulletReport:
    """Return a bullet's report with every word of it masked."""
    lead = bullet.lead
    return replace(
        bullet,
        text=mask_text(bullet.text),
        section=None,
        lead=replace(lead, text=mask_text(lead.text), lemma=mask_text(lead.lemma)) if lead else None,
        evidence=redact_evidence(bullet.evidence),
        findings=tuple(redact_finding(finding, summaries) for finding in bullet.findings),
        rewrite=None,
    )


def redact_finding(finding: Finding, summaries: Mapping[str, str]) -> Finding:
    """Return a finding whose message is the summary of its rule."""
    return replace(finding, message=summaries.get(finding.code, finding.rule), question=None, suggestions=())


def redact_evidence(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence with its words masked."""
    return tuple(replace(item, text=mask_text(item.text)) for item in evidence)


def list_summaries(rules: Sequence[Rule]) -> dict[str, str]:
    """Return by its code the summary of each rule, and of each finding about a directive."""
    from bulletlint.rulebook.notices import NOTICES

    return {rule.code: rule.summary for rule in rules} | {notice.code: notice.summary for notice in NOTICES}
