"""Redaction: no word of the resume in any format."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from builders import make_report
from bulletlint.core.document import LeftOut, Place
from bulletlint.report import FORMATS
from bulletlint.report.formats import render_report
from bulletlint.report.redaction import list_summaries, mask_text, redact_file
from bulletlint.report.style import View
from bulletlint.rulebook.load import load_rules

#: Words of the resume that no rule, format or template uses.
PRIVATE = ("Implemented", "Redis", "caching", "latency", "Cut", "database")


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_shows_a_word_of_the_resume(format: str) -> None:
    """Bullets, evidence, leads, messages and rewrites are masked or left out."""
    report, summaries = make_report(), list_summaries(load_rules())
    view = View("never", verbose=True, rules=())
    shown = render_report(
        replace(report, files=tuple(redact_file(file, summaries) for file in report.files)), format, view
    )
    assert [word for word in PRIVATE if re.search(rf"\b{word}\b", shown)] == []
    if format in ("text", "json", "jsonl"):
        assert mask_text("Implemented Redis") in shown
    open_view = render_report(make_report(), format, View("never", verbose=True))
    assert [word for word in PRIVATE if re.search(rf"\b{word}\b", open_view)] != []


def test_masking_keeps_length_and_punctuation() -> None:
    """So that the places of findings still fit."""
    assert mask_text("Cut p95 by 40 %, é!") == "xxx xxx xx xx %, x!"


def test_each_part_of_a_report_is_masked_or_left_out() -> None:
    """A lead in both its forms, evidence, headings, messages, questions, suggestions, rewrites, other lines."""
    (file, *_) = make_report().files
    weak, strong = file.bullets
    assert weak.lead is not None
    left = LeftOut("Jo Reed", "heading", Place(1, 1))
    bullets = (replace(weak, lead=replace(weak.lead, lemma="implement it")), replace(strong, lead=None))
    masked = redact_file(replace(file, bullets=bullets, left_out=(left,)), {"BL101": "The lead is weak."})
    first, second = masked.bullets
    assert first.lead is not None
    assert (first.lead.text, first.lead.lemma) == ("xxxxxxxxxxx", "xxxxxxxxx xx")
    assert second.lead is None
    assert [item.text for item in first.evidence] == ["xx %", "xxxxx"]
    assert (first.text, first.section, first.rewrite) == (mask_text(weak.text), None, None)
    assert [(one.message, one.question, one.suggestions) for one in first.findings] == [
        ("The lead is weak.", None, ()),
        ("missing-cost", None, ()),  # a rule of which nothing is known says its name
    ]
    assert masked.left_out == ()
    assert [(one.code, one.start, one.end, one.place) for one in first.findings] == [
        (one.code, one.start, one.end, one.place) for one in weak.findings
    ]


def test_summaries_are_those_of_rules_and_of_directives() -> None:
    """Each by its code."""
    rules = load_rules()
    summaries = list_summaries(rules)
    assert summaries.keys() == {rule.code for rule in rules} | {"BL001", "BL002", "BL003"}
    assert all(summaries[rule.code] == rule.summary for rule in rules)
