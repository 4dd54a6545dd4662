"""Bullets through the pipeline: one report a job, in order."""

from __future__ import annotations

import pytest

from builders import RULE, load_shipped_words, make_pipeline, make_rule, read_all_simply
from bulletlint.check.rule_patterns import compile_rules
from bulletlint.core.document import Place
from bulletlint.core.finding import Rewrite
from bulletlint.lint.analysis import Analyser, Job, analyse_bullets, drop_terms

RULES = (
    make_rule(),
    make_rule(RULE.replace("BL101", "BL102").replace("weak-verb", "other-verb"), name="other-verb"),
)


def make_analyser(**changes: object) -> Analyser:
    nlp = make_pipeline()
    return Analyser(nlp, compile_rules(RULES, load_shipped_words()), read_all_simply, **changes)  # type: ignore[arg-type]


def test_each_job_is_asked_its_own_rules() -> None:
    """Reports come in the order of the jobs, without a place."""
    jobs = [Job("Built a cache.", RULES), Job("Cut costs.", RULES), Job("Built a cache.", RULES[1:])]
    reports = list(analyse_bullets(make_analyser(), jobs))
    assert [[finding.code for finding in report.findings] for report in reports] == [
        ["BL101", "BL102"],
        [],
        ["BL102"],
    ]
    assert [report.text for report in reports] == [job.text for job in jobs]
    assert all(report.place == Place() for report in reports)


def test_only_a_bullet_with_findings_is_rewritten() -> None:
    """A clean one needs none."""
    analyser = make_analyser(propose=lambda reading, findings: iter([Rewrite("Cut costs.")]))
    reports = list(analyse_bullets(analyser, [Job("Built a cache.", RULES), Job("Cut costs.", RULES)]))
    assert [report.rewrite for report in reports] == [Rewrite("Cut costs."), None]


@pytest.mark.parametrize(
    ("terms", "left"),
    [((), 2), (("built",), 0), (("Built a cache",), 0), (("cache",), 2), (("Buil",), 2), (("a.c",), 2)],
)
def test_a_finding_inside_a_term_that_is_never_flagged_is_dropped(terms: tuple[str, ...], left: int) -> None:
    """In any case, as whole words, and nothing in a term is a pattern."""
    (report,) = analyse_bullets(make_analyser(never_flag=terms), [Job("Built a cache.", RULES)])
    assert len(report.findings) == left


def test_dropping_looks_at_every_place_of_a_term() -> None:
    """The second one counts as the first."""
    (report,) = analyse_bullets(make_analyser(), [Job("Built and Built.", RULES[:1])])
    assert drop_terms("Built and Built.", report.findings, ("built",)) == ()
