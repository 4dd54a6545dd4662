"""Slots filled by asking: the weakest bullets first, each answer read in its place, each question put once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from builders import make_document
from bulletlint.core.facts import Facts
from bulletlint.core.finding import Piece
from bulletlint.edit.answers import Examine
from bulletlint.edit.filling import MOST_QUESTIONS, Interview, fill_document, fill_rewrite
from bulletlint.lint.analysis import Analyser
from bulletlint.rewrite.sentence.piece import drop_slot, join_text

CACHE = "Implemented Redis caching for the search API, cutting p95 latency by 40 %."
BOARDS = "Built internal dashboards for the logistics team."


class Filled(NamedTuple):
    """A filled bullet, None if it stays as it was; the number of questions, and what was told."""

    text: str | None
    asked: int
    told: list[str]


Fill = Callable[..., Filled]


@pytest.fixture
def examine(analyser: Analyser) -> Examine:
    """Reads a bullet as a run does, with the learned reader."""
    return lambda text: analyser.read(analyser.nlp(text))


@pytest.fixture
def make_interview(examine, words):  # type: ignore[no-untyped-def]
    """Interviews with somebody who gives these answers in turn, and none afterwards."""

    def make(*answers: str | None, told: list[str] | None = None, left: int = MOST_QUESTIONS) -> Interview:
        given: Iterator[str | None] = iter(answers)
        tell = (lambda line: None) if told is None else told.append
        return Interview(lambda question: next(given, None), tell, examine, words, left)

    return make


@pytest.fixture
def fill(rewrite, make_interview) -> Fill:  # type: ignore[no-untyped-def]
    """Fills the rewrite of a bullet with answers."""

    def run(text: str, *answers: str | None) -> Filled:
        told: list[str] = []
        interview = make_interview(*answers, told=told)
        pieces = fill_rewrite(interview, rewrite(text).pieces)
        return Filled(None if pieces is None else join_text(pieces), interview.asked, told)

    return run


def test_answers_take_the_place_of_the_slots(fill: Fill, rewrite, gather) -> None:  # type: ignore[no-untyped-def]
    """The filled bullet owes nothing any more."""
    text, asked, told = fill(CACHE, "$90/month", "the database as fallback")
    assert (text, asked, told) == (
        "Cut p95 latency by 40 % with Redis caching for the search API, at $90/month, with the database as "
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


def test_a_skipped_slot_goes_with_the_word_before_it(fill: Fill) -> None:
    """No open slot is ever left."""
    assert fill(CACHE, "", "the database as fallback").text == (
        "Cut p95 latency by 40 % with Redis caching for the search API, with the database as fallback."
    )


def test_a_skipped_outcome_leaves_the_bullet_alone(fill: Fill) -> None:
    """A sentence cannot begin with nothing."""
    assert fill(BOARDS, "") == (None, 1, [])


def test_a_purpose_is_no_result_until_somebody_says_so(fill: Fill) -> None:
    """ "Built a form to improve triage" does not become "Improved triage" without a figure."""
    text = "Built an intake form to improve triage."
    assert fill(text, "") == (None, 1, [])
    assert fill(text, "from 61 % to 80 %", "", "").text == (
        "Improved triage (from 61 % to 80 %) by building an intake form."
    )


def test_an_outcome_opens_the_sentence(fill: Fill) -> None:
    """Its first letter is made a capital."""
    text, asked, _ = fill(BOARDS, "cut picking errors by 12 %.", "", "")
    assert (text, asked) == (
        "Cut picking errors by 12 % by building internal dashboards for the logistics team.",
        3,
    )


def test_an_answer_that_lacks_something_is_asked_for_again(fill: Fill) -> None:
    """Three times at most, each time with the reason and the choice."""
    text, asked, told = fill(CACHE, "not much", "little", "cheap", "the database as fallback")
    assert text == (
        "Cut p95 latency by 40 % with Redis caching for the search API, with the database as fallback."
    )
    assert (asked, len(told)) == (2, 3)  # two hints, and that the slot stays open
    assert told[0] == (
        "The answer has no price or limit: give a figure with its unit, such as $0.02 a query. Type it again with that, "
        "or press Enter to keep “not much”, or - to skip."
    )
    assert told[-1] == "This slot stays open; run again when you know the answer."


@pytest.mark.parametrize("again", ["", "my plan for 12 patients"])
def test_an_answer_is_kept_as_typed_where_the_writer_insists(again: str, fill: Fill) -> None:
    """By Enter, or by the same words once more."""
    text, _, told = fill(CACHE, "", "my plan for 12 patients", again)
    assert text is not None
    assert text.endswith(", with my plan for 12 patients as fallback.")
    assert told == [
        "“my plan for 12 patients” does not say who or what takes over, or how it is undone. Type it again with that, or "
        "press Enter to keep “my plan for 12 patients as fallback”, or - to skip."
    ]


def test_an_answer_may_be_dropped_for_good(fill: Fill) -> None:
    """By a dash."""
    assert fill(CACHE, "", "my plan for 12 patients", "-").text == (
        "Cut p95 latency by 40 % with Redis caching for the search API."
    )


def test_nobody_there_skips_everything(fill: Fill) -> None:
    """End of input is no answer."""
    assert fill(CACHE, None).text == "Cut p95 latency by 40 % with Redis caching for the search API."


def make_pieces(text: str, *slots: str) -> tuple[Piece, ...]:
    """Return a rewrite that keeps a text, with open slots behind it that each ask a question of its own."""
    pieces = [Piece(text, 0, len(text))]
    for slot in slots:
        pieces += [
            Piece(","),
            Piece(" "),
            Piece("at"),
            Piece(" "),
            Piece(f"⟨cost: {slot}⟩", slot="cost", question=f"{slot}?"),
        ]
    return tuple(pieces)


def ask_all(make_interview, rewrites, *, left: int = MOST_QUESTIONS):  # type: ignore[no-untyped-def]
    """Return the first line of every question that a run puts, to somebody who skips all."""
    document = make_document(*[f"Cut cost {number}" for number in range(len(rewrites))])
    asked: list[str] = []
    interview = make_interview(left=left)

    def ask(question: str) -> str:
        asked.append(question.splitlines()[0])
        return ""

    interview.ask = ask
    fill_document(interview, document, rewrites)
    return asked


def test_questions_are_spread_over_bullets_with_their_number(make_interview) -> None:  # type: ignore[no-untyped-def]
    """Two a bullet as long as others wait, in the order of the rewrites, the weakest first; six in all."""
    rewrites = {
        number: make_pieces(f"Cut cost {number}", *(f"{number}{letter}" for letter in "abc"))
        for number in (2, 0, 1, 3)
    }
    assert ask_all(make_interview, rewrites) == [
        "1 of 6: 2a?", "2 of 6: 2b?", "3 of 6: 0a?", "4 of 6: 0b?", "5 of 6: 1a?", "6 of 6: 1b?",
    ]  # fmt: skip


def test_what_changed_is_asked_with_its_verb(make_interview, rewrite) -> None:  # type: ignore[no-untyped-def]
    """A price is not."""
    asked = ask_all(make_interview, {0: rewrite("Built a parser for invoices.").pieces})
    assert asked == [
        "1 of 3: What got better because of this, for whom, and by how much? Begin with what changed: cut, raised, "
        "saved …, and the figure."
    ]


def test_a_bullet_alone_is_asked_everything(make_interview) -> None:  # type: ignore[no-untyped-def]
    """Nobody else waits."""
    assert ask_all(make_interview, {0: make_pieces("Cut cost 0", "a", "b", "c")}) == [
        "1 of 3: a?", "2 of 3: b?", "3 of 3: c?",
    ]  # fmt: skip


def test_a_skipped_question_is_not_asked_again(make_interview) -> None:  # type: ignore[no-untyped-def]
    """At another bullet of the same run; another question about the same thing is."""
    rewrites = {
        0: make_pieces("Cut cost 0", "a", "b"),
        1: make_pieces("Cut cost 1", "a", "c"),
        2: make_pieces("Cut cost 2", "b"),
    }
    assert ask_all(make_interview, rewrites) == ["1 of 5: a?", "2 of 5: b?", "3 of 3: c?"]


def test_bullets_beyond_the_last_question_are_left_alone(make_interview, rewrite) -> None:  # type: ignore[no-untyped-def]
    """They are not stripped of their slots."""
    document = make_document(BOARDS, CACHE, CACHE)
    rewrites = {number: rewrite(bullet.text).pieces for number, bullet in enumerate(document.bullets)}
    interview = make_interview(
        "cut picking errors by 12 %", "$900 a month", "$90/month", "the database as fallback", left=4
    )
    filled = fill_document(interview, document, rewrites)
    assert (interview.asked, interview.left, sorted(filled)) == (4, 0, [0, 1])


def test_a_bullet_whose_questions_were_all_skipped_before_is_left_alone(make_interview, rewrite) -> None:  # type: ignore[no-untyped-def]
    """Its text is not even shown."""
    document = make_document(CACHE, CACHE)
    rewrites = {number: rewrite(bullet.text).pieces for number, bullet in enumerate(document.bullets)}
    told: list[str] = []
    interview = make_interview("", "", told=told)
    assert sorted(fill_document(interview, document, rewrites)) == [0]
    assert told == [CACHE]


def test_dropping_slots_leaves_the_words_between(rewrite) -> None:  # type: ignore[no-untyped-def]
    """Only the slot's own link goes."""
    pieces = rewrite(CACHE).pieces
    place = next(number for number, piece in enumerate(pieces) if piece.slot == "cost")
    assert join_text(drop_slot(pieces, place)).startswith(
        "Cut p95 latency by 40 % with Redis caching for the search API, with ⟨fallback"
    )


def test_an_outcome_before_a_sentence_opens_it(fill: Fill) -> None:
    """A system's sentence is kept behind a colon; without an answer the bullet stays as it was."""
    text = "Vision model reads labels on parcels."
    filled, _, told = fill(text, "cut misroutes by 30 %", "$0.01 a label", "")
    assert filled == "Cut misroutes by 30 %, at $0.01 a label: vision model reads labels on parcels."
    assert told == []
    assert fill(text, "").text is None


def test_an_outcome_behind_an_opening_phrase_is_no_capital(fill: Fill) -> None:
    """And without one the bullet stays as it was."""
    text = "After two pilots, built a booking service for field crews."
    assert fill(text, "Cut no-shows by 12 %", "", "").text == (
        "After two pilots, cut no-shows by 12 % by building a booking service for field crews."
    )
    assert fill(text, "").text is None
