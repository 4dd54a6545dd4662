"""A rewrite with likely answers in its blanks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bulletlint.core.document import Place
from bulletlint.core.finding import Finding
from bulletlint.rewrite.filled import ANSWERED, ANSWERS, fill_likely, find_rule_faults
from bulletlint.rewrite.proposal import read_proposal
from bulletlint.rewrite.slots.slot_file import NAMES


def make_findings(*rules: str) -> list[Finding]:
    return [Finding("BL000", rule, "error", "", 0, 1, Place(), "ask") for rule in rules]


def test_every_slot_has_an_answer_and_a_rule() -> None:
    """None is left open when a rewrite is read again."""
    assert {*ANSWERS, "what", "part"} == set(ANSWERED) == set(NAMES)


@pytest.mark.parametrize(
    ("proposed", "filled"),
    [
        ("⟨Raised returns⟩ by building a parser.", "Cut errors from 9 to 4 % by building a parser."),
        ("⟨Your own part⟩ by building a parser.", "Cut errors from 9 to 4 % by building a parser."),
        ("In May, ⟨raised returns⟩ by building it.", "In May, cut errors from 9 to 4 % by building it."),
        ("In May, ⟨iOS crashes cut⟩ by building it.", "In May, cut errors from 9 to 4 % by building it."),
        ("Parsers: ⟨Raised returns⟩ with a parser.", "Parsers: Cut errors from 9 to 4 % with a parser."),
        ("Built a parser, ⟨cutting costs⟩.", "Built a parser, cutting errors from 9 to 4 %."),
        (
            "Built a parser, ⟨result⟩, at ⟨cost⟩.",
            "Built a parser, cutting errors from 9 to 4 %, at $40/month.",
        ),
        ("Built a parser, cutting ⟨what⟩.", "Built a parser, cutting errors from 9 to 4 %."),
    ],
)
def test_what_changed_is_answered_as_its_place_takes_it(proposed: str, filled: str) -> None:
    """With its verb in front, as "cutting …" behind the sentence, without one behind a verb."""
    assert fill_likely(read_proposal("Built a parser.", proposed)) == filled


def test_answers_stand_in_the_places_of_the_slots(rewrite) -> None:  # type: ignore[no-untyped-def]
    """And the words between them stay."""
    assert fill_likely(rewrite("Built a parser for invoices.")) == (
        "Cut errors from 9 to 4 % by building a parser for invoices, at $40/month, with a manual fallback."
    )


def test_what_a_rewrite_breaks_or_leaves_is_named(rewrite) -> None:  # type: ignore[no-untyped-def]
    """A rule that was whole; one that a slot was for; all of them where nothing was answered."""
    found = rewrite("Built a parser for invoices.")
    before = make_findings("weak-verb", "missing-metric", "missing-cost", "missing-fallback")
    assert find_rule_faults(found, before, make_findings()) == ()
    assert find_rule_faults(found, before, make_findings("too-long")) == ("too-long",)
    assert find_rule_faults(found, before, make_findings("missing-cost")) == ("missing-cost",)
    assert find_rule_faults(found, before, make_findings("weak-verb")) == ()
    assert find_rule_faults(found, make_findings("filler"), make_findings("filler")) == ("filler",)


def test_what_a_part_will_owe_is_not_counted(rewrite) -> None:  # type: ignore[no-untyped-def]
    """Nobody knows it before the part is known; other rules count."""
    found = rewrite("Helped with the model evaluation.")
    assert [slot.name for slot in found.slots] == ["part"]
    before = make_findings("hedged-contribution")
    assert find_rule_faults(found, before, make_findings("missing-cost", "missing-fallback")) == ()
    assert find_rule_faults(found, before, make_findings("too-long")) == ("too-long",)


def test_a_part_beside_another_blank_owes_no_more() -> None:
    """One blank for the part is enough, whatever else is asked."""
    found = read_proposal(
        "Helped with the model evaluation.", "⟨Your own part⟩ in the model evaluation, at ⟨cost⟩."
    )
    assert [slot.name for slot in found.slots] == ["part", "cost"]
    before = make_findings("hedged-contribution")
    assert find_rule_faults(found, before, make_findings("missing-fallback")) == ()


def test_a_rule_that_another_spoke_for_was_broken_too(rewrite) -> None:  # type: ignore[no-untyped-def]
    """It is no new fault where the other is answered."""
    found = rewrite("Built a parser for invoices.")
    (joined,) = make_findings("weak-verb")
    joined = replace(joined, also=(("BL501", "technique-first"),))
    assert find_rule_faults(found, [joined], make_findings("technique-first")) == ()


def test_a_remark_on_what_a_result_owes_is_no_fault() -> None:
    """A result in front makes a delivery of a bullet, which owes a price then; what is said in earnest still counts."""
    found = read_proposal("Ran the ward rota.", "⟨Cut absences⟩ by running the ward rota.")
    (owed,) = make_findings("missing-cost")
    remark = replace(owed, severity="info")
    assert find_rule_faults(found, make_findings("missing-metric"), [remark]) == ()
    assert find_rule_faults(found, make_findings("missing-metric"), [replace(owed, unsaid=True)]) == ()
    assert find_rule_faults(found, make_findings("missing-metric"), [owed]) == ("missing-cost",)
    assert find_rule_faults(found, make_findings("missing-metric"), make_findings("filler")) == ("filler",)
