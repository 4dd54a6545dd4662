"""Where a bullet says what it is about: its verbs, its objects, the means of an outcome."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bulletlint.evidence import Reading, Words
from bulletlint.rewrite.slots.subject_matter import SubjectMatter, find_subject_matter, turn_to_claim

Read = Callable[[str], Reading]


def read_subject_matter(reading: Reading, words: Words) -> SubjectMatter:
    facts = reading.facts
    lead = reading.tokens.find_position(facts.lead.start) if facts.lead and facts.lead.token >= 0 else -1
    return find_subject_matter(reading.tokens, facts, words, lead)


@pytest.mark.parametrize(
    ("text", "verbs", "heads"),
    [
        ("Built a cache for the search page.", ["built"], ["cache", "page"]),
        ("Cut the bill by 40 % by renegotiating two leases.", ["renegotiating", "cut"], ["leases"]),
        ("Raised signups by 12 % with a shorter form.", ["raised"], ["form"]),
        ("Reduced the bill by 40 %.", ["reduced"], ["bill"]),
        ("Helped migrate the payroll server.", ["migrate", "helped"], ["server"]),
        ("Used Kafka to build a queue.", ["build", "used"], ["queue"]),
        ("Payments: added a ledger.", ["added"], ["ledger"]),
    ],
)
def test_verbs_and_objects_are_read_in_the_order_they_count(
    text: str, verbs: list[str], heads: list[str], read: Read, words: Words
) -> None:
    """Of an outcome the means, of a support verb what it supports; a label is stepped over."""
    focus = read_subject_matter(read(text), words)
    lower = focus.tokens.lower
    assert ([lower[verb] for verb in focus.verbs], [lower[phrase.head] for phrase in focus.phrases]) == (
        verbs,
        heads,
    )


def test_what_a_thing_does_is_not_what_the_writer_did(read: Read, words: Words) -> None:
    """Then the thing comes first, and no verb decides."""
    focus = read_subject_matter(read("The ranking service answers 900 queries a second."), words)
    assert (focus.verbs, focus.tokens.lower[focus.phrases[0].head]) == ((), "service")


def test_the_claim_of_an_outcome_is_its_figure(read: Read, words: Words) -> None:
    """For slots that stand for what was changed, not for the means."""
    focus = read_subject_matter(read("Cut scrap by 4 % by cooling the mould longer."), words)
    turned = turn_to_claim(focus)
    assert [focus.tokens.lower[phrase.head] for phrase in focus.phrases] == ["mould"]
    assert [turned.tokens.lower[phrase.head] for phrase in turned.phrases] == ["scrap"]


def test_a_bullet_without_means_is_its_own_claim(read: Read, words: Words) -> None:
    """Nothing to turn to."""
    focus = read_subject_matter(read("Built a cache."), words)
    assert turn_to_claim(focus) is focus


def test_the_place_counts_as_little_as_the_rest(read: Read, words: Words) -> None:
    """ "in the clinic" is not what was made."""
    focus = read_subject_matter(read("Introduced new forms in the clinic."), words)
    assert [focus.tokens.lower[phrase.head] for phrase in focus.phrases] == ["forms"]
    assert [focus.tokens.lower[phrase.head] for phrase in focus.others] == ["clinic"]


@pytest.mark.parametrize(
    ("text", "last"),
    [("Built a system.", False), ("Built a chatbot.", True), ("Helped the team with charts.", True)],
)
def test_a_vague_object_waits_where_the_rest_tells_more(
    text: str, last: bool, read: Read, words: Words
) -> None:
    """That is where a bullet tells of AI, or of a share in the work."""
    assert read_subject_matter(read(text), words).vague_last is last


@pytest.mark.parametrize(
    ("text", "last", "served"),
    [
        ("Built a portal for ML models.", False, ["ml", "models"]),
        ("Built a portal that cut the wait for ML models.", False, ["ml", "models"]),
        ("Built a website about AI.", False, ["ai"]),
        ("Built an ML portal for museums.", True, []),
        ("Built a portal that sorts letters with an LLM.", True, []),
        ("Built a classifier for LLM answers.", True, []),
    ],
)
def test_what_groundwork_serves_makes_no_ai(
    text: str, last: bool, served: list[str], read: Read, words: Words
) -> None:
    """A portal for models is a portal, and what stands behind its "for" counts for nothing."""
    focus = read_subject_matter(read(text), words)
    assert (focus.vague_last, [focus.tokens.lower[position] for position in sorted(focus.served)]) == (
        last,
        served,
    )


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Led a team of 4 to build a kiosk.", "kiosk"),
        ("Led a team of 4 who built a kiosk.", "kiosk"),
        ("Led a team of 4 through a strike.", "team"),
    ],
)
def test_what_people_who_are_led_made_comes_first(text: str, head: str, read: Read, words: Words) -> None:
    """Without it the people are what the bullet is about."""
    focus = read_subject_matter(read(text), words)
    assert focus.tokens.lower[focus.phrases[0].head] == head
