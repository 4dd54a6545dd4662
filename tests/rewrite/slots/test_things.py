"""The things that a bullet names: which a blank may take, how they are written, where none is taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bulletlint.evidence import Reading, Words
from bulletlint.rewrite.slots.subject_matter import find_subject_matter
from bulletlint.rewrite.slots.things import Thing, fill_label, find_things

Read = Callable[[str], Reading]


def name_things(text: str, read: Read, words: Words) -> dict[str, str]:
    reading = read(text)
    facts = reading.facts
    lead = reading.tokens.find_position(facts.lead.start) if facts.lead and facts.lead.token >= 0 else -1
    focus = find_subject_matter(reading.tokens, facts, words, lead)
    return {kind: f"{thing.one} | {thing.all}" for kind, thing in find_things(focus, words).items()}


@pytest.mark.parametrize(
    ("text", "kind", "named"),
    [
        ("Built a dashboard for sales managers.", "made", "dashboard | the dashboard"),
        ("Set up mail servers for two schools.", "made", "mail server | mail servers"),
        ("Checked supplier invoices every week.", "work", "supplier invoice | supplier invoices"),
        ("Ran the payroll of a dairy.", "work", "payroll | payroll"),
        ("Maintained the payroll system.", "work", "payroll | payroll"),
        ("Managed a variety of loans.", "work", "loan | loans"),
        ("Led the migration of customer records to Postgres.", "work", "customer record | customer records"),
        ("Built a tool to track late loans.", "purpose", "loan | loans"),
        ("Wrote a script that checks meter readings.", "purpose", "meter reading | meter readings"),
        ("Wrote a checklist for blood samples.", "purpose", "blood sample | blood samples"),
        ("Answered calls from patients.", "people", "patient | patients"),
        ("Wrote an app for couriers.", "people", "courier | couriers"),
        ("Trained the nurse.", "people", "nurse | the nurse"),
        ("Configured VMs for the lab.", "work", "VM | VMs"),
        ("Planned routes for a dairy.", "work", "route | routes"),
        ("Checked supplier invoices every week.", "task", "supplier invoice | supplier invoices"),
        ("Built a tool to track late loans.", "task", "loan | loans"),
        ("Built a dashboard for sales managers.", "product", "dashboard | the dashboard"),
        ("Developed a client side application.", "product", "application | application"),
        ("Configured routers.", "system", "router | routers"),
    ],
)
def test_a_thing_is_the_head_with_the_noun_before_it(
    text: str, kind: str, named: str, read: Read, words: Words
) -> None:
    """As it stands before another noun, and by itself; where the head says nothing, what it is about."""
    assert name_things(text, read, words).get(kind) == named


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Designed a solution.", "made"),
        ("Moved from Firebase to Postgres.", "work"),
        ("Collected data.", "work"),
        ("Used Python for reports.", "work"),
        ("Built a site from scratch.", "purpose"),
        ("Handled migration and support.", "work"),
        ("Built high-performance computing clusters.", "people"),
        ("Fixed bugs in the web shop.", "people"),
        ("Kept p95 below 800 ms.", "purpose"),
        ("Kept p95 below 800 ms.", "work"),
        ("Configured routers.", "task"),
        ("Tuned Llama for the kitchen.", "work"),
        ("Wrote a guide for the kitchen.", "people"),
        ("Updated the style guide.", "people"),
        ("Wrote device drivers for scanners.", "people"),
    ],
)
def test_what_says_too_little_is_no_thing(text: str, kind: str, read: Read, words: Words) -> None:
    """Nor is what somebody came from, a technology, or a half of a hyphened word."""
    assert kind not in name_things(text, read, words)


@pytest.mark.parametrize(
    ("label", "verb", "filled"),
    [
        ("{work} errors", "cut", "payroll errors"),
        ("{the made} running", "keep", "the mail server running"),
        ("{made} setup time", "cut", "server setup time"),
        ("{people} retention", "raise", None),
        ("{made} servers", "add", None),
        ("{task} errors", "cut", None),
    ],
)
def test_a_label_takes_a_thing_that_the_bullet_has_and_no_other_blank(
    label: str, verb: str, filled: str | None
) -> None:
    """A long name is cut to its last word, and no word stands in a label twice."""
    things = {
        "made": Thing("mail server", "the mail server"),
        "work": Thing("payroll", "payroll"),
        "task": Thing("loan", "loans"),
    }
    found = fill_label(label, verb, things, {"loan"})
    assert (found and found[0]) == filled


def test_a_name_is_no_name_by_its_last_word() -> None:
    """Of "Windows Server" a server is left."""
    assert Thing("Windows Server", "Windows Server").shorten() == Thing("server", "server")
    assert Thing("loan API", "the loan API").shorten() == Thing("API", "the API")
