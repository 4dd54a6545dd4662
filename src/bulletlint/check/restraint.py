"""What is true of a page's bullets but better left unsaid: a second ask for one fault, what stands next to it.

A page gets few remarks, each worth acting on. What is left unsaid is still a finding and in every format for programs;
where the page chose its reader it counts as a remark, so that no check fails by what nobody is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bulletlint.core.finding import SEVERITIES, BulletReport, Finding
from bulletlint.core.rule import Rule

#: Remarks on one bullet at most, bullets up to which one stands beside another, and bullets of a page that are asked
#: for what one of them may say for the rest.
MOST_SAID, NEAR, MOST_ASKED = 2, 1, 2


def hold_back(
    reports: Sequence[BulletReport],
    sections: Sequence[str | None],
    rules: Sequence[Rule],
    past: Collection[int] = (),
) -> tuple[BulletReport, ...]:
    """Return the bullets of a page, in their order, with the findings marked that are better left unsaid.

    `sections` are the headings that they stand under, `past` the numbers of those that tell of work long past.
    """
    known = {rule.name: rule for rule in rules}
    asked: Counter[str] = Counter()
    held: list[BulletReport] = []
    for number, report in enumerate(reports):
        near = [
            reports[other]
            for other in range(max(0, number - NEAR), min(len(reports), number + NEAR + 1))
            if other != number and sections[other] == sections[number]
        ]
        silent = {
            rule.name
            for rule in known.values()
            if rule.recent
            and number in past
            or rule.beside
            and (asked[rule.name] >= MOST_ASKED or is_beside(rule, near))
        }
        said = choose_said(report.findings, known, silent)
        asked.update(finding.rule for place, finding in enumerate(report.findings) if place in said)
        findings = tuple(
            finding
            if place in said or finding.unsaid or is_habit(finding, known)
            else replace(finding, unsaid=True)
            for place, finding in enumerate(report.findings)
        )
        held.append(report if findings == report.findings else replace(report, findings=findings))
    return tuple(held)


def choose_said(
    findings: Sequence[Finding], rules: Mapping[str, Rule], silent: Collection[str]
) -> frozenset[int]:
    """Return which of a bullet's findings are said, by their place among them; none of the rules in `silent`.

    What is told as a habit of the page takes no room of the others.
    """
    open_places = [
        place
        for place, finding in enumerate(findings)
        if not finding.unsaid and not is_habit(finding, rules) and finding.rule not in silent
    ]
    names = {findings[place].rule for place in open_places}
    left = [
        place
        for place in open_places
        if findings[place].rule not in rules or names.isdisjoint(rules[findings[place].rule].behind)
    ]
    left.sort(key=lambda place: (SEVERITIES.index(findings[place].severity), place))
    return frozenset(left[:MOST_SAID])


def is_habit(finding: Finding, rules: Mapping[str, Rule]) -> bool:
    """Tell whether a finding is told, if at all, as one of many on its page."""
    return finding.grouped and finding.rule in rules and bool(rules[finding.rule].once)


def is_beside(rule: Rule, near: Sequence[BulletReport]) -> bool:
    """Tell whether a bullet nearby has what a rule requires."""
    required = rule.requires.facts if rule.requires else ()
    return any(getattr(report, fact, None) in values for report in near for fact, values in required)
