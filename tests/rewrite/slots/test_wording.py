"""The wording of slots: chosen by the words of the bullet, by the trained choice, or plain."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bulletlint.evidence import Reading, Words
from bulletlint.rewrite.sentence.shift import Shifts
from bulletlint.rewrite.slots.choice import Chosen
from bulletlint.rewrite.slots.slot_file import SlotWording
from bulletlint.rewrite.slots.topics import Topic, collect_terms
from bulletlint.rewrite.slots.wording import (
    Theme,
    Wordings,
    choose_wording,
    find_theme,
    index_slots,
    inflect_wording,
    make_slot,
    name_thing_in,
)

Read = Callable[[str], Reading]


def read_theme(reading: Reading, words: Words, chosen: Chosen | None = None) -> Theme:
    facts = reading.facts
    lead = reading.tokens.find_position(facts.lead.start) if facts.lead and facts.lead.token >= 0 else -1
    return find_theme(reading.tokens, facts, words, lead, chosen)


@pytest.mark.parametrize(
    ("text", "name", "hint"),
    [
        ("Improved response times by adding an index.", "metric", "from how many ms to how many"),
        ("Improved a tide table.", "metric", "by how much, from what to what"),
        ("Carved a totem.", "cost", "money, hours or people it took"),
        ("Carved a totem.", "fallback", "what happens when it goes wrong"),
    ],
)
def test_a_slot_is_worded_by_its_own_words_or_plainly(
    text: str, name: str, hint: str, read: Read, wordings: Wordings, words: Words
) -> None:
    """Where nothing was chosen."""
    assert choose_wording(wordings, name, read_theme(read(text), words))[0].hint == hint


@pytest.mark.parametrize(
    ("chosen", "label"),
    [
        ({"cost": {"hosting": 0.9}}, "hosting cost"),
        ({"cost": {"hosting": 0.01}}, "cost"),
        ({"cost": {"plain": 0.9}}, "cost"),
        ({"cost": {"of-a-later-version": 0.9}}, "cost"),
        ({"fallback": {"rollback": 0.9}}, "cost"),
        ({}, "cost"),
    ],
)
def test_a_slot_is_named_where_the_choice_is_sure_enough(
    chosen: Chosen, label: str, read: Read, wordings: Wordings, words: Words
) -> None:
    """Below the limit, and for a wording that nobody has written, it is plain."""
    theme = read_theme(read("Carved a totem."), words, chosen)
    assert choose_wording(wordings, "cost", theme)[0].label == label


def test_a_wording_with_words_of_its_own_comes_before_the_choice(read: Read, words: Words) -> None:
    """And that before the plain one."""
    named = {
        "plain": SlotWording("general", "", "?"),
        "hosting": SlotWording("hosting", "", "?"),
        "boats": SlotWording(
            "of the {word}", "", "?", own=Topic("", words=collect_terms(["canoe"], words.exceptions))
        ),
    }
    wordings = Wordings({"cost": index_slots(named)}, {"cost": 0.5}, {}, {}, Shifts({}, {}), {}, {})
    said = []
    for text, share in (("Built a canoe.", 0.9), ("Built a boat.", 0.9), ("Built a boat.", 0.4)):
        theme = read_theme(read(text), words, {"cost": {"hosting": share}})
        said.append(make_slot("cost", *choose_wording(wordings, "cost", theme)).text)
    assert said == ["⟨of the canoe⟩", "⟨hosting⟩", "⟨general⟩"]


@pytest.mark.parametrize(
    ("verb", "form", "label"),
    [
        ("cut", "past", "cut waits"),
        ("raise", "past", "raised waits"),
        ("raise", "base", "raise waits"),
        ("cut", "gerund", "cutting waits"),
        ("speed up", "past", "sped up waits"),
        ("", "past", "waits"),
    ],
)
def test_the_verb_of_a_label_takes_the_form_of_the_sentence(
    verb: str, form: str, label: str, words: Words
) -> None:
    """A label without a verb stays."""
    wording = SlotWording("waits", "", "?", verb=verb)
    assert inflect_wording(wording, form, words.exceptions).label == label  # type: ignore[arg-type]


def test_the_word_found_stands_in_the_slot(read: Read, wordings: Wordings, words: Words) -> None:
    """As {word}, in label, hint and question."""
    chosen = choose_wording(wordings, "what", read_theme(read("Built a churn model."), words))
    slot = make_slot("what", *chosen)
    assert (slot.text, slot.hint, slot.question) == (
        "⟨churn⟩", "among whom, from what to what", "By how much did churn fall, among whom, over how long?",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "label"), [("Checked supplier invoices.", "supplier invoice errors"), ("Checked it.", "errors")]
)
def test_a_name_takes_a_thing_of_the_bullet(
    text: str, label: str, read: Read, wordings: Wordings, words: Words
) -> None:
    """Where it has one of the kind that the label wants."""
    theme = read_theme(read(text), words, {"what": {"errors": 0.5}})
    wording, _ = choose_wording(wordings, "what", theme)
    assert name_thing_in(wording, theme)[0].label == label


@pytest.mark.parametrize(
    ("shares", "label"),
    [
        ({"errors": 0.7, "rework": 0.2}, "errors"),
        ({"errors": 0.2, "rework": 0.2, "losses": 0.2}, "mistakes"),
        ({"wait-time": 0.2, "delays": 0.2, "usage": 0.15, "sales": 0.15}, "result"),
        ({"wait-time": 0.2, "delays": 0.2, "work-time": 0.1, "usage": 0.15}, "time"),
    ],
)
def test_a_broad_name_stands_for_several_likely_ones(
    shares: dict[str, float], label: str, read: Read, wordings: Wordings, words: Words
) -> None:
    """Where none of them is sure and together they are."""
    theme = read_theme(read("Checked it."), words, {"what": shares})
    assert choose_wording(wordings, "what", theme)[0].label == label
