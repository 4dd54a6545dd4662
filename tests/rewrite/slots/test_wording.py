"""The wording of slots: read strictly, chosen by what the bullet is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bulletlint.core.facts import World
from bulletlint.evidence import Reading, Words
from bulletlint.rewrite.sentence.shift import Shifts
from bulletlint.rewrite.slots.slot_file import SlotWording
from bulletlint.rewrite.slots.topics import Topic, collect_terms, index_topics
from bulletlint.rewrite.slots.wording import (
    Theme,
    Wordings,
    choose_wording,
    find_theme,
    index_slots,
    make_slot,
)

Read = Callable[[str], Reading]


def read_theme(reading: Reading, wordings: Wordings, words: Words) -> Theme:
    facts = reading.facts
    lead = reading.tokens.find_position(facts.lead.start) if facts.lead and facts.lead.token >= 0 else -1
    return find_theme(wordings, reading.tokens, facts, words, lead)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Built a support chatbot.", "assistant"),
        ("Built a RAG pipeline over the tenancy law.", "assistant"),
        ("Added a cache in front of the till.", "cache"),
        ("Fine-tuned a transformer to route letters.", "training-run"),
        ("Migrated the payroll server.", "migration"),
        ("Led the migration of the payroll server.", "migration"),
        ("Set up a CI/CD pipeline for 14 services.", "release"),
        ("Built a data pipeline from the tills to the warehouse.", "data-feed"),
        ("Built dashboards on model quality.", "report"),
        ("Built the sales pipeline for the Nordic region.", ""),
        ("Introduced a new layout in the warehouse.", ""),
        ("Reported to the head of the chatbot team.", ""),
        ("Ran a kite workshop on the beach.", ""),
        ("Led a team of 4 through the strike.", ""),
        ("Carved a totem.", ""),
    ],
)
def test_a_bullet_is_about_what_was_done_and_to_what(
    text: str, topic: str, read: Read, wordings: Wordings, words: Words
) -> None:
    """Not about any word that it happens to hold."""
    assert read_theme(read(text), wordings, words).topic == topic


@pytest.mark.parametrize(
    ("text", "name", "hint"),
    [
        ("Built a support chatbot.", "cost", "price of an answer, or of a month"),
        ("Built a cache for search.", "fallback", "what serves when the cache is down"),
        ("Built dashboards on model quality.", "cost", "hours to build and to keep"),
        ("Negotiated the lease of the depot.", "fallback", "what happens when it goes wrong"),
        ("Improved response times by adding an index.", "metric", "from how many ms to how many"),
        ("Improved a tide table.", "metric", "by how much, from what to what"),
        ("Carved a totem.", "cost", "money, hours or people it took"),
        ("Carved a totem.", "fallback", "what happens when it goes wrong"),
    ],
)
def test_a_slot_fits_what_the_bullet_is_about(
    text: str, name: str, hint: str, read: Read, wordings: Wordings, words: Words
) -> None:
    """A bullet about nothing known gets what fits all, with or without a technique."""
    chosen = choose_wording(wordings, name, read_theme(read(text), wordings, words))
    assert chosen[0].hint == hint


@pytest.mark.parametrize(
    ("world", "hint"),
    [
        ("software", "hosting per month, or weeks of work"),
        ("care", "staff hours, or the budget kept to"),
        ("teaching", "hours, theirs and yours"),
        ("unknown", "money, hours or people it took"),
    ],
)
def test_a_slot_fits_the_world_of_the_bullet(
    world: World, hint: str, read: Read, wordings: Wordings, words: Words
) -> None:
    """Where no thing that was worked on decides; in no known world it asks plainly."""
    reading = read("Carved a totem.")
    reading = replace(reading, facts=replace(reading.facts, world=world))
    wording, _ = choose_wording(wordings, "cost", read_theme(reading, wordings, words))
    assert (wording.label, wording.hint) == ("cost", hint)


def test_a_wording_with_words_of_its_own_comes_first(read: Read, words: Words) -> None:
    """Before one for the topic, and that before a general one; one that asks for AI is passed over without."""
    terms = collect_terms(["canoe"], words.exceptions)
    entries = [
        SlotWording("general", "", "?"),
        SlotWording("of the boat in AI", "", "?", topics=("boat",), ai=True),
        SlotWording("of the boat", "", "?", topics=("boat",)),
        SlotWording("of the {word}", "", "?", own=Topic("", words=terms)),
    ]
    topics = index_topics([Topic("boat", words=collect_terms(["boat", "canoe"], words.exceptions))])
    wordings = Wordings(
        topics, {("cost", "delivery"): index_slots(entries, "delivery")}, {}, {}, Shifts({}, {}), {}, {}
    )
    hints = []
    for text in ("Built a canoe.", "Built a boat.", "Built a tent."):
        chosen = choose_wording(wordings, "cost", read_theme(read(text), wordings, words))
        hints.append(make_slot("cost", *chosen).text)
    assert hints == ["⟨of the canoe⟩", "⟨of the boat⟩", "⟨general⟩"]


def test_the_word_found_stands_in_the_slot(read: Read, wordings: Wordings, words: Words) -> None:
    """As {word}, in label, hint and question; "Built a churn model" does not say that churn fell."""
    chosen = choose_wording(wordings, "what", read_theme(read("Built a churn model."), wordings, words))
    slot = make_slot("what", *chosen)
    assert (slot.text, slot.hint, slot.question) == (
        "⟨churn⟩",
        "among whom, from what to what",
        "By how much did churn fall, among whom, over how long? Begin with a verb.",
    )
