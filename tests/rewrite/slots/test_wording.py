"""The wording of slots: read strictly, chosen by what the bullet is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bulletlint.evidence import Reading, Words
from bulletlint.rewrite.sentence.shift import Shifts
from bulletlint.rewrite.slots.slot_file import SlotWording
from bulletlint.rewrite.slots.topics import Topic, collect_terms, index_topics
from bulletlint.rewrite.slots.wording import (
    Theme,
    Wordings,
    choose_wording,
    find_theme,
    has_open_slot,
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
        ("Built a support chatbot.", "language-model"),
        ("Built a RAG pipeline over the tenancy law.", "language-model"),
        ("Built an LLM-powered app for tenants.", "language-model"),
        ("Fine-tuned a transformer to route letters.", "training-run"),
        ("Trained 30 cashiers on the new till.", "teaching"),
        ("Built an ML training pipeline on Kubeflow.", "model-operation"),
        ("Set up a CI/CD pipeline for 14 services.", "delivery-pipeline"),
        ("Built a data pipeline from the tills to the warehouse.", "data-pipeline"),
        ("Built the sales pipeline for the Nordic region.", "sales"),
        ("Consolidated three Snowflake warehouses into one.", "migration-named"),
        ("Introduced a new layout in the warehouse.", "stock"),
        ("Ran A/B tests on the pricing page.", "experiment"),
        ("Wrote unit tests for the pricing page.", "software-test"),
        ("Wrote release notes for the SDK.", "documentation"),
        ("Wrote press releases for three albums.", "marketing"),
        ("Prioritised the backlog of the app team.", "product-plan"),
        ("Cleared a backlog of 3,000 enquiries.", "process"),
        ("Negotiated cheaper hosting for the data platform.", "negotiation"),
        ("Airflow: wrote a leaflet on hand hygiene for the ward.", "care"),
        ("Built dashboards on model quality.", "dashboard"),
        ("Migrated the payroll server.", "migration"),
        ("Cut the cloud bill by 30 %.", "spending"),
        ("Cut waiting by 30 % by rewriting the rota of the ward.", "shop"),
        ("Ran payroll for hourly staff.", "accounting"),
        ("Ran a kite workshop on the beach.", "teaching"),
        ("Built platform components that cut the release time of ML models.", "system"),
        ("Built a developer portal as the base of LLM features.", "application"),
        ("Built a platform that answers letters with an LLM.", "language-model"),
        ("Built an ML platform for the ferry line.", "model-operation"),
        ("Led a team of 4 to build the ferry line's website.", "application"),
        ("Led a team of 4 through the strike.", "team"),
        ("Presented a booking app to the ferry crews.", "presentation"),
        ("Demonstrated a booking app to the ferry crews.", "presentation-shown"),
        ("Demonstrated a gain in yield.", ""),
        ("Took part in sprint planning and code reviews.", "meeting"),
        ("Cleaned the CRM data of the ferry line.", "data-quality"),
        ("Wrote grant proposals for the ferry museum.", "fundraising"),
        ("Edited a newsletter for the ferry crews.", "readership"),
        ("Started a podcast and built an app for it.", "readership"),
        ("Introduced bookkeeping solutions for the bakery.", "accounting"),
        ("Wrote a shift plan for the night crew.", "shop"),
        ("Wrote the product roadmap of the ferry app.", "product-plan"),
        ("Wrote the project plan of the ferry museum.", "product-plan"),
        ("Reviewed 300 pull requests.", "meeting"),
        ("Automated the payroll of the crews.", "automating"),
        ("Automated releases of the ferry app.", "delivery-pipeline"),
        ("Built a newsletter generator for the crews.", "automation"),
        ("Set up automated reminders for the crews.", "automation"),
        ("Wrote up the ferry minutes; letters are automated by the office.", ""),
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
        ("Built a support chatbot.", "cost", "per answer, or per month in use"),
        ("Built a cache for search.", "fallback", "what serves when the cache is down"),
        ("Built dashboards on model quality.", "outcome", "which decision got faster or better, by how much"),
        ("Negotiated the lease of the depot.", "fallback", "which other offer stood ready"),
        ("Coached new cashiers.", "outcome", "what the team did better for it, by how much"),
        ("Improved response times by adding an index.", "metric", "from how many ms to how many"),
        ("Achieved viral adoption of a tide table.", "metric", "how many users or views, in how long"),
        ("Taught reading to adults.", "outcome", "who could do what afterwards, how many of them"),
        ("Wrote lessons and syllabi in Welsh.", "outcome", "who could do what afterwards, how many of them"),
        ("Carved a totem.", "cost", "budget, weeks or headcount"),
        ("Carved a totem.", "fallback", "what stood ready if it went wrong"),
        ("Carved a totem in Python.", "fallback", "what happens when it fails"),
    ],
)
def test_a_slot_fits_what_the_bullet_is_about(
    text: str, name: str, hint: str, read: Read, wordings: Wordings, words: Words
) -> None:
    """A bullet about nothing known gets what fits all, with or without a technique."""
    chosen = choose_wording(wordings, name, read_theme(read(text), wordings, words))
    assert chosen is not None
    assert chosen[0].hint == hint


def test_a_wording_with_words_of_its_own_comes_first(read: Read, words: Words) -> None:
    """Before one for the topic, and that before a general one; one that asks for AI is passed over without."""
    terms = collect_terms(["canoe"], words.exceptions)
    entries = [
        SlotWording("general", "?"),
        SlotWording("of the boat in AI", "?", topics=("boat",), ai=True),
        SlotWording("of the boat", "?", topics=("boat",)),
        SlotWording("of the {word}", "?", own=Topic("", words=terms)),
    ]
    topics = index_topics([Topic("boat", words=collect_terms(["boat", "canoe"], words.exceptions))])
    wordings = Wordings(
        topics, {("cost", "delivery"): index_slots(entries, "delivery")}, {}, {}, Shifts({}, {}), {}, {}
    )
    hints = []
    for text in ("Built a canoe.", "Built a boat.", "Built a tent."):
        chosen = choose_wording(wordings, "cost", read_theme(read(text), wordings, words))
        assert chosen is not None
        hints.append(make_slot("cost", *chosen).text)
    assert hints == ["⟨cost: of the canoe⟩", "⟨cost: of the boat⟩", "⟨cost: general⟩"]


def test_the_word_found_stands_in_the_slot(read: Read, wordings: Wordings, words: Words) -> None:
    """As {word}, in hint and question; "Built a churn model" does not say that churn fell."""
    chosen = choose_wording(wordings, "what", read_theme(read("Built a churn model."), wordings, words))
    assert chosen is not None
    slot = make_slot("what", *chosen)
    assert (slot.text, slot.question) == (
        "⟨what: churn of which users, by how much, if it did⟩",
        "Did churn fall, by how much, among which users, over how long?",
    )


def test_an_open_slot_is_seen() -> None:
    """By both its brackets."""
    assert [has_open_slot(text) for text in ("at ⟨cost⟩", "at cost", "⟨")] == [True, False, False]
