"""What a bullet is about: which of its words decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bulletlint.evidence import Reading, Words
from bulletlint.rewrite.slots.subject_matter import find_subject_matter
from bulletlint.rewrite.slots.topics import Topic, collect_terms, find_topic, index_topics, split_term

Read = Callable[[str], Reading]


def choose(reading: Reading, words: Words, **topics: dict[str, list[str]]) -> tuple[str, str] | None:
    """Return the name and the words of the topic that fits, out of topics given by their terms."""
    made = [
        Topic(name, **{key: collect_terms(texts, words.exceptions) for key, texts in terms.items()})
        for name, terms in topics.items()
    ]
    facts = reading.facts
    lead = reading.tokens.find_position(facts.lead.start) if facts.lead and facts.lead.token >= 0 else -1
    found = find_topic(index_topics(made), find_subject_matter(reading.tokens, facts, words, lead))
    return found and (found[0].name, found[1])


@pytest.mark.parametrize(
    ("text", "words_found"),
    [
        ("Negotiated a lease for the data pipeline.", "negotiated"),
        ("Built a dashboard for the pipeline.", "dashboard"),
        ("Built a data pipeline for the dashboard.", "data pipeline"),
        ("Built a chart engine for reports.", "chart"),
        ("Built a thing for reports.", "reports"),
        ("Built an engine in a week.", "engine"),
        ("Built a thing that fills a dashboard.", "dashboard"),
        ("Dashboard: built a thing.", "dashboard"),
        ("Built a thing.", None),
    ],
)
def test_the_verb_decides_then_the_object_then_the_rest(
    text: str, words_found: str | None, read: Read, words: Words
) -> None:
    """Head, other words of the object, what follows it, a vague head, the rest, the label."""
    found = choose(
        read(text),
        words,
        deal={"verbs": ["to negotiate"]},
        pipeline={"words": ["pipeline", "data pipeline"]},
        figures={"words": ["dashboard", "chart"], "near": ["report"]},
        system={"vague": ["engine"]},
    )
    assert (found and found[1]) == words_found


def test_the_longest_term_wins_and_covers_its_words(read: Read, words: Words) -> None:
    """Release notes are no release."""
    reading = read("Wrote release notes.")
    terms = {"release": {"words": ["release"]}, "docs": {"words": ["release notes"]}}
    assert choose(reading, words, **terms) == ("docs", "release notes")


def test_a_near_word_counts_as_an_object_only(read: Read, words: Words) -> None:
    """Not in passing, and not before another noun."""
    terms = {"hardware": {"near": ["part"]}}
    assert choose(read("Built parts."), words, **terms) == ("hardware", "parts")
    assert choose(read("Built a search for part numbers."), words, **terms) is None
    assert choose(read("Built a search which parts of the team use."), words, **terms) is None


def test_what_is_to_be_done_is_no_thing(read: Read, words: Words) -> None:
    """ "to build" is no build."""
    terms = {"delivery pipeline": {"near": ["build"]}}
    assert choose(read("Sped up the build."), words, **terms) == ("delivery pipeline", "build")
    assert choose(read("Worked with a colleague to build a tent."), words, **terms) is None


def test_a_participle_before_a_noun_is_a_word_of_the_object(read: Read, words: Words) -> None:
    """Unlike the same form as a verb of another clause."""
    terms = {"automation": {"near": ["automated"]}}
    assert choose(read("Set up automated reminders."), words, **terms) == ("automation", "automated")
    assert choose(read("Wrote letters; they are automated now."), words, **terms) is None


def test_what_groundwork_serves_neither_tells_nor_rules_out(read: Read, words: Words) -> None:
    """A portal for ML models is a portal, also where models rule portals out."""
    terms = {"model": {"words": ["ml model"]}, "portal": {"near": ["portal"], "unless": ["ml"]}}
    assert choose(read("Built a portal for ML models."), words, **terms) == ("portal", "portal")
    assert choose(read("Built an ML model."), words, **terms) == ("model", "ml model")


def test_unless_rules_a_topic_out(read: Read, words: Words) -> None:
    """Then the next one that fits stands in; a label cannot rule anything out."""
    terms = {
        "stock": {"near": ["warehouse"], "unless": ["star schema"]},
        "data": {"near": ["warehouse"]},
    }
    assert choose(read("Rebuilt a warehouse."), words, **terms) == ("stock", "warehouse")
    assert choose(read("Rebuilt a warehouse as a star schema."), words, **terms) == ("data", "warehouse")
    assert choose(read("Star schema: rebuilt a warehouse."), words, **terms) == ("stock", "warehouse")


def test_what_rules_a_verb_out_is_its_object(read: Read, words: Words) -> None:
    """Not for whom it was done."""
    terms = {"training run": {"verbs": ["to train"], "unless": ["customer"]}}
    reading = read("Trained a random forest to flag customers.")
    assert choose(reading, words, **terms) == ("training run", "trained")
    assert choose(read("Trained 30 customers."), words, **terms) is None


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("test", ({"test", "tests"},)),
        ("A/B test", ({"a"}, {"/"}, {"b"}, {"test", "tests"})),
        ("to fine-tune", ({"fine"}, {"tune", "tunes", "tuned", "tuning"})),
        ("to close the books", ({"close", "closes", "closed", "closing"}, {"the"}, {"books"})),
    ],
)
def test_terms_are_split_as_bullets_are(text: str, term: tuple[set[str], ...], words: Words) -> None:
    """Nouns bring their plural, verbs all their forms."""
    assert split_term(text, words.exceptions) == tuple(frozenset(forms) for forms in term)
