"""Blanks that were left to be filled in, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletlint import lint_text
from bulletlint.evidence.blanks import find_blanks, is_request, mask_blanks

WORDS = ("number", "amount", "product name", "timeframe", "manager")


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("Cut p95 by ⟨how much⟩, at ⟨cost⟩.", ["⟨how much⟩", "⟨cost⟩"]),
        ("Cut costs by [X%] in [insert timeframe].", ["[X%]", "[insert timeframe]"]),
        ("Led <number> cooks and {amount} helpers.", ["<number>", "{amount}"]),
        ("Saved $XXX,XXX a year.", ["$XXX,XXX"]),
        ("Raised $X million.", ["$X million"]),
        ("Handled XX calls a day.", ["XX"]),
        ("Cut waste by XX%.", ["XX%"]),
        ("Cut waste by X percent.", ["X percent"]),
        ("From ___ to __%.", ["___", "__%"]),
        ("Grew sales by ???%.", ["???%"]),
        ("Cut costs by TBD", ["TBD"]),
        ("Grew from TODO to 9,000.", ["TODO"]),
        ("Reported to [manager].", ["[manager]"]),
        ("Cut latency from <200 ms to <90 ms.", []),
        ("Wrote vector<int> and array[number] code.", []),
        ("Cited in [12]; see [portfolio].", []),
        ("Ran the XX Games on macOS X.", []),
        ("Tuned the X-axis of an XXL press.", []),
        ("Removed 300 TODO comments and FOO__BAR names.", []),
        ("Filled TBD items before the release.", []),
        ("Kept <div> nesting low.", []),
        ("Really?", []),
    ],
)
def test_what_is_a_blank(text: str, blanks: list[str]) -> None:
    """Signs and requests in brackets, signs alone, lines to write on; not code, names or sizes."""
    assert [text[start:end] for start, end in find_blanks(text, WORDS)] == blanks


def test_words_in_brackets_ask_for_something() -> None:
    """All of them are known, or the first is a request."""
    assert is_request("Number of products name", WORDS)
    assert is_request("your company here", WORDS)
    assert not is_request("see appendix", WORDS)
    assert not is_request("12", WORDS)


@given(st.text(alphabet="ab XxN%[]<>{}()⟨⟩_?#$ TBDO", max_size=40))
def test_a_mask_keeps_every_offset(text: str) -> None:
    """The masked text is as long, equal outside the blanks, and has no blank left in brackets of ours."""
    blanks = find_blanks(text, WORDS)
    masked = mask_blanks(text, blanks)
    assert len(masked) == len(text)
    inside = {position for start, end in blanks for position in range(start, end)}
    assert all(masked[at] == text[at] for at in range(len(text)) if at not in inside)
    assert list(blanks) == sorted(set(blanks))


def test_a_blank_is_no_evidence_and_the_only_thing_that_is_asked() -> None:
    """ "at ⟨cost⟩, with ⟨fallback⟩" states neither; the finding points at the blank, and there is no rewrite."""
    text = "Cut p95 latency by ⟨by how much⟩ with a cache, at ⟨cost: per month⟩, with ⟨fallback: which⟩."
    (bullet,) = lint_text(text).files[0].bullets
    assert (bullet.text, bullet.metric, bullet.cost, bullet.fallback) == (text, "none", "none", False)
    (finding,) = (finding for finding in bullet.findings if finding.code == "BL609")
    assert (text[finding.start : finding.end], finding.severity) == ("⟨by how much⟩", "error")
    assert not {"BL201", "BL301", "BL401"} & {finding.code for finding in bullet.findings}
    assert bullet.rewrite is None


def test_a_figure_beside_a_blank_counts() -> None:
    """Only what stands in the blank is nothing."""
    (bullet,) = lint_text("Cut p95 latency by 40 % for [number] shops.").files[0].bullets
    assert bullet.metric == "outcome"


def test_a_blank_in_angle_brackets_survives_markdown() -> None:
    """ "<number>" is no element of HTML, "<b>" is one."""
    report = lint_text("- Led <number> cooks in <b>two</b> towns.\n", format="markdown")
    assert [bullet.text for bullet in report.files[0].bullets] == ["Led <number> cooks in two towns."]
