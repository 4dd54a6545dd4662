"""The proof catches what a wrong rewrite would say."""

from __future__ import annotations

import pytest

from bulletlint.core.finding import Rewrite, Slot
from bulletlint.rewrite.proof import find_faults, find_mark_faults, is_same_word, list_bases
from bulletlint.rewrite.slots.wording import Wordings

TEXT = "Implemented Redis caching for 14 services at AcmePay, cutting p95 latency by 40 %."
GOOD = "Cut p95 latency by 40 % by implementing Redis caching for 14 services at AcmePay."


def prove(text: str, said: str, wordings: Wordings, **options: frozenset[str]) -> tuple[str, ...]:
    return find_faults(Rewrite(said), text, wordings.verbs, wordings.bases, **options)


def test_a_true_rewrite_passes(wordings: Wordings) -> None:
    """Inflection and order are free."""
    assert prove(TEXT, GOOD, wordings) == ()


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (GOOD.replace("40", "45"), "numbers differ: 14, 40, 95 became 14, 45, 95"),
        (GOOD.replace(" 40 %", " 40 ms"), "a number lost its unit: 40 %"),
        (GOOD.replace("Redis caching", "caching"), "a word is lost: redis"),
        (GOOD.replace("AcmePay", "acmepay"), "a name is lost: AcmePay"),
        (GOOD.replace("Redis", "fast Redis"), "new word: fast"),
        (GOOD.replace("Cut", "Slashed"), "new word: slashed"),
        (GOOD.replace("14 services", "services"), "numbers differ: 14, 40, 95 became 40, 95"),
    ],
)
def test_a_changed_fact_is_a_fault(said: str, fault: str, wordings: Wordings) -> None:
    """Numbers, units, names and content words."""
    assert fault in prove(TEXT, said, wordings)


def test_words_inside_a_slot_prove_nothing(wordings: Wordings) -> None:
    """A number that stands in a slot only is lost from the sentence."""
    slot = "⟨cost: 40 % of 14⟩"
    said = "Built a cache, at " + slot
    rewrite = Rewrite(said, (Slot("cost", "?", said.index(slot), len(said)),))
    faults = find_faults(rewrite, "Built a cache in 14 days", wordings.verbs, wordings.bases)
    assert "numbers differ: 14 became " in faults


def test_a_verb_of_change_is_new_unless_it_stands_in_the_slot(wordings: Wordings) -> None:
    """ "⟨Reduced churn⟩" is no claim before the slot is filled."""
    for said, faults in (("⟨Reduced churn⟩ by", ()), ("Reduced ⟨churn⟩ by", ("new word: reduced",))):
        rewrite = Rewrite(
            f"{said} building a model", (Slot("what", "?", said.index("⟨"), said.index("⟩") + 1),)
        )
        assert find_faults(rewrite, "Built a model", wordings.verbs, wordings.bases) == faults


def test_a_noun_of_action_may_become_its_verb(wordings: Wordings) -> None:
    """And no other noun may."""
    assert prove("Migration of billing", "Migrated billing", wordings) == ()
    assert prove("Maintenance of billing", "Migrated billing", wordings) != ()


def test_dropped_words_are_named(wordings: Wordings) -> None:
    """Only what the strength leaves out may be missing."""
    text = "Successfully built a robust cache"
    assert prove(text, "Built a cache", wordings) == (
        "a word is lost: successfully",
        "a word is lost: robust",
    )
    assert prove(text, "Built a cache", wordings, dropped=frozenset({"successfully", "robust"})) == ()


@pytest.mark.parametrize(
    ("word", "base"),
    [("cutting", "cut"), ("applied", "apply"), ("lying", "lie"), ("saves", "save"), ("built", "build"), ("caching", "cache")],
)  # fmt: skip
def test_bases_cover_every_way_of_spelling_a_form(word: str, base: str, wordings: Wordings) -> None:
    """Doubled letters, dropped e, y to i, and the irregular table."""
    assert base in list_bases(word, wordings.bases)


@pytest.mark.parametrize(
    ("text", "said", "faults"),
    [
        ("Built it (in 9 days).", "(in 9 days) Built it.", []),
        ("Built it (in 9 days).", "in 9 days) Built it (.", ["a bracket came apart: ()"]),
        ("Built it (in 9 days).", "Built it (in 9 days.", ["a bracket came apart: ()"]),
        ("Built 1) it, 2) that.", "2) that, Built 1) it.", []),  # never in pairs
        ("Built it; cut that.", "Cut that;, Built it.", ["marks stand side by side"]),
        ("Built it (that).", "that Built it ().", ["marks stand side by side"]),
    ],
)
def test_marks_stay_together(text: str, said: str, faults: list[str]) -> None:
    """Brackets and quotation marks are closed behind where they opened."""
    assert find_mark_faults(said, text) == faults


@pytest.mark.parametrize(
    ("word", "bases"),
    [
        ("table", "table"),
        ("is", "is"),
        ("bing", "bing"),
        ("does", "does doe do"),
        ("using", "using us use"),
        ("cutting", "cutting cutt cutte cut"),
        ("panicking", "panicking panick panicke panic"),
        ("skiing", "skiing ski skie"),
        ("played", "played play playe"),
        ("lying", "lying ly lye lie"),
        ("ties", "ties tie ti ty"),
        ("applied", "applied applie appli apply"),
    ],
)
def test_a_form_has_no_other_bases_than_spelling_allows(word: str, bases: str) -> None:
    """Each base too many lets a new word pass for one that was there."""
    assert list_bases(word, {}) == frozenset(bases.split())


@pytest.mark.parametrize(
    ("stem", "other", "verbs", "same"),
    [
        ("normalise", "normalisation", {}, True),
        ("optimize", "optimization", {}, True),
        ("migre", "migration", {}, False),
        ("migrate", "migration", {}, False),
        ("migrate", "migration", {"migration": "migrate"}, True),
        ("found", "realization", {"realization": "found"}, True),
        ("realize", "realization", {"realization": "found"}, False),
    ],
)
def test_a_noun_of_action_has_one_verb(stem: str, other: str, verbs: dict[str, str], same: bool) -> None:
    """The one of the list, and only a noun in -isation that is not listed has one by its spelling."""
    assert is_same_word(frozenset({stem}), other, verbs, {}) is same


@pytest.mark.parametrize(
    ("text", "said", "fault"),
    [
        ("Built it", "Built it, building it", "new word: building"),
        ("Led it while paid", "Led it whiling paid", "new word: whiling"),
    ],
)
def test_a_form_stands_for_a_word_that_is_missing(
    text: str, said: str, fault: str, wordings: Wordings
) -> None:
    """Not for one that is still there, nor for one of the template."""
    assert fault in prove(text, said, wordings)
