"""The rewrites of a run, by file and bullet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bulletlint.core.settings import Settings
from bulletlint.edit.plan import describe_left_out, describe_written, plan_rewrites
from bulletlint.lint.linter import Linter
from bulletlint.lint.program import Answered


def test_weak_bullets_have_a_rewrite_by_their_number(tmp_path: Path) -> None:
    """A missing file is an error beside the plans."""
    path = tmp_path / "resume.md"
    path.write_text(
        "## Experience\n\n- Cut onboarding from 9 days to 3 at no extra headcount, with the old form as fallback.\n- Built a cache.\n",
        encoding="utf-8",
    )
    planned = plan_rewrites(Linter(), [str(path), str(tmp_path / "gone.md")])
    assert [(plan.document.path, sorted(plan.rewrites)) for plan in planned.plans] == [(str(path), [1])]
    assert [error.path for error in planned.errors] == [str(tmp_path / "gone.md")]


def test_standard_input_is_a_plan_too() -> None:
    """Under the name that was given for it."""
    plans = plan_rewrites(Linter(), ["-"], stdin=(b"- Built a cache.\n", "x.md")).plans
    assert [(plan.document.path, list(plan.rewrites)) for plan in plans] == [("x.md", [0])]
    assert describe_left_out(plans[0].document, [(0, "its marks overlap")]) == [
        "note: x.md:1: not rewritten: its marks overlap; edit it by hand: Built a cache."
    ]


def test_a_program_is_asked_once_about_all_files() -> None:
    """Only about bullets that are meant and miss something; who worded each rewrite is told."""
    told: list[str] = []

    def ask(rows: Sequence[dict[str, Any]]) -> Answered:
        told.extend(row["text"] for row in rows)
        answer = "Cut p95 latency by 40 % for the search API with Redis caching, at ⟨cost⟩, with ⟨fallback⟩."
        return Answered(((1, {"id": 1, "rewrite": answer}),), ())

    source = (
        b"## Experience\n\n- Implemented Redis caching for the search API, cutting p95 latency by 40 %.\n"
        b"- Cut onboarding from 9 days to 3 at no extra headcount, with the old form as fallback.\n"
        b"- Built a parser for invoices.\n- Cut costs by [X%].\n- Built a cache for rates.\n"
    )
    planned = plan_rewrites(
        Linter(Settings(profile="ai-pm")), ["-"], stdin=(source, "x.md"), places={"x.md": frozenset({3, 4, 5, 6})},
        ask=ask,
    )  # fmt: skip
    (plan,) = planned.plans
    assert told == [
        "Implemented Redis caching for the search API, cutting p95 latency by 40 %.",
        "Built a parser for invoices.",
    ]
    assert plan.sources == {0: "program", 2: "template"}
    assert [bullet.rewrite.source for bullet in plan.report.bullets if bullet.rewrite] == [
        "program",
        "template",
    ]
    assert [line.split(" · ")[0] for line in describe_written(plan, [0, 2])] == [
        "line 3: by the program", "line 5: by the template",
    ]  # fmt: skip
    assert planned.notes == ("note: x.md:5: the program proposed nothing; the template stands",)
