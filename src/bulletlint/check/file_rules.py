"""Ask the rules about whole files: what repeats, what is missing everywhere, what should not be there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bulletlint.check.fact_table import holds_all, holds_any
from bulletlint.check.file_facts import DocumentFacts, Spot, iterate_blocks
from bulletlint.core.document import Bullet, Document, Place
from bulletlint.core.finding import BulletReport, Finding
from bulletlint.core.places import find_line_starts, find_place, locate_offset
from bulletlint.core.rule import Clause, Condition, Rule

#: A piece of a file's text, with what finds a place in it.
Line = tuple[str, Bullet]
#: What stands in an output for a character that is not shown.
COVER = "█"


def check_document(document: Document, facts: DocumentFacts, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """Return what the rules of scope `document` find in a file, by place and code.

    No message has the words that a `lines` or `source` clause points at: they may be personal.
    """
    findings: list[Finding] = []
    line_starts = find_line_starts(document.source)
    lines = tuple((block.text, block) for block in iterate_blocks(document))
    for rule in rules:
        if (
            rule.scope != "document"
            or not holds_all(rule.when, facts)
            or holds(rule.unless, document, lines, facts)
        ):
            continue
        if rule.requires is not None:
            if not holds(rule.requires, document, lines, facts):
                findings.append(make_finding(rule, find_top(document), "", 1))
        elif rule.forbids is not None:
            for fact, values in rule.forbids.facts:
                if getattr(facts, fact) not in values:
                    continue
                spots = facts.find_spots(fact)
                findings += [make_spot_finding(rule, document, spot, line_starts) for spot in spots]
                if not spots:
                    findings.append(make_finding(rule, find_top(document), "", 1))
            places = dict.fromkeys(find_places(rule.forbids.clauses, document, lines, line_starts))
            findings += [make_finding(rule, place, "", 1) for place in places]
    return tuple(
        sorted(
            findings, key=lambda finding: (finding.place.line or 0, finding.place.column or 0, finding.code)
        )
    )


def holds(condition: Condition, document: Document, lines: Sequence[Line], facts: DocumentFacts) -> bool:
    """Tell whether some fact or some clause of a condition holds."""
    if holds_any(condition.facts, facts):
        return True
    return next(find_places(condition.clauses, document, lines, ()), None) is not None


def find_places(
    clauses: Sequence[Clause], document: Document, lines: Sequence[Line], line_starts: tuple[int, ...]
) -> Iterator[Place]:
    """Yield where expressions match, in the order of the clauses; a group of the expression is what it points at.

    `lines` are the file's pieces of text, made once for all rules.
    """
    for clause in clauses:
        for text in clause.pattern:
            expression = re.compile(text, re.IGNORECASE)
            if clause.kind == "source":
                for match in expression.finditer(document.source):
                    yield locate_match(match, line_starts)
                continue
            for line, block in lines:
                for match in expression.finditer(line):
                    yield (
                        find_place(block, line_starts, *match.span(match.lastindex or 0))
                        if line_starts
                        else Place()
                    )


def locate_match(match: re.Match[str], line_starts: tuple[int, ...]) -> Place:
    """Return the place of a match in the source."""
    if not line_starts:
        return Place()
    start, end = match.span(match.lastindex or 0)
    return Place(*locate_offset(line_starts, start), *locate_offset(line_starts, end))


def mask_reports(
    document: Document, reports: Sequence[BulletReport], rules: Sequence[Rule], findings: Sequence[Finding]
) -> list[BulletReport]:
    """Return the reports of bullets with every character covered that a rule of this kind must not show.

    `findings` are those about the document as a whole: a rule that looked at all of its text and found nothing there
    has nothing to cover.
    """
    found = {finding.code for finding in findings}
    seen = {block.text for block in document.blocks}
    split = bool(seen) and not seen.issuperset(report.text for report in reports)
    expressions = [
        re.compile(text, re.IGNORECASE)
        for rule in rules
        if rule.mask and rule.forbids is not None
        if rule.code in found or split or rule.scope != "document" or rule.when or rule.unless != Condition()
        for clause in rule.forbids.clauses
        if clause.kind == "lines"
        for text in clause.pattern
    ]
    return [mask_report(report, expressions) for report in reports] if expressions else list(reports)


def mask_report(report: BulletReport, expressions: Sequence[re.Pattern[str]]) -> BulletReport:
    """Return a bullet's report with what the expressions find covered, so that all offsets stay; without a rewrite."""
    spans = [
        match.span(match.lastindex or 0) for found in expressions for match in found.finditer(report.text)
    ]
    if not spans:
        return report
    text = report.text
    for start, end in spans:
        text = text[:start] + COVER * (end - start) + text[end:]
    evidence = tuple(replace(item, text=text[item.start : item.end]) for item in report.evidence)
    return replace(report, text=text, evidence=evidence, rewrite=None)


def find_top(document: Document) -> Place:
    """Return the place of a finding about a file as a whole: its first character, if it has source text."""
    return Place(1, 1, 1, 1) if document.source else Place()


def make_spot_finding(rule: Rule, document: Document, spot: Spot, line_starts: tuple[int, ...]) -> Finding:
    """Return the finding about a place in one of the file's bullets."""
    bullet = document.bullets[spot.bullet]
    place = find_place(bullet, line_starts, spot.start, spot.end)
    words = bullet.text[spot.start : spot.end]
    return make_finding(rule, place, words, spot.count, start=spot.start, end=spot.end)


def make_finding(
    rule: Rule, place: Place, words: str, count: int, *, start: int = 0, end: int = 0
) -> Finding:
    """Return a finding about a file; `start` and `end` are character offsets in a bullet where it is about one."""
    return Finding(
        code=rule.code,
        rule=rule.name,
        severity=rule.severity,
        message=rule.messages[-1].text.format(match=words, count=count),
        start=start,
        end=end,
        place=place,
        action=rule.action,
        question=rule.question,
    )
