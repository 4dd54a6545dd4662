"""Rewrites that a program proposes: told what is missing, proved, read again, and refused with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter
from bulletlint.lint.program import Answered, ProgramError
from bulletlint.lint.proposals import Heard, Wanted, hear_program

LINTER = Linter(Settings(profile="ai-pm"))
CACHE = "Implemented Redis caching for the search API, cutting p95 latency by 40 %."
TEMPLATE = "Cut p95 latency by 40 % with Redis caching for the search API, at ⟨cost⟩, with ⟨fallback⟩."
PROPOSED = "Cut p95 latency by 40 % for the search API with Redis caching, at ⟨cost⟩, with ⟨fallback⟩."


def hear(*answers: dict[str, Any], texts: Sequence[str] = (CACHE,), fault: str = "") -> Heard:
    """Return what is made of a program's answers about bullets."""
    (file,) = LINTER.lint_text("".join(f"- {text}\n" for text in texts), format="markdown").files
    rules = LINTER.rulebook.select_for("-", profile="ai-pm")
    wanted = [
        Wanted(bullet, rules, "unknown", f"resume.md:{number}")
        for number, bullet in enumerate(file.bullets, 1)
    ]
    faults = (ProgramError(fault),) if fault else ()
    return hear_program(
        LINTER.load_analyser(), wanted, lambda rows: Answered(tuple(enumerate(answers, 1)), faults)
    )


def test_a_program_is_told_what_is_missing() -> None:
    """The text, what was found, the facts, the blanks that are wanted, and the template's rewrite."""
    told: list[dict[str, Any]] = []

    def ask(rows: Sequence[dict[str, Any]]) -> Answered:
        told.extend(rows)
        return Answered((), ())

    (file,) = LINTER.lint_text(f"- {CACHE}", format="markdown").files
    hear_program(LINTER.load_analyser(), [Wanted(file.bullets[0], (), "unknown", "x")], ask)
    assert len(told) == 1
    row = told[0]
    assert (row["id"], row["text"], row["rewrite"]) == (1, CACHE, TEMPLATE)
    assert {finding["rule"] for finding in row["findings"]} >= {
        "weak-verb",
        "missing-cost",
        "missing-fallback",
    }
    assert [blank["label"] for blank in row["blanks"]] == ["cost", "fallback"]
    assert (row["facts"]["metric"], row["facts"]["cost"], row["facts"]["lead"]) == (
        "outcome",
        "none",
        "Implemented",
    )


def test_a_proposal_that_holds_is_shown() -> None:
    """With the questions of its blanks, and what it repairs."""
    heard = hear({"id": 1, "rewrite": PROPOSED})
    rewrite = heard.bullets[0].rewrite
    assert rewrite is not None
    assert (rewrite.text, rewrite.source) == (PROPOSED, "program")
    template = hear().bullets[0].rewrite
    assert template is not None
    assert (template.text, template.source) == (TEMPLATE, "template")
    assert [(slot.name, slot.question, slot.hint) for slot in rewrite.slots] == [
        (slot.name, slot.question, slot.hint) for slot in template.slots
    ]
    assert (heard.notes, heard.faults) == ((), ())


@pytest.mark.parametrize(
    ("proposed", "reason"),
    [
        ("", "it is empty"),
        (CACHE, "it changes nothing"),
        ("Cut p95 latency\nby 40 %.", "it has a line break or another control character"),
        ("Cut it by 40 %. " * 40, "it is far longer than the bullet"),
        (PROPOSED.replace("⟨cost⟩", "⟨what it costs a month⟩"), "a blank has more than 3 words"),
        (PROPOSED.replace("⟨cost⟩", "⟨ ⟩"), "a blank is empty"),
        (PROPOSED.replace("40", "45"), "new: 45%; lost: 40%"),
        (PROPOSED.replace("p95 ", ""), "lost: p, 95"),
        (PROPOSED.replace("Redis", "Kafka"), "new: kafka; lost: redis"),
        (PROPOSED.replace("40 %", "~40 %"), "new: ~"),
        (PROPOSED.replace("⟨cost⟩", "$40/month"), "new: month, $40"),
        (PROPOSED.replace("Cut", "I cut"), "new: i"),
        ("Redis caching for the search API was implemented, cutting p95 latency by 40 %.", "newly breaks passive-voice"),
        (CACHE.replace(".", ", at ⟨cost⟩."), "leaves weak-verb, which the template answers"),
    ],
)  # fmt: skip
def test_a_proposal_that_fails_is_refused_and_said(proposed: str, reason: str) -> None:
    """And the template stands."""
    heard = hear({"id": 1, "rewrite": proposed})
    assert heard.bullets[0].rewrite is not None
    assert heard.bullets[0].rewrite.text == TEMPLATE
    (note,) = heard.notes
    assert note.startswith(f"note: resume.md:1: the program's rewrite is refused: {reason}")
    assert note.endswith("; the template stands")


def test_the_first_proposal_that_holds_is_taken() -> None:
    """A program may propose several for a bullet."""
    heard = hear(
        {"id": 1, "rewrite": "Cut it."}, {"id": 1, "rewrite": PROPOSED}, {"id": 1, "rewrite": TEMPLATE}
    )
    assert heard.bullets[0].rewrite is not None
    assert (heard.bullets[0].rewrite.text, heard.notes) == (PROPOSED, ())
    refused = hear({"id": 1, "rewrite": ""}, {"id": 1, "rewrite": "Cut it."})
    assert refused.notes == (
        "note: resume.md:1: the program's rewrite is refused: it is empty (and 1 more); the template stands",
    )


def test_answers_that_name_no_bullet_are_errors() -> None:
    """Each in one line; what the program did wrong comes first."""
    heard = hear(
        {"id": 2, "rewrite": "x"}, {"rewrite": "x"}, {"id": True, "rewrite": "x"}, {"id": 1, "rewrite": 3},
        {"id": 1, "rewrite": None},
        fault="--with: `x` ended with exit code 3",
    )  # fmt: skip
    assert heard.faults == (
        "--with: `x` ended with exit code 3",
        *(
            f"--with: line {line} of the answers: `id` must be the id of a bullet, 1 to 1"
            for line in (1, 2, 3)
        ),
        "--with: line 4 of the answers: `rewrite` must be a text or null",
    )


def test_bullets_without_a_proposal_are_named() -> None:
    """The first three; the others are counted."""
    texts = [f"Built a parser for the invoices of {number} clients." for number in range(11, 16)]
    assert hear(texts=texts).notes == (
        "note: resume.md:1, resume.md:2, resume.md:3 and 2 more: the program proposed nothing; the template stands",
    )
