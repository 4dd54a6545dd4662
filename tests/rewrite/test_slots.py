"""The wording of slots: read strictly, chosen by what the bullet is about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bulletlint.errors import RuleError
from bulletlint.evidence import Words
from bulletlint.facts import Facts
from bulletlint.rewrite.slots import (
    Theme,
    Wordings,
    choose_wording,
    find_theme,
    has_open_slot,
    load_slots,
    make_slot,
)
from bulletlint.rules_folder import find_rules_folder


def write(folder: Path, text: str) -> Path:
    (folder / "slots.yaml").write_text(text, encoding="utf-8")
    return folder


def read_theme(facts: Facts, wordings: Wordings, words: Words) -> Theme:
    assert facts.tokens is not None
    lead = facts.tokens.find_position(facts.lead.start) if facts.lead else -1
    return find_theme(wordings, facts.tokens, facts, words, lead)


@pytest.mark.parametrize(
    ("text", "name", "hint"),
    [
        ("Built a support chatbot.", "cost", "per answer, or per month in use"),
        ("Built a cache for search.", "fallback", "what serves when the cache is down"),
        ("Built dashboards on model quality.", "outcome", "which decision got faster or better, by how much"),
        ("Migrated the payroll server.", "fallback", "how it is rolled back, and how fast"),
        ("Ran a bake sale.", "cost", "budget, weeks or headcount"),
    ],
)
def test_a_slot_fits_what_the_bullet_is_about(
    text: str,
    name: str,
    hint: str,
    gather: Callable[[str], Facts],
    wordings: Wordings,
    words: Words,
) -> None:
    """The head of the lead's object decides, then other words, then the default."""
    chosen = choose_wording(wordings, name, read_theme(gather(text), wordings, words))
    assert chosen is not None
    assert chosen[0].hint == hint


def test_the_word_found_stands_in_the_slot(
    gather: Callable[[str], Facts], wordings: Wordings, words: Words
) -> None:
    """As {word}, in hint and question."""
    chosen = choose_wording(wordings, "what", read_theme(gather("Built a churn model."), wordings, words))
    assert chosen is not None
    slot = make_slot("what", *chosen)
    assert (slot.text, slot.question) == (
        "⟨what: churn of which users, by how much⟩",
        "By how much did churn fall, among which users, over how long?",
    )


def test_every_kind_of_bullet_has_a_wording_for_every_slot(wordings: Wordings) -> None:
    """Only "what" may have none."""
    lacking = [key for key, index in wordings.slots.items() if not index.general and key[0] != "what"]
    assert lacking == []


def test_own_wordings_come_first(tmp_path: Path, words: Words) -> None:
    """A later folder's entries are tried before the shipped ones."""
    own = write(tmp_path, "cost:\n  - hint: the price\n    question: Which price?\n")
    assert load_slots((find_rules_folder(), own), words.exceptions).wordings["cost"][0].hint == "the price"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("price:\n  - {hint: a, question: b}\n", "slots.yaml has no key `price`"),
        ("cost:\n  - {hint: a}\n", "this slot has no `question`"),
        ("cost:\n  - {hint: a, question: b, wordz: [c]}\n", "did you mean `words`?"),
        ("cost:\n  - {hint: '⟨a⟩', question: b}\n", "a hint holds no"),
        ("cost:\n  - {hint: a, question: b, words: [c]}\n", "`cost` has no entry without words and topics"),
        ("cost: 5\n", "cost must be a list"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(text: str, fault: str, tmp_path: Path, words: Words) -> None:
    """And with what to do."""
    with pytest.raises(RuleError, match=r"slots\.yaml:\d+: .*") as caught:
        load_slots((write(tmp_path, text),), words.exceptions)
    assert fault in str(caught.value)


def test_an_open_slot_is_seen() -> None:
    """By both its brackets."""
    assert [has_open_slot(text) for text in ("at ⟨cost⟩", "at cost", "⟨")] == [True, False, False]
