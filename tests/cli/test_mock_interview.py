"""The mock interview: which questions come, and what answers name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from builders import make_evidence, make_facts
from bulletlint.cli.mock_interview import (
    Answered,
    describe_answer,
    hold_interview,
    read_answer,
    summarise_answers,
)
from bulletlint.core.document import Place
from bulletlint.core.facts import Facts
from bulletlint.core.finding import BulletReport, Finding
from bulletlint.report.drill import Wording

QUESTIONS = {
    link: {"any": ((f"{link} 1?", f"{link} 1 then?"), (f"{link} 2?", f"{link} 2 then?"))}
    for link in ("part", "outcome", "cost", "fallback", "monitoring", "baseline", "depth")
}
AGAIN = {"outcome": "outcome again?", "cost": "cost again?"}
PRICE = "It is $0.002 a query."


def make_bullet(*rules: str, text: str = "Built a tool.") -> BulletReport:
    """A delivery bullet with findings of these rules."""
    findings = tuple(Finding("BL000", rule, "error", "", 0, 5, Place(), "ask", "?") for rule in rules)
    return BulletReport(text, Place(3, 3, 3, 17), None, "delivery", None, (), findings)


def hold(
    gather: Callable[[str], Facts], bullets: list[BulletReport], *given: str
) -> tuple[list[str], list[str], int]:
    """Return the questions that were put, what was told, and the number of answers."""
    answers: Iterator[str] = iter(given)
    asked: list[str] = []
    told: list[str] = []

    def ask(question: str) -> str | None:
        asked.append(question)
        return next(answers, None)

    held = hold_interview(bullets, Wording(QUESTIONS, again=AGAIN), ask=ask, tell=told.append, examine=gather)
    return asked, told, len(held)


def test_what_follows_depends_on_the_answer(gather: Callable[[str], Facts]) -> None:
    """The harder question behind one that names what was asked, else a figure; nothing behind silence."""
    bullets = [make_bullet("missing-cost", text=f"Bullet {number}.") for number in range(3)]
    asked, told, answered = hold(gather, bullets, PRICE, "So so.", "Not much.", "No idea.", "")
    assert asked == [
        "1 of 10: cost 1?", "2 of 10: cost 1 then?", "3 of 10: cost 2?", "4 of 10: cost again?", "5 of 10: cost 1?",
        "6 of 10: depth 1?",
    ]  # fmt: skip
    assert answered == 5
    assert [line for line in told if line.startswith("[")] == [
        "[1] Bullet 0.", "[2] Bullet 1.", "[3] Bullet 2.", "[1] Bullet 0.",
    ]  # fmt: skip
    assert told[-2] == "no answer"


def test_every_bullet_is_asked_once_before_any_is_asked_again(gather: Callable[[str], Facts]) -> None:
    """Then about the next thing that it is weak in, up to ten questions."""
    bullets = [make_bullet("missing-metric", "missing-cost"), make_bullet("missing-fallback")]
    asked, _, answered = hold(gather, bullets, *[""] * 20)
    assert [question.partition(": ")[2] for question in asked] == [
        "outcome 1?", "fallback 1?", "cost 1?", "depth 1?", "depth 2?",
    ]  # fmt: skip
    asked, _, answered = hold(gather, bullets * 9, *["Hm."] * 40)
    assert (len(asked), answered) == (10, 10)


def test_nobody_there_ends_it(gather: Callable[[str], Facts]) -> None:
    """What was answered counts."""
    asked, _, answered = hold(gather, [make_bullet("missing-cost")], PRICE)
    assert (len(asked), answered) == (2, 1)
    assert hold(gather, []) == ([], [], 0)


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        (PRICE, {"cost": "$0.002 a query"}),
        ("Churn fell from 8 % to 6 % in a quarter.", {"outcome": "from 8 % to 6 %"}),
        ("If the model is below 0.7 we hand over to an agent.", {"fallback": "hand over to an agent"}),
        ("Well, it went quite well and people liked it.", {}),
        ("I decided against Elasticsearch.", {}),
    ],
)
def test_an_answer_names_what_the_evidence_says(
    answer: str, named: dict[str, str], gather: Callable[[str], Facts]
) -> None:
    """With its words; a price is no outcome."""
    assert read_answer(gather(answer)) == named


def test_words_of_the_question_name_nothing_and_loose_ends_are_not_quoted() -> None:
    """What only the learned reader found has no sure ends; a price without a figure is none."""
    text = "At ten times the traffic it costs 3 cents, so people complained less, as we watch it."
    facts = make_facts(
        text,
        metric="outcome",
        cost="paid",
        monitoring="watch",
        evidence=(
            make_evidence(text, "ten times", "outcome"),
            replace(make_evidence(text, "people complained less", "cost"), source="reader", confidence=0.7),
            replace(make_evidence(text, "so people", "monitoring"), source="reader", confidence=0.6),
        ),
    )
    question = "What does one answer cost, and what happens at ten times the traffic?"
    assert read_answer(facts, question) == {"monitoring": ""}
    assert read_answer(facts) == {"outcome": "ten times", "monitoring": ""}


def test_a_signal_is_named_with_its_value(gather: Callable[[str], Facts]) -> None:
    """Watching with a threshold."""
    assert (
        read_answer(gather("We watch the refusal rate and pause it above 5 %."))["monitoring"]
        == "pause it above 5 %"
    )


def test_an_answer_is_described_by_what_it_named() -> None:
    """And by whether that was what was asked."""
    assert describe_answer(Answered("cost", {"cost": "$90"})) == (
        "named: cost “$90” · not named: outcome, fallback, signal"
    )
    assert describe_answer(Answered("cost", {})) == (
        "named: nothing that can be checked · the question was about the cost"
    )
    assert (
        describe_answer(Answered(None, {"monitoring": ""}))
        == "named: signal · not named: outcome, cost, fallback"
    )


def test_the_summary_says_what_to_practise() -> None:
    """What was asked and not named."""
    answers = (
        Answered("cost", {}),
        Answered("cost", {"cost": "$9"}),
        Answered(None, {"fallback": "x"}),
        Answered("monitoring", {}),
    )
    assert summarise_answers(answers) == (
        "4 answers; they named: outcome 0, cost 1, fallback 1, signal 0\npractise: cost, signal"
    )
    assert summarise_answers(()) == "no question was answered"
