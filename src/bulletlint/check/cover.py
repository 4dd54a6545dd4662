"""Cover what no report may show: the words that the expressions of a rule with `mask: true` find."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bulletlint.check.file_facts import iterate_blocks, iterate_contact
from bulletlint.core.document import Document, LeftOut
from bulletlint.core.rule import Rule
from bulletlint.evidence.reading import Reading

#: What stands in a report for a character that is not shown.
COVER = "█"


@dataclass(frozen=True, slots=True)
class Secrets:
    """The expressions for what is not shown: `anywhere`, and `contact` in the lines about the person.

    If an expression has a group, only the group is not shown.
    """

    anywhere: tuple[re.Pattern[str], ...] = ()
    contact: tuple[re.Pattern[str], ...] = ()

    @property
    def all(self) -> tuple[re.Pattern[str], ...]:
        return self.anywhere + self.contact


def list_secrets(rules: Sequence[Rule]) -> Secrets:
    """Return what the rules in force for a file do not let a report show, whether or not they find fault with it."""
    anywhere: list[re.Pattern[str]] = []
    contact: list[re.Pattern[str]] = []
    for rule in rules:
        if not rule.mask or rule.forbids is None:
            continue
        for clause in rule.forbids.clauses:
            if clause.kind == "lines":
                wanted = contact if clause.contact else anywhere
                wanted += [re.compile(text, re.IGNORECASE) for text in clause.pattern]
    return Secrets(tuple(anywhere), tuple(contact))


def cover_text(text: str, expressions: Sequence[re.Pattern[str]]) -> str:
    """Return a text of the same length in which nothing is left of what the expressions find."""
    spans = [match.span(match.lastindex or 0) for found in expressions for match in found.finditer(text)]
    for start, end in spans:
        text = text[:start] + COVER * (end - start) + text[end:]
    return text


def cover_reading(reading: Reading, secrets: Secrets) -> Reading:
    """Return a bullet's reading whose facts quote nothing that must not be shown; every offset stays."""
    facts = reading.facts
    text = cover_text(facts.text, secrets.anywhere)
    if text == facts.text:
        return reading
    evidence = tuple(replace(item, text=text[item.start : item.end]) for item in facts.evidence)
    marks = tuple(replace(mark, text=text[mark.start : mark.end]) for mark in facts.marks)
    lead = facts.lead
    if lead is not None and text[lead.start : lead.end] != facts.text[lead.start : lead.end]:
        shown = text[lead.start : lead.end]
        lead = replace(lead, text=shown, lemma=shown)
    return Reading(reading.tokens, replace(facts, text=text, evidence=evidence, marks=marks, lead=lead))


def cover_lines(document: Document, secrets: Secrets) -> tuple[LeftOut, ...]:
    """Return the lines of a file that are no bullets, with what must not be shown covered.

    It is looked for in the blocks, whose lines are still lines: an address may open one.
    """
    if not secrets.all:
        return document.left_out
    shown = {fold(block.text): cover_text(block.text, secrets.anywhere) for block in iterate_blocks(document)}
    if secrets.contact:
        for block in iterate_contact(document):
            shown[fold(block.text)] = cover_text(block.text, secrets.all)
    return tuple(
        replace(line, text=cover_text(fold(shown.get(fold(line.text), line.text)), secrets.anywhere))
        for line in document.left_out
    )


def fold(text: str) -> str:
    """Return a text with all its white space as single spaces, as a line that was left out has it."""
    return " ".join(text.split())
