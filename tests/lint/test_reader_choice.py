"""Which profile a file is read with."""

from __future__ import annotations

import pytest

from bulletlint.core.settings import Origin, PerFile, Settings
from bulletlint.lint.linter import Linter
from bulletlint.lint.reader_choice import choose_case
from bulletlint.rulebook.profile import Case

PAGES = {
    "nurse": "# Ana\n\n## Experience\n\n- Ran a ward of 28 beds with 14 nurses.\n- Cut falls from 11 to 4 a quarter.\n",
    "engineer": "# Lena\n\n## Experience\n\n- Moved 14 services to Kubernetes.\n- Cut p95 latency by 40 % with Redis.\n",
    "manager": "# Daniel\n\nProduct Manager\n\n## Experience\n\n- Raised orders by 9 % without forced sign-up.\n",
    "one ai bullet": "# Lena\n\n## Experience\n\n- Launched a support chatbot for 12k customers.\n",
    "two ai bullets": "# Lena\n\n## Experience\n\n- Launched a chatbot for 12k customers.\n- Shipped a fraud model.\n"
    + "- Ran a ward of 28 beds.\n" * 3,
    "ai role": "# Lena\n\nAI product manager\n\n## Experience\n\n- Ran a ward of 28 beds.\n",
    "case study": "# A\n\n## Problem\n\n- Ran a ward of 28 beds.\n\n## Approach\n\n- Cut falls.\n\n## Results\n\n- Done.\n",
}


@pytest.mark.parametrize(
    ("page", "profile", "reason"),
    [
        ("nurse", "everyone", "the page tells of no AI system and little engineering"),
        ("engineer", "general", "100 % of the bullets are about engineering"),
        ("manager", "general", "the page names a product role and no AI system"),
        ("one ai bullet", "ai-pm", "at least half of it is about an AI system"),
        ("two ai bullets", "ai-pm", "2 bullets tell of an AI system"),
        ("ai role", "ai-pm", "the title or summary names an AI role"),
        ("case study", "portfolio", "the headings are those of a case study"),
    ],
)
def test_the_page_decides(page: str, profile: str, reason: str) -> None:
    """By what its bullets tell of and by the role that it names."""
    (file,) = Linter().lint_text(PAGES[page], format="markdown").files
    assert (file.profile, file.profile_reason, file.profile_chosen) == (profile, reason, True)


def test_each_file_of_a_run_is_read_by_itself() -> None:
    """A nurse and an engineer in one folder get what suits each; the same bullet may have two reports."""
    from bulletlint.read import read_bytes

    shared = "- Responsible for the rota.\n"
    documents = [
        document
        for name in ("nurse", "engineer")
        for document in read_bytes((PAGES[name] + shared).encode(), name=f"{name}.md")
    ]
    files = Linter().lint_documents(documents).files
    assert [file.profile for file in files] == ["everyone", "general"]
    assert [file.bullets[-1].text for file in files] == ["Responsible for the rota."] * 2


def test_a_named_profile_wins_and_says_where_it_is_named() -> None:
    """The settings of a file come before those of the run."""
    settings = Settings(
        profile="general",
        per_file=(PerFile("a.md", profile="ai-pm"),),
        origins={("profile",): Origin("--profile"), ("per_file", "a.md", "profile"): Origin("c.toml", 3)},
    )
    linter = Linter(settings)
    files = [
        linter.lint_text(PAGES["nurse"], format="markdown", path=path).files[0] for path in ("a.md", "b.md")
    ]
    assert [(file.profile, file.profile_reason, file.profile_chosen) for file in files] == [
        ("ai-pm", "set by c.toml:3", False),
        ("general", "set by --profile", False),
    ]
    (file,) = Linter(Settings(profile="general")).lint_text(PAGES["nurse"], format="markdown").files
    assert file.profile_reason == "as asked for"


def test_the_score_is_about_what_the_profile_asks() -> None:
    """A nurse loses nothing for a fallback that nobody asked for."""
    scores = {
        profile: Linter(Settings(profile=profile))
        .lint_text(PAGES["nurse"], format="markdown")
        .files[0]
        .bullets[1]
        for profile in ("everyone", "ai-pm")
    }
    assert scores["everyone"].asked == ()
    assert scores["ai-pm"].asked == ("missing-cost", "missing-fallback")
    assert scores["everyone"].score == 100
    assert scores["ai-pm"].score == 68


def test_the_first_case_that_holds_is_taken() -> None:
    """All of its minima have to be reached."""
    cases = (
        Case("a", (("ai_bullets", 2), ("ai_role", 1)), "x"),
        Case("b", (("ai_bullets", 2),), "x"),
        Case("c", (), "x"),
    )
    assert [
        choose_case(cases, {"ai_bullets": bullets, "ai_role": role}).profile
        for bullets, role in ((2, 1), (2, 0), (1, 1), (3, 1))
    ] == ["a", "b", "c", "a"]
