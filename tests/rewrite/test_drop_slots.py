"""A silenced finding takes its slot along."""

from __future__ import annotations

from bulletlint.core.document import Place
from bulletlint.core.finding import Finding, Rewrite
from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter
from bulletlint.rewrite.drop_slots import withdraw_slots

TEXT = "Implemented Redis caching for the search API, cutting p95 latency by 40 %."


def make_findings(*rules: str) -> list[Finding]:
    return [Finding("BL000", rule, "error", "", 0, 1, Place(), "ask") for rule in rules]


def withdraw(rewrite: Rewrite, *after: str, text: str = TEXT) -> str | None:
    before = make_findings("weak-verb", "missing-cost", "missing-fallback")
    found = withdraw_slots(rewrite, text, before=before, after=make_findings(*after))
    return None if found is None else found.text


def test_the_slot_goes_with_its_finding(rewrite) -> None:  # type: ignore[no-untyped-def]
    """The others stay; with the last finding the rewrite goes."""
    found = rewrite(TEXT)
    front = "Cut p95 latency by 40 % with Redis caching for the search API"
    assert withdraw(found, "weak-verb") == front + "."
    assert withdraw(found, "weak-verb", "missing-cost") == front + ", at ⟨cost⟩."
    assert withdraw(found, "weak-verb", "missing-cost", "missing-fallback") == found.text
    assert withdraw(found) is None


def test_a_sentence_built_on_a_slot_goes_with_it(rewrite) -> None:  # type: ignore[no-untyped-def]
    """\"Improved … by building a parser\" says nothing without what improved."""
    found = rewrite("Built a parser for invoices.")
    rules = ("weak-verb", "missing-metric", "missing-cost", "missing-fallback")
    assert found.slots[0].name == "what"
    for left, text in ((rules, found.text), (("weak-verb", "missing-cost", "missing-fallback"), None)):
        kept = withdraw_slots(found, "", before=make_findings(*rules), after=make_findings(*left))
        assert (kept.text if kept else None) == text


def test_a_rewrite_of_slots_only_can_vanish(rewrite) -> None:  # type: ignore[no-untyped-def]
    """Nothing is left to show then."""
    text = "Cut p95 latency by 40 % at $90/month by adding a cache."
    assert withdraw(rewrite(text), "weak-verb", text=text) is None


def test_a_comment_in_the_file_takes_the_slot_back() -> None:
    """The writer has said that the figure is confidential."""
    source = f"## Experience\n\n- {TEXT} <!-- bulletlint: ignore missing-cost figure is confidential -->\n"
    report = Linter(Settings(profile="ai-pm")).lint_text(source, format="markdown")
    (bullet,) = report.files[0].bullets
    assert bullet.rewrite is not None
    assert [slot.name for slot in bullet.rewrite.slots] == ["fallback"]
