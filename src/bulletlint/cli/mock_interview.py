"""`drill --mock`: ten questions at the terminal, and what each answer named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bulletlint.core.facts import Evidence, Facts
from bulletlint.core.finding import BulletReport
from bulletlint.report.drill import ASPECTS, Aspect, Link, Questions, Wording, choose_question, find_links

#: Questions of one interview.
MOST_QUESTIONS = 10
#: What an answer to a question about a link has to name; about the others it need name nothing.
_ASKED: Mapping[Link, Aspect] = {
    "outcome": "outcome", "baseline": "outcome", "cost": "cost", "fallback": "fallback", "monitoring": "monitoring",
}  # fmt: skip
#: The word for an aspect to somebody who practises.
_WORDS: Mapping[Aspect, str] = {
    "outcome": "outcome", "cost": "cost", "fallback": "fallback", "monitoring": "signal",
}  # fmt: skip

#: Puts a question and returns the answer, None if nobody is there to answer any more.
Ask = Callable[[str], "str | None"]
Tell = Callable[[str], None]
Examine = Callable[[str], Facts]


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer: the aspect that it had to name, None for any, and what it named, each with the words that say so."""

    asked: Aspect | None
    named: Mapping[Aspect, str]


def hold_interview(
    bullets: Sequence[BulletReport],
    wording: Wording,
    *,
    ask: Ask,
    tell: Tell,
    examine: Examine,
    most: int = MOST_QUESTIONS,
) -> tuple[Answered, ...]:
    """Ask about bullets in their order and return the answers; every bullet once before any is asked again.

    What follows a question depends on its answer: one that named what was asked is asked the harder question behind it,
    one that named nothing of it is asked for a figure.
    """
    answers: list[Answered] = []
    for number, link, question, then in plan_questions(bullets, wording.questions):
        if len(answers) >= most:
            break
        tell(f"[{number + 1}] {bullets[number].text}")
        asked = _ASKED.get(link)
        given = _put(question, asked, answers, most, ask=ask, tell=tell, examine=examine)
        if given is None:
            break
        if not given or len(answers) >= most:
            continue
        if asked is None or asked in answers[-1].named or asked not in wording.again:
            follow_up, asked = then, None
        else:
            follow_up = wording.again[asked]
        if _put(follow_up, asked, answers, most, ask=ask, tell=tell, examine=examine) is None:
            break
    return tuple(answers)


def plan_questions(
    bullets: Sequence[BulletReport], questions: Questions
) -> Iterator[tuple[int, Link, str, str]]:
    """Yield the number of a bullet, a link of it, the question about that and the one behind it.

    Every bullet is asked about its weakest link before any is asked about its next.
    """
    turns: Counter[tuple[str, str]] = Counter()
    links = [find_links(bullet) for bullet in bullets]
    for round_ in range(max(map(len, links), default=0)):
        for number, bullet in enumerate(bullets):
            if round_ < len(links[number]):
                link = links[number][round_]
                chosen = choose_question(bullet, link, questions, turns)
                if chosen is not None:
                    yield number, link, *chosen


def _put(
    question: str,
    asked: Aspect | None,
    answers: list[Answered],
    most: int,
    *,
    ask: Ask,
    tell: Tell,
    examine: Examine,
) -> str | None:
    """Put one question, say what its answer named, and return the answer; None if nobody is there."""
    given = ask(f"{len(answers) + 1} of {most}: {question}")
    if given is None:
        return None
    answer = " ".join(given.split())
    named = read_answer(examine(answer), question) if answer else {}
    answers.append(Answered(asked, named))
    tell(describe_answer(answers[-1]) if answer else "no answer")
    return answer


def read_answer(facts: Facts, question: str = "") -> dict[Aspect, str]:
    """Return what an answer names, each with the words that say so, where it is sure where they begin and end.

    Words that only say the question again name nothing.
    """
    heard = split_words(question)
    said = [item for item in facts.evidence if not repeats(item, heard)]
    prices = [item for item in said if item.label == "cost"]
    words: dict[str, str] = {}
    for item in sorted(said, key=lambda item: item.confidence < 1):  # what the patterns found, first
        priced = any(item.start < price.end and price.start < item.end for price in prices)
        if item.label == "outcome" and priced:  # "$0.002 a query" is a price, and nothing that got better
            continue
        if item.confidence == 1:
            words.setdefault(item.label, item.text)
        elif item.label != "cost" or any(map(str.isdigit, item.text)):  # a price has a figure
            words.setdefault(item.label, "")
    holds: dict[Aspect, bool] = {
        "outcome": facts.metric == "outcome",
        "cost": facts.cost != "none",
        "fallback": facts.fallback,
        "monitoring": facts.monitoring != "no",
    }
    return {aspect: words[aspect] for aspect in ASPECTS if holds[aspect] and aspect in words}


def split_words(text: str) -> frozenset[str]:
    """Return the words of a text, without marks."""
    return frozenset("".join(sign if sign.isalnum() else " " for sign in text.lower()).split())


def repeats(item: Evidence, heard: frozenset[str]) -> bool:
    """Tell whether more than half of the words of some evidence were heard in the question."""
    words = split_words(item.text)
    return 2 * len(words & heard) > len(words)


def describe_answer(answered: Answered) -> str:
    """Return what an answer named and what it did not, and whether that was what was asked."""
    named = [
        f"{_WORDS[aspect]} “{words}”" if words else _WORDS[aspect] for aspect, words in answered.named.items()
    ]
    missing = [_WORDS[aspect] for aspect in ASPECTS if aspect not in answered.named]
    said = f"named: {', '.join(named)}" if named else "named: nothing that can be checked"
    if missing and named:
        said += f" · not named: {', '.join(missing)}"
    if answered.asked is not None and answered.asked not in answered.named:
        said += f" · the question was about the {_WORDS[answered.asked]}"
    return said


def summarise_answers(answers: Sequence[Answered]) -> str:
    """Return how many answers named each aspect, and what to practise."""
    total = len(answers)
    if not total:
        return "no question was answered"
    counts = {aspect: sum(aspect in answered.named for answered in answers) for aspect in ASPECTS}
    said = ", ".join(f"{_WORDS[aspect]} {number}" for aspect, number in counts.items())
    missed = [
        aspect
        for aspect in ASPECTS
        if any(item.asked == aspect and aspect not in item.named for item in answers)
    ]
    advice = f"\npractise: {', '.join(_WORDS[aspect] for aspect in missed)}" if missed else ""
    return f"{total} answer{'' if total == 1 else 's'}; they named: {said}{advice}"
