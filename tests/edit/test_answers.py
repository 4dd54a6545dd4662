"""Answers to open slots, each read in its place in the bullet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bulletlint.core.finding import Piece
from bulletlint.edit.answers import Examine, Judged, clean_answer, judge_answer, lower_first, put_answer
from bulletlint.lint.analysis import Analyser
from bulletlint.rewrite.sentence.piece import join_text

CACHE = "Implemented Redis caching for the search API, cutting p95 latency by 40 %."
Judge = Callable[[str, str], tuple[Judged, str]]


@pytest.fixture
def examine(analyser: Analyser) -> Examine:
    """Reads a bullet as a run does, with the learned reader."""
    return lambda text: analyser.read(analyser.nlp(text))


@pytest.fixture
def judge(rewrite, examine, words) -> Judge:  # type: ignore[no-untyped-def]
    """Judges an answer to a slot of a rewrite; returns it, and the end of the sentence that it makes."""

    def run(name: str, given: str) -> tuple[Judged, str]:
        pieces = rewrite(CACHE).pieces
        place = next(number for number, piece in enumerate(pieces) if piece.slot == name)
        judged = judge_answer(pieces, place, given, examine, words)
        filled = put_answer(pieces, place, judged.text, linked=judged.linked)
        return judged, join_text(filled[len(pieces) - len(filled) + place - 4 if judged.linked else 0 :])

    return run


@pytest.mark.parametrize(
    ("given", "end"),
    [
        ("the database as fallback", "with the database as fallback."),
        ("a rollback within 5 minutes", "with a rollback within 5 minutes."),
        ("the old rules", "with the old rules as fallback."),
        ("a person below 0.7 confidence", "with a person below 0.7 confidence as fallback."),
        ("manual review", "with manual review as fallback."),
        ("customers are routed to a human", "with customers routed to a human."),
        ("the old keyword ranking takes over", "with the old keyword ranking taking over as fallback."),
        ("the substitute teacher took over", "with the substitute teacher taking over."),
        ("A nurse checks every dose", "with a nurse checking every dose as fallback."),
        ("Ana checks every case by hand", "with Ana checking every case by hand as fallback."),
        ("the model will be switched off", "with the model being switched off as fallback."),
        ("we revert to the rule table", ", reverting to the rule table."),
        ("falls back to last week's scores", ", falling back to last week's scores."),
        ("switch to the previous release", ", switching to the previous release."),
    ],
)
def test_what_takes_over_is_a_fallback_however_it_is_said(given: str, end: str, judge: Judge) -> None:
    """A thing stands behind "with"; a clause is turned so that it can, or follows a comma if it is about the writer."""
    judged, sentence = judge("fallback", given)
    assert judged.lack is None
    assert sentence.endswith(end)
    assert "with falling" not in sentence


@pytest.mark.parametrize(
    "given",
    [
        "my plan for 12 patients",
        "weekly reports",
        "hard work",
        "our values",
        "BM25",
        "Jira",
    ],
)
def test_what_may_be_no_fallback_is_asked_once_more(given: str, judge: Judge) -> None:
    """It fits, and the writer decides; a name alone says nothing."""
    judged, _ = judge("fallback", given)
    assert judged.fits
    assert judged.lack == f"“{given}” does not say who or what takes over, or how it is undone."
    assert judged.text == f"{given} as fallback"


@pytest.mark.parametrize(
    ("given", "sound"),
    [
        ("$90 a month", True),
        ("40 hours a month", True),
        ("no extra headcount", True),
        ("my plan for 12 patients", False),
        ("a great team", False),
    ],
)
def test_a_price_is_proved_by_the_answer_itself(given: str, sound: bool, judge: Judge) -> None:
    """Nothing else in the bullet counts."""
    judged, _ = judge("cost", given)
    assert (judged.lack is None, judged.fits) == (sound, True)


@pytest.mark.parametrize(
    ("given", "said", "lack"),
    [
        ("cut errors by 12 %", "Cut errors by 12 %", None),
        ("12 % fewer errors", "12 % fewer errors", None),
        ("errors", "errors", "Begin with a verb for what you did or changed: Cut, Raised, Wrote, Decided."),
        (
            "Cut errors", "Cut errors",
            "The answer has no change in figures: say from what to what, or by how much.",
        ),
    ],
)  # fmt: skip
def test_what_changed_begins_with_its_verb_or_its_figure(
    given: str,
    said: str,
    lack: str | None,
    rewrite,
    examine,
    words,  # type: ignore[no-untyped-def]
) -> None:
    """It opens the sentence."""
    pieces = rewrite("Built a churn model for the sales team.").pieces
    judged = judge_answer(pieces, 0, given, examine, words)
    assert (pieces[0].slot, judged.text, judged.lack) == ("what", said, lack)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("Cut misroutes by 30 %", "Built a tool, cutting misroutes by 30 %."),
        ("cutting misroutes by 30 %", "Built a tool, cutting misroutes by 30 %."),
        ("30 % fewer misroutes", "Built a tool, with 30 % fewer misroutes."),
    ],
)
def test_what_changed_behind_a_sentence_follows_it(given: str, said: str, examine: Examine, words) -> None:  # type: ignore[no-untyped-def]
    """A verb becomes "cutting …" there, and a figure follows "with"."""
    pieces = [
        Piece("Built a tool", 0, 12),
        Piece(","),
        Piece(" "),
        Piece("⟨result⟩", slot="what"),
        Piece("."),
    ]
    judged = judge_answer(pieces, 3, given, examine, words)
    assert judged.lack is None
    assert join_text(put_answer(pieces, 3, judged.text, linked=judged.linked)) == said


@pytest.mark.parametrize("given", ["", " . ", "⟨⟩"])
def test_nothing_is_no_answer(given: str, judge: Judge) -> None:
    """Not even in brackets."""
    assert judge("cost", given)[0] == Judged("", "That leaves nothing to write.", False)


@pytest.mark.parametrize(
    ("name", "given", "cleaned"),
    [
        ("cost", " at $5 a day. ", "$5 a day"), ("fallback", "with a rollback", "a rollback"),
        ("metric", "by 5 %,", "5 %"), ("what", "and cut it\nby 5 %", "cut it by 5 %"), ("cost", "⟨x⟩", "x"),
    ],
)  # fmt: skip
def test_an_answer_is_cleaned(name: str, given: str, cleaned: str) -> None:
    """The word before the slot is not said twice, and brackets never reach a file."""
    assert clean_answer(name, given) == cleaned


@pytest.mark.parametrize(
    ("text", "lowered"),
    [("The rules", "the rules"), ("A nurse", "a nurse"), ("I stop", "I stop"), ("SQL runs", "SQL runs")],
)
def test_a_first_letter_is_made_small_unless_it_has_to_stay(text: str, lowered: str) -> None:
    """An acronym and "I" stay."""
    assert lower_first(text) == lowered
