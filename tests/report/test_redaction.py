"""Redaction: no word of the resume in any format."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from builders import make_report
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
