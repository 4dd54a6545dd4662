"""The parts of a bullet: label, opening phrase, lead, coordinated verbs, sentences."""

from __future__ import annotations

import pytest

from bulletlint.evidence import Words
from bulletlint.rewrite.sentence.anatomy import Anatomy, cut_segments, dissect_bullet


def dissect(text: str, read, words: Words) -> Anatomy | None:  # type: ignore[no-untyped-def]
    reading = read(text)
    facts = reading.facts
    lead = facts.lead.token if facts.lead else -1
    tokens = reading.tokens
    return dissect_bullet(tokens, facts, words, tokens.index.index(lead) if lead >= 0 else -1)


@pytest.mark.parametrize(
    ("text", "opening", "lead", "opener", "form"),
    [
        ("Built a cache.", "plain", "built", None, "past"),
        ("Build caches.", "plain", "build", None, "base"),
        ("Builds caches.", "plain", "builds", None, "third"),
        ("Developing dashboards for the search team.", "plain", "developing", None, "gerund"),
        ("I built a cache.", "plain", "built", None, "past"),
        ("Search: rebuilt the index.", "plain", "rebuilt", None, "past"),
        ("After two pilots, built a cache.", "plain", "built", "After two pilots", "past"),
        ("Using Kafka, built a stream job.", "plain", "built", "Using Kafka", "past"),
        ("Successfully launched a portal.", "plain", "launched", None, "past"),
        ("The cache was rebuilt in Go.", "passive", "rebuilt", None, "past"),
        ("Promoted to senior analyst.", "passive", "promoted", None, "past"),
        ("My team and I built a cache.", "subject", "built", None, "past"),
        ("Awarded Employee of the Quarter.", "passive", "awarded", None, "past"),
        ("Incubated by a city programme.", "passive", "incubated", None, "past"),
        ("Set up a warehouse.", "plain", "set", None, "past"),
        ("Thumbnails and counts only.", "subject", "thumbnails", None, "third"),
        ("Design of a booking service.", "noun", None, None, "base"),
    ],
)
def test_a_bullet_opens_in_one_of_four_ways(  # type: ignore[no-untyped-def]
    text: str, opening: str, lead: str | None, opener: str | None, form: str, read, words: Words
) -> None:
    """With its lead in one of five forms."""
    anatomy = dissect(text, read, words)
    assert anatomy is not None
    tokens = anatomy.tokens
    phrase = None
    if anatomy.opener is not None:
        first, last = anatomy.opener
        phrase = tokens.text[tokens.start[first] : tokens.end[last - 1]]
    found = tokens.lower[anatomy.lead] if anatomy.lead >= 0 else None
    assert (anatomy.opening, found, phrase, anatomy.form) == (opening, lead, opener, form)


def test_adverbs_and_prefixes_belong_to_the_lead(read, words: Words) -> None:  # type: ignore[no-untyped-def]
    """They move with it."""
    anatomy = dissect("Proactively fine-tuned a 7B model.", read, words)
    assert anatomy is not None
    assert (anatomy.first, anatomy.tokens.lower[anatomy.lead]) == (0, "tuned")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Built a cache.", ["Built a cache"]),
        ("Built a cache. Cut costs.", ["Built a cache", "Cut costs"]),
        ("Built a cache; cut costs", ["Built a cache", "cut costs"]),
        ("Built it with Node.js 5.2 in v1.3", ["Built it with Node.js 5.2 in v1.3"]),
        ("Built (fast; cheap) caches", ["Built (fast; cheap) caches"]),
        ("Owned the launch for brokers:", ["Owned the launch for brokers"]),
    ],
)
def test_sentences_end_at_full_stops_and_semicolons(text: str, sentences: list[str], read) -> None:  # type: ignore[no-untyped-def]
    """Not inside brackets, names or numbers; a colon at the very end is an end too."""
    tokens = read(text).tokens
    spans = [text[tokens.start[s.start] : tokens.end[s.end - 1]] for s in cut_segments(tokens, 0)]
    assert spans == sentences
