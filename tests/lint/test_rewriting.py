"""Rewrites are read again before they are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bulletlint.core.finding import BulletReport, Rewrite
from bulletlint.core.settings import Settings
from bulletlint.evidence.reading import Reading
from bulletlint.lint.linter import Linter
from bulletlint.lint.rewriting import Case, take_fitting
from bulletlint.rewrite.sentence.piece import replace_slots

LINTER = Linter(Settings(profile="ai-pm"))


def lint(text: str, linter: Linter = LINTER) -> BulletReport:
    return linter.lint_text(text).files[0].bullets[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # everything fits
        (
            "Implemented Redis caching for the search API, cutting p95 latency by 40 %.",
            "Cut p95 latency by 40 % with Redis caching for the search API, at ⟨cost⟩, with ⟨fallback⟩.",
        ),
        # with every blank it would be over the length rule: the result is asked for first
        (
            "Architected, documented and prepared the release cycle of an internal portal that manages the computing "
            "resources of all nine research institutes across the whole organisation for us.",
            "⟨what⟩ by architecting, documenting and preparing the release cycle of an internal "
            "portal that manages the computing resources of all nine research institutes across the whole "
            "organisation for us.",
        ),
    ],
)
def test_a_rewrite_gives_way_to_a_smaller_one(text: str, expected: str) -> None:
    """Where a rule that the bullet kept would be broken."""
    report = lint(text)
    assert report.rewrite is not None
    assert name_slots(report.rewrite) == expected


def name_slots(rewrite: Rewrite) -> str:
    """Return the text of a rewrite with the names of its slots, whatever their labels say."""
    return replace_slots(rewrite, lambda slot: f"⟨{slot.name}⟩")


def test_auto_is_what_the_rewrite_was_seen_to_repair() -> None:
    """Other findings that could be repaired by words alone become questions."""
    report = lint("Implemented Redis caching for the search API, cutting p95 latency by 40 %.")
    actions = {finding.rule: finding.action for finding in report.findings}
    assert (actions["weak-verb"], actions["missing-cost"]) == ("auto", "ask")
    unmoved = lint("Built " + "a very long list of things that nobody would ever read to its end, " * 6)
    assert unmoved.rewrite is None
    assert {finding.action for finding in unmoved.findings} == {"ask"}
    assert all(finding.question for finding in unmoved.findings)


def test_nothing_is_rewritten_where_nobody_sees_it() -> None:
    """A second parse would be for nothing."""
    linter = Linter(Settings(profile="ai-pm", rewrites=False))
    report = lint("Implemented Redis caching for the search API, cutting p95 latency by 40 %.", linter)
    assert report.rewrite is None
    assert "weak-verb" in {finding.rule for finding in report.findings}
    assert {finding.action for finding in report.findings} == {"ask"}  # nothing was seen to be repaired


@pytest.mark.parametrize(
    "text",
    [
        "Cut p95 latency by [X%] for 2M users with a cache.",
        "IMPLEMENTED REDIS CACHING FOR THE SEARCH API, CUTTING P95 LATENCY BY 40 %.",
        "Embedding refresh stalls → the banner says so and an engineer is paged.",
    ],
)
def test_odd_bullets_keep_their_sentence(text: str) -> None:
    """Blanks of other people's, capitals, arrows: no word moves."""
    rewrite = lint(text).rewrite
    assert rewrite is None or rewrite.text.startswith(text.rstrip("."))


BAD = {
    # nothing: too long, open blanks
    "Built a service that " + "reads the invoices of one more client and " * 42 + "stops.": None,
    "Built a parser for invoices at ⟨cost⟩.": None,
    "Built a parser for [N] clients, cutting typing by [X%].": None,
    "Built a parser for XX clients, cutting typing by <number> %, TBD.": None,
    # three sentences
    "Built a parser for invoices. It reads nine formats. The accountants stopped typing them.":
        "⟨what⟩ by building a parser for invoices. It reads nine formats. The accountants stopped typing them.",
    # no verb
    "A migration tool, two dashboards and a search page for a German payroll app.":
        "⟨what⟩ with a migration tool, two dashboards and a search page for a German payroll app, with ⟨fallback⟩.",
    # a number in every second word
    "Built 3 parsers for 9 formats of 40 clients in 12 weeks with 2 people, cutting 30 hours to 4 for 6 clerks.":
        "Cut 30 hours to 4 for 6 clerks by building 3 parsers for 9 formats of 40 clients in 12 weeks with 2 people.",
    # nothing is worth asking: capitals, brackets, what was not done
    "BUILT A PARSER FOR INVOICES, CUTTING TYPING BY 40 %.": None,
    "Built a parser for invoices {cutting} typing by 40 %.": None,
    "Did not cut costs by 40 %, but built a parser for invoices.": None,
    "Wrote a plan to cut typing by 40 %.": None,
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BAD.items())
def test_bad_input_gets_a_smaller_change_or_none(text: str, expected: str | None) -> None:
    """Never broken grammar, never a lost fact."""
    rewrite = lint(f"- {text}").rewrite
    assert (name_slots(rewrite) if rewrite else None) == expected


def test_a_proposal_that_is_too_long_is_not_parsed() -> None:
    """Its words are counted; without the rule, or where the bullet is too long itself, it is tried."""
    long = Rewrite("word " * 40)
    case = Case(lint_reading("Built a parser."), (), LINTER.rulebook.rules)
    short = Rewrite("Cut it.")
    assert take_fitting(iter([long, short]), case) == short
    assert take_fitting(iter([long]), case) is None
    assert take_fitting(iter([long]), replace(case, rules=())) == long
    wordy = replace(case, reading=lint_reading("Built a parser " + "and a parser " * 20))
    assert take_fitting(iter([long]), wordy) == long


def lint_reading(text: str) -> Reading:
    analyser = LINTER.load_analyser()
    return analyser.read(analyser.nlp(text))
