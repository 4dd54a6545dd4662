"""The lead verb of whole bullets, with the bundled pipeline."""

from __future__ import annotations

import pytest

from builders import load_shipped
from bulletlint.core.facts import Facts, Lead
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import gather_facts, load_words

WORDS = load_words((find_rules_folder(),))


def gather(text: str) -> Facts:
    return gather_facts(load_shipped().nlp(text), WORDS)


@pytest.mark.parametrize(
    ("text", "words", "lemma", "lead_class"),
    [
        ("Successfully launched search for 2M users.", "launched", "launch", "product"),
        ("Quickly and quietly moved 9 apps to the new host.", "moved", "move", "build"),
        ("Strove for zero defects on two lines.", "Strove", "strive", "support"),
        ("Search: rebuilt the ranking of hotels.", "rebuilt", "rebuild", "build"),
        ("I led the move to weekly releases.", "led", "lead", "product"),
        ("As founding PM I shipped the first billing page.", "shipped", "ship", "product"),
        ("Designed, built and launched a booking page.", "Designed", "design", "build"),
        ("Helped build a booking page.", "Helped", "help", "support"),
        ("Worked closely with designers on a booking page.", "Worked", "work with", "support"),
        ("Responsible for managing the booking page.", "Responsible for", "be responsible", "support"),
        ("Rolled out the booking page to 5% of hotels.", "Rolled out", "roll out", "product"),
        ("Fine-tuned a 7B model.", "Fine-tuned", "fine-tune", "build"),
        ("REDUCED BOOKING TIME BY 40%.", "REDUCED", "reduce", "outcome"),
        ("Track key dates and report delays.", "Track", "track", "build"),
        ("Increase revenue by 35%.", "Increase", "increase", "outcome"),
        ("Drivers may decline any suggested route.", "decline", "decline", "product"),
        ("Was awarded a prize for the booking page.", "awarded", "award", "outcome"),
        ("Bill fell from $40k to $11k.", "fell", "fall", "outcome"),
        ("Drove adoption of shared tokens across nine squads.", "Drove", "drive", "product"),
        ("Proved caching right in a four-week pilot.", "Proved", "prove", "build"),
        ("As interim head, reorganised the night shift.", "reorganised", "reorganise", "build"),
        ("Was promoted to lead editor.", "promoted", "promote", "outcome"),
    ],
)
def test_the_verb_of_the_main_claim_leads(text: str, words: str, lemma: str, lead_class: str) -> None:
    """Adverbs, labels, a first person and fronted phrases are skipped; particles and prepositions are part of it."""
    lead = gather(text).lead
    assert lead is not None
    assert (lead.text, lead.lemma, lead.lead_class) == (words, lemma, lead_class)
    assert text[lead.start : lead.end] == words


@pytest.mark.parametrize(
    "text",
    ["Design of a booking page.", "Lead developer for a booking page.", "Federated learning for wearables."],
)
def test_a_noun_phrase_has_no_lead_verb(text: str) -> None:
    """A title, a role or a noun of making claims without a verb."""
    assert gather(text).lead is None


def test_the_place_of_a_lead_is_its_verb() -> None:
    """Offsets are characters; `token` is the verb's index in the Doc."""
    assert gather("Search: rebuilt the ranking.").lead == Lead("rebuilt", "rebuild", "build", 8, 15, 2)


@pytest.mark.parametrize("text", ["", " ", "•", "...", "-", "(", "( )", "&", "2023", "a", "Built"])
def test_scraps_never_fail(text: str) -> None:
    """Whatever a reader lets through has facts."""
    assert gather(text).text == text


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Found 40 leads in May.", "find"),
        ("Focussed 4 teams on waste, which fell by 9%.", "focus"),
        ("Split 4 plants in May, cutting waste by 9%.", "split"),
        ("Read 40 contracts a week.", "read"),
        ("Licensed 4 patents in May.", "license"),
        ("Caught 40 leaks in May.", "catch"),
        ("Resold 40 licences a month.", "resell"),
        ("Outran the plan by 9%.", "outrun"),
        ("Re-wrote the parser in Rust.", "re-write"),
        ("Co-led a team of 9 nurses.", "co-lead"),
        ("Cut churn ‑ from 9% to 6% ‒ for 40 shops.", "cut"),
        ("“Cut churn by 9% in May.”", "cut"),
        ("👩🏽‍💻 Cut churn by 9% in May.", "cut"),
    ],
)
def test_a_verb_in_no_list_leads_by_its_form(text: str, lemma: str) -> None:
    """Irregular pasts, also behind a prefix; other spellings; behind marks that are no letters."""
    lead = gather(text).lead
    assert lead is not None
    assert lead.lemma == lemma
