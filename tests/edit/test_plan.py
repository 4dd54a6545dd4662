"""The rewrites of a run, by file and bullet."""

from __future__ import annotations

from pathlib import Path

from bulletlint.edit.plan import describe_left_out, plan_rewrites
from bulletlint.lint.linter import Linter


def test_weak_bullets_have_a_rewrite_by_their_number(tmp_path: Path) -> None:
    """A missing file is an error beside the plans."""
    path = tmp_path / "resume.md"
    path.write_text(
        "## Experience\n\n- Cut onboarding from 9 days to 3 at no extra headcount, with the old form as fallback.\n- Built a cache.\n",
        encoding="utf-8",
    )
    plans, errors = plan_rewrites(Linter(), [str(path), str(tmp_path / "gone.md")])
    assert [(plan.document.path, sorted(plan.rewrites)) for plan in plans] == [(str(path), [1])]
    assert [error.path for error in errors] == [str(tmp_path / "gone.md")]


def test_standard_input_is_a_plan_too() -> None:
    """Under the name that was given for it."""
    plans, _ = plan_rewrites(Linter(), ["-"], stdin=(b"- Built a cache.\n", "x.md"))
    assert [(plan.document.path, list(plan.rewrites)) for plan in plans] == [("x.md", [0])]
    assert describe_left_out(plans[0].document, [(0, "its marks overlap")]) == [
        "note: x.md:1: not rewritten: its marks overlap; edit it by hand: Built a cache."
    ]
