"""Rewrites that were read again: filled with likely answers, each must break no rule that its bullet kept.

All rewrites of a batch go through the pipeline together; those that fail give way to their next proposal, or to none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bulletlint.check.cover import COVER
from bulletlint.core.facts import Ended
from bulletlint.core.finding import Finding, Rewrite
from bulletlint.core.rule import Rule
from bulletlint.evidence.objections.voice import read_length
from bulletlint.evidence.reading import Reading
from bulletlint.rewrite.filled import fill_likely, find_rule_faults

#: What an "auto" finding asks where no rewrite of its bullet holds.
QUESTION = "How would you put this yourself?"

#: The rule that counts words.
TOO_LONG = "too-long"

#: Reads and checks texts together: the findings of each, by the rules and the end of its job.
CheckAgain = Callable[[Sequence["Proposed"]], list[tuple[Finding, ...]]]


@dataclass(frozen=True, slots=True)
class Case:
    """A bullet that may be rewritten: how it was read, what was found in it, by which rules."""

    reading: Reading
    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A filled rewrite to be read again, under the rules of its bullet."""

    text: str
    rules: tuple[Rule, ...]
    ended: Ended


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rewrite of a bullet that holds, None where none does, and its findings with what of them that repairs."""

    rewrite: Rewrite | None
    findings: tuple[Finding, ...]


def choose_rewrites(
    cases: Sequence[Case],
    propose: Callable[[Reading, Sequence[Finding]], Iterator[Rewrite]],
    check_again: CheckAgain,
) -> list[Chosen]:
    """Return for each bullet the first of its proposals that holds when it is read again."""
    proposals = [
        propose(case.reading, case.findings) if case.findings and may_be_rewritten(case) else iter(())
        for case in cases
    ]
    chosen = [Chosen(None, settle_actions(case.findings, None)) for case in cases]
    open_cases = list(range(len(cases)))
    while open_cases:
        drafts = [(number, take_fitting(proposals[number], cases[number])) for number in open_cases]
        tried = [(number, draft) for number, draft in drafts if draft is not None]
        again = check_again(
            [
                Proposed(fill_likely(draft), cases[number].rules, cases[number].reading.facts.ended)
                for number, draft in tried
            ]
        )
        open_cases = []
        for (number, draft), after in zip(tried, again, strict=True):
            findings = cases[number].findings
            if find_rule_faults(draft, findings, after):
                open_cases.append(number)
            else:
                chosen[number] = Chosen(draft, settle_actions(findings, after))
    return chosen


def take_fitting(proposals: Iterator[Rewrite], case: Case) -> Rewrite | None:
    """Return the next proposal that is not too long for the rules: words can be counted without a parse."""
    limited = case.reading.facts.length != "long" and any(rule.name == TOO_LONG for rule in case.rules)
    return next(
        (draft for draft in proposals if not (limited and read_length(fill_likely(draft)) == "long")), None
    )


def may_be_rewritten(case: Case) -> bool:
    """Tell whether all of a bullet may stand in a rewrite: what is still blank is filled in first, what is covered out.

    A rewrite is made of the bullet's own words, so that it would show those that are covered.
    """
    return not case.reading.facts.blank and COVER not in case.reading.facts.text


def settle_actions(findings: tuple[Finding, ...], after: Sequence[Finding] | None) -> tuple[Finding, ...]:
    """Return the findings, "auto" only where the rewrite was seen to repair it: `after` are its own findings."""
    left = {finding.rule for finding in after} if after is not None else None
    return tuple(
        finding
        if finding.action == "ask" or (left is not None and finding.rule not in left)
        else replace(finding, action="ask", question=finding.question or QUESTION)
        for finding in findings
    )


def withhold_actions(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings, none of them "auto": nothing is rewritten, so that nothing was seen to be repaired."""
    return tuple(
        finding if finding.action == "ask" else replace(finding, action="ask") for finding in findings
    )
