"""Hyphens and signs of other keyboards are read as the plain ones, and quoted as they stand."""

from __future__ import annotations

import pytest

from bulletlint import lint_text
from bulletlint.core.finding import BulletReport
from bulletlint.evidence.spelling import spell_plainly


def read(text: str) -> BulletReport:
    (bullet,) = lint_text(f"- {text}\n", format="markdown").files[0].bullets
    return bullet


@pytest.mark.parametrize(
    ("lead", "lemma"),
    [("Co‑led", "co-lead"), ("Co‐led", "co-lead"), ("Re‑built", "re-build"), ("Pre‑approved", "pre-approve")],
)
def test_a_verb_with_a_hyphen_that_breaks_no_line_leads(lead: str, lemma: str) -> None:
    """Word sets U+2011; no tokenizer parts a word at it ("co‑l" was the lemma)."""
    found = read(f"{lead} a parser for 40 shops.").lead
    assert found is not None
    assert (found.text, found.lemma) == (lead, lemma)


@pytest.mark.parametrize("change", ["from ９％ to ６％", "from ٩٪ to ٦٪"])
def test_a_percent_sign_of_another_keyboard_belongs_to_its_figure(change: str) -> None:
    """It stood outside of what was quoted."""
    assert [(item.label, item.text) for item in read(f"Cut churn {change}.").evidence] == [
        ("outcome", change)
    ]


def test_a_rewrite_keeps_the_characters_of_the_bullet() -> None:
    """Only what is read is spelt plainly."""
    rewrite = read("Implemented an end‑to‑end test suite for 40 shops.").rewrite
    assert rewrite is not None
    assert "by implementing an end‑to‑end test suite for 40 shops." in rewrite.text


def test_a_blank_beside_such_a_hyphen_is_one_still() -> None:
    """Both are restored."""
    bullet = read("Re‑trained a model, cutting churn by ⟨how much⟩.")
    assert bullet.text == "Re‑trained a model, cutting churn by ⟨how much⟩."
    assert bullet.lead is not None
    assert (bullet.lead.text, "BL609" in [finding.code for finding in bullet.findings]) == (
        "Re‑trained",
        True,
    )


def test_offsets_stay() -> None:
    assert spell_plainly("Co‑led ９％, 5 ٪ and ＋3") == "Co-led ９%, 5 % and +3"
