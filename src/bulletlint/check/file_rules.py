"""Ask the rules about whole files: what repeats, what is missing everywhere, what should not be there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletlint.check.fact_table import holds_all, holds_any
from bulletlint.check.file_facts import DocumentFacts, iterate_blocks, iterate_contact
from bulletlint.check.spot import Spot
from bulletlint.core.document import Bullet, Document, Place
from bulletlint.core.finding import Finding
from bulletlint.core.places import find_line_starts, find_place, locate_offset
from bulletlint.core.rule import Clause, Condition, Rule

#: A piece of a file's text, with what finds a place in it.
Line = tuple[str, Bullet]
#: Words of another bullet that a message quotes.
_QUOTED = 6


def check_document(
    document: Document, facts: DocumentFacts, rules: Sequence[Rule], *, shown: Sequence[str] | None = None
) -> tuple[Finding, ...]:
    """Return what the rules of scope `document` find in a file, by place and code.

    No message has the words that a `lines` or `source` clause points at: they may be personal. `shown` are the texts
    of the bullets as a message may quote them; as they are if not given.
    """
    shown = [bullet.text for bullet in document.bullets] if shown is None else shown
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
            missing = find_missing(rule.requires, document, lines)
            if missing:
                findings.append(
                    make_finding(rule, find_top(document), "", len(missing), other=list_words(missing))
                )
            elif not any(clause.called for clause in rule.requires.clauses) and not holds(
                rule.requires, document, lines, facts
            ):
                findings.append(make_finding(rule, find_top(document), "", 1))
        elif rule.forbids is not None:
            for fact, values in rule.forbids.facts:
                if getattr(facts, fact) not in values:
                    continue
                spots = facts.find_spots(fact)
                findings += [
                    make_spot_finding(rule, fact, document, spot, line_starts, shown) for spot in spots
                ]
                if not spots:
                    findings.append(make_finding(rule, find_top(document), "", 1, fact=fact))
            for clause in rule.forbids.clauses:
                places = dict.fromkeys(find_places((clause,), document, lines, line_starts))
                already = {finding.place for finding in findings if finding.code == rule.code}
                findings += [
                    make_finding(rule, place, "", 1, other=clause.called)
                    for place in places
                    if place not in already
                ]
    return tuple(
        sorted(
            findings, key=lambda finding: (finding.place.line or 0, finding.place.column or 0, finding.code)
        )
    )


def find_missing(condition: Condition, document: Document, lines: Sequence[Line]) -> list[str]:
    """Return the names of the clauses that find nothing, in their order: of those with a name every one is needed."""
    return [
        clause.called
        for clause in condition.clauses
        if clause.called and next(find_places((clause,), document, lines, ()), None) is None
    ]


def list_words(names: Sequence[str]) -> str:
    """Return names as a list in words: "the signal, the figure and who acts"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


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
            for line, block in choose_lines(clause, lines, document):
                for match in expression.finditer(line):
                    yield (
                        find_place(block, line_starts, *match.span(match.lastindex or 0))
                        if line_starts
                        else Place()
                    )


def choose_lines(clause: Clause, lines: Sequence[Line], document: Document) -> Sequence[Line]:
    """Return the lines that a clause looks at: all, or those about the person, before and outside the jobs."""
    return [(block.text, block) for block in iterate_contact(document)] if clause.contact else lines


def locate_match(match: re.Match[str], line_starts: tuple[int, ...]) -> Place:
    """Return the place of a match in the source."""
    if not line_starts:
        return Place()
    start, end = match.span(match.lastindex or 0)
    return Place(*locate_offset(line_starts, start), *locate_offset(line_starts, end))


def find_top(document: Document) -> Place:
    """Return the place of a finding about a file as a whole: its first character, if it has source text."""
    return Place(1, 1, 1, 1) if document.source else Place()


def make_spot_finding(
    rule: Rule,
    fact: str,
    document: Document,
    spot: Spot,
    line_starts: tuple[int, ...],
    shown: Sequence[str],
) -> Finding:
    """Return the finding about a place in one of the file's bullets, or about the file."""
    if spot.bullet < 0:
        return make_finding(rule, find_top(document), "", spot.count, fact=fact, other=spot.other)
    other = spot.other if spot.twin is None else name_bullet(document, spot.twin, line_starts, shown)
    bullet = document.bullets[spot.bullet]
    place = find_place(bullet, line_starts, spot.start, spot.end)
    words = shown[spot.bullet][spot.start : spot.end]
    return make_finding(
        rule, place, words, spot.count, fact=fact, other=other, start=spot.start, end=spot.end
    )


def name_bullet(document: Document, number: int, line_starts: tuple[int, ...], shown: Sequence[str]) -> str:
    """Return how a message names another bullet: its line, or its first words in a format without lines."""
    bullet = document.bullets[number]
    place = find_place(bullet, line_starts, 0, len(bullet.text))
    if place.line is not None:
        return f"line {place.line}"
    return f'"{" ".join(shown[number].split()[:_QUOTED])} …"'


def make_finding(
    rule: Rule,
    place: Place,
    words: str,
    count: int,
    *,
    fact: str = "",
    other: str = "",
    start: int = 0,
    end: int = 0,
) -> Finding:
    """Return a finding about a file; `start` and `end` are character offsets in a bullet where it is about one.

    Of several messages that one is said whose `when` names the fact, else the last.
    """
    said = next(
        (message for message in rule.messages if any(name == fact for name, _ in message.when)),
        rule.messages[-1],
    )
    return Finding(
        code=rule.code,
        rule=rule.name,
        severity=rule.severity,
        message=said.text.format(match=words, count=count, other=other),
        start=start,
        end=end,
        place=place,
        action=rule.action,
        question=rule.question,
        unsaid=said.unsaid,
    )
