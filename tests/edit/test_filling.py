"""Slots filled by asking: answers are cleaned, checked by reading the filled bullet, and may be skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from builders import make_document
from bulletlint.core.facts import Facts
from bulletlint.edit.files import join_text
from bulletlint.edit.filling import MOST_QUESTIONS, clean_answer, fill_document, fill_rewrite
from bulletlint.rewrite.sentence.piece import drop_slot

CACHE = "Implemented Redis caching for the search API, cutting p95 latency by 40 %."
BOARDS = "Built internal dashboards for the logistics team."


def answer_with(*answers: str | None) -> Callable[[str], str | None]:
    """Return somebody who gives these answers in turn, and none afterwards."""
    given: Iterator[str | None] = iter(answers)
    return lambda question: next(given, None)


def fill(text: str, rewrite, gather, *answers: str | None, questions: int = MOST_QUESTIONS):  # type: ignore[no-untyped-def]
    told: list[str] = []
    filled = fill_rewrite(
        rewrite(text).pieces, ask=answer_with(*answers), tell=told.append, examine=gather, questions=questions
    )
    return (None if filled.pieces is None else join_text(filled.pieces)), filled.asked, told


def test_answers_take_the_place_of_the_slots(rewrite, gather) -> None:  # type: ignore[no-untyped-def]
    """The filled bullet owes nothing any more."""
    text, asked, told = fill(CACHE, rewrite, gather, "$90/month", "the database as fallback")
    assert (text, asked, told) == (
        "Cut p95 latency by 40 % by implementing Redis caching for the search API, at $90/month, with the database as "
        "fallback.", 2, [],
    )  # fmt: skip
    facts: Facts = gather(text)
    assert (facts.lead_class, facts.metric, facts.cost, facts.fallback) == (
        "outcome",
        "outcome",
        "paid",
        True,
    )
    assert rewrite(text) is None


def test_a_skipped_slot_goes_with_the_word_before_it(rewrite, gather) -> None:  # type: ignore[no-untyped-def]
    """No open slot is ever left."""
    text, _, _ = fill(CACHE, rewrite, gather, "", "the database as fallback")
    assert text == (
        "Cut p95 latency by 40 % by implementing Redis caching for the search API, with the database as fallback."
    )


def test_a_skipped_outcome_leaves_the_bullet_alone(rewrite, gather) -> None:  # type: ignore[no-untyped-def]
    """A sentence cannot begin with nothing."""
    assert fill(BOARDS, rewrite, gather, "") == (None, 1, [])


def test_a_purpose_is_no_result_until_somebody_says_so(rewrite, gather) -> None:  # type: ignore[no-untyped-def]
    """ "Built a form to improve triage" does not become "Improved triage" without a figure."""
    text = "Built an intake form to improve triage."
    assert fill(text, rewrite, gather, "") == (None, 1, [])
    assert fill(text, rewrite, gather, "from 61 % to 80 %", "", "")[0] == (
        "Improved triage from 61 % to 80 % by building an intake form."
    )


def test_an_outcome_opens_the_sentence(rewrite, gather) -> None:  # type: ignore[no-untyped-def]
    """Its first letter is made a capital."""
    text, asked, _ = fill(BOARDS, rewrite, gather, "cut picking errors by 12 %.", "", "")
    assert (text, asked) == (
        "Cut picking errors by 12 % by building internal dashboards for the logistics team.",
        3,
    )


def test_an_answer_that_does_not_fit_is_asked_again(rewrite, gather) -> None:  # type: ignore[no-untyped-def]
    """Three times at most, each time with the reason."""
    text, asked, told = fill(
        CACHE, rewrite, gather, "not much", "little", "cheap", "the database as fallback"
    )
    assert text == (
        "Cut p95 latency by 40 % by implementing Redis caching for the search API, with the database as fallback."
    )
    assert (asked, len(told)) == (2, 4)  # three hints, and that the slot stays open
    assert told[0].startswith("The answer has no price or limit")


def test_nobody_there_skips_everything(rewrite, gather) -> None:  # type: ignore[no-untyped-def]
    """End of input is no answer."""
    text, _, _ = fill(CACHE, rewrite, gather, None)
    assert text == "Cut p95 latency by 40 % by implementing Redis caching for the search API."


def test_a_run_asks_six_questions_at_most(rewrite, gather) -> None:  # type: ignore[no-untyped-def]
    """Bullets beyond them are left alone, not stripped of their slots."""
    document = make_document(*[BOARDS, CACHE] * 3)
    rewrites = {number: rewrite(bullet.text).pieces for number, bullet in enumerate(document.bullets)}
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return ["cut picking errors by 12 %", "$90/month", "the database as fallback"][
            0 if "⟨outcome" in question else 1 if "⟨cost" in question else 2
        ]

    filled, left = fill_document(document, rewrites, ask=ask, tell=lambda line: None, examine=gather)
    assert (len(asked), left, sorted(filled)) == (6, 0, [0, 1, 2])


@pytest.mark.parametrize(
    ("name", "given", "cleaned"),
    [
        ("cost", " at $5 a day. ", "$5 a day"), ("fallback", "with a rollback", "a rollback"),
        ("metric", "by 5 %,", "5 %"), ("outcome", "Cut it\nby 5 %", "Cut it by 5 %"), ("cost", "⟨x⟩", "x"),
    ],
)  # fmt: skip
def test_an_answer_is_cleaned(name: str, given: str, cleaned: str) -> None:
    """The word before the slot is not said twice, and brackets never reach a file."""
    assert clean_answer(name, given) == cleaned


def test_dropping_slots_leaves_the_words_between(rewrite) -> None:  # type: ignore[no-untyped-def]
    """Only the slot's own link goes."""
    pieces = rewrite(CACHE).pieces
    place = next(number for number, piece in enumerate(pieces) if piece.slot == "cost")
    assert join_text(drop_slot(pieces, place)).startswith(
        "Cut p95 latency by 40 % by implementing Redis caching for the search API, with ⟨fallback"
    )


@pytest.mark.parametrize(
    ("answer", "ending"),
    [
        ("a person below 0.7 confidence", "with a person below 0.7 confidence as fallback."),
        ("the old rules", "with the old rules as fallback."),
        ("BM25", "with BM25 as fallback."),
        ("we revert to the rule table", "API."),
        ("falls back to last week's scores", "API."),
    ],
)
def test_a_fallback_fits_behind_its_with(answer: str, ending: str, rewrite, gather) -> None:  # type: ignore[no-untyped-def]
    """A noun phrase stands as it is or becomes a fallback by name; a clause is asked for again, and then left out."""
    text, _, _ = fill(CACHE, rewrite, gather, "", answer, answer, answer)
    assert text.endswith(ending)


def test_an_outcome_behind_a_finished_sentence_is_a_thing(rewrite, gather) -> None:  # type: ignore[no-untyped-def]
    """A system's sentence is kept, so what it brought follows "with"; a verb does not fit there."""
    text = "Vision model reads labels on parcels."
    filled, _, told = fill(text, rewrite, gather, "cut misroutes by 30 %", "30 % fewer misroutes", "", "")
    assert filled == "Vision model reads labels on parcels, with 30 % fewer misroutes."
    assert told == ['The answer follows "with": name the change, such as 12 % fewer returns.']


def test_a_skipped_outcome_behind_a_sentence_goes_alone(rewrite, gather) -> None:  # type: ignore[no-untyped-def]
    """The other answers stay."""
    filled, _, _ = fill("Vision model reads labels on parcels.", rewrite, gather, "", "$0.01 a label", "")
    assert filled == "Vision model reads labels on parcels, at $0.01 a label."


def test_an_outcome_behind_an_opening_phrase_is_no_capital(rewrite, gather) -> None:  # type: ignore[no-untyped-def]
    """And without one the bullet stays as it was."""
    text = "After two pilots, built a booking service for field crews."
    filled, _, _ = fill(text, rewrite, gather, "Cut no-shows by 12 %", "", "")
    assert filled == "After two pilots, cut no-shows by 12 % by building a booking service for field crews."
    assert fill(text, rewrite, gather, "")[0] is None
