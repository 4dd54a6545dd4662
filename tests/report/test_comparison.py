"""A comparison as text and as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files

import jsonschema

from builders import make_evidence, make_report
from bulletlint.core.document import Place
from bulletlint.core.finding import FileReport, Finding
from bulletlint.core.web_pages import find_page_url
from bulletlint.lint.comparison import compare_versions
from bulletlint.report.comparison import redact_comparison, render_comparison, render_comparison_json
from bulletlint.report.redaction import list_summaries
from bulletlint.report.text_style import TextStyle
from bulletlint.rulebook.load import load_rules

REPORT = make_report()
OLD = REPORT.files[0]
PLAIN = TextStyle(width=90)


def make_new() -> FileReport:
    """Return the second version: the weak bullet reworded below the strong one, one finding gone, one new."""
    weak, strong = OLD.bullets
    text = "Cut p95 latency with Redis caching for the search API."
    new = Finding("BL606", "filler", "info", "Empty", 0, 3, Place(4, 3, 4, 6), "auto")
    reworded = replace(weak, text=text, place=Place(4, 3, 4, 50), findings=(weak.findings[1], new), score=80)
    reworded = replace(reworded, evidence=(make_evidence(text, "Redis", "technique"),))
    return replace(OLD, path="new.md", bullets=(replace(strong, place=Place(3, 3, 3, 9)), reworded))


def test_text_shows_what_changed_and_the_figures() -> None:
    """What is as it was is counted only."""
    assert render_comparison(compare_versions([OLD], [make_new()]), PLAIN) == (
        "new.md:4:3  changed, was resume.md:3:3; score 55 → 80\n"
        "  - Implemented Redis caching for the search API, cutting p95 latency by 40 %.\n"
        "  + Cut p95 latency with Redis caching for the search API.\n"
        "  gone  error    BL101  weak-verb\n"
        "  new   info     BL606  filler  Empty\n"
        "\n"
        "Findings: 1 gone, 1 new (1 info), 1 the same; score 78 → 90 of 100\n"
        "Bullets: 1 changed, 1 the same, 1 moved\n"
        "Profile: ai-pm.\n"
    )


def test_verbose_shows_what_is_the_same_and_quiet_no_figures() -> None:
    """Nothing at all is printed of two equal versions when quiet."""
    shown = render_comparison(compare_versions([OLD], [make_new()]), replace(PLAIN, verbose=True))
    assert "new.md:3:3  same words, was resume.md:4:3, moved; score 100 → 100\n" in shown
    assert "  same  warning  BL301  missing-cost  Nothing says what this cost\n" in shown
    assert render_comparison(compare_versions([OLD], [OLD]), replace(PLAIN, quiet=True)) == ""


def test_a_narrow_terminal_breaks_every_line_and_a_page_stands_last() -> None:
    """No line is longer, and findings about the page have a head of their own."""
    new = replace(make_new(), findings=(OLD.bullets[0].findings[0],))
    shown = render_comparison(compare_versions([OLD], [new]), TextStyle(width=50))
    assert max(map(len, shown.splitlines()[1:])) <= 50
    assert 'the page as a whole\n  new   error    BL101  weak-verb\n    "Implemented" says' in shown


def test_codes_are_links_where_the_terminal_opens_them() -> None:
    """And the lines stay as long as they are."""
    comparison = compare_versions([OLD], [make_new()])
    linked = render_comparison(comparison, replace(PLAIN, links=True))
    assert f"\x1b]8;;{find_page_url('filler')}\x1b\\BL606\x1b]8;;\x1b\\  filler" in linked
    assert re.sub(r"\x1b\]8;;.*?\x1b\\", "", linked) == render_comparison(comparison, PLAIN)


def test_json_fits_its_schema() -> None:
    """With places, both texts, and what is the same."""
    written = render_comparison_json(compare_versions([OLD], [make_new()]), REPORT.tool)
    schema = json.loads(files("bulletlint").joinpath("schema/comparison-1.json").read_text("utf-8"))
    content = json.loads(written)
    jsonschema.Draft202012Validator(schema).validate(content)
    assert content["summary"] == {"gone": 1, "new": 1, "same": 1, "lost": 0, "score": [78, 90]}
    assert [bullet["change"] for bullet in content["bullets"]] == ["same", "changed"]
    assert content["bullets"][1]["old"]["text"] == OLD.bullets[0].text
    assert content["bullets"][1]["findings"]["gone"][0]["code"] == "BL101"


def test_no_word_is_shown_when_redacted() -> None:
    """Neither of a version nor of what was lost."""
    removed = compare_versions([OLD], [replace(OLD, bullets=())])
    assert [item.text for bullet in removed.bullets for item in bullet.lost] == ["Redis", "40 %"]
    redacted = redact_comparison(removed, list_summaries(load_rules()))
    for shown in (render_comparison(redacted, PLAIN), render_comparison_json(redacted, REPORT.tool)):
        assert [
            word for word in ("Redis", "40", "Implemented", "Experience", "database") if word in shown
        ] == []
        assert "xxxxx" in shown
