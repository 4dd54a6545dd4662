"""What the prompt remembers, and what a new text does to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bulletlint.cli.repl.session import Session, change_profile, choose_bullets, lint_paste, make_document
from bulletlint.core.errors import ConfigError

WEAK = "Built a cache for search."
STRONG = "Cut search latency by half, with the cache as fallback."


def test_bullets_are_numbered_and_their_findings_shown(session: Session) -> None:
    """One number a bullet, the spans underlined, a summary below a list."""
    lines = lint_paste(session, f"- {WEAK}\n- {STRONG}\n").splitlines()
    assert [line for line in lines if line.startswith("[")] == ["[1]  score 15", "[2]  score 40"]
    assert lines[1:3] == ["  " + WEAK, "  ^^^^^"]
    assert [line.split()[1] for line in lines if line.startswith(("  error", "  warning"))] == [
        "BL101",
        "BL401",
    ]
    assert "  no findings" in lines
    assert lines[-1] == "2 bullets: 2 findings; score 28 of 100"
    assert session.latest == (1, 2)


def test_numbers_go_on_from_paste_to_paste(session: Session) -> None:
    """A new bullet gets the next number."""
    lint_paste(session, WEAK)
    lint_paste(session, "Led the warehouse team through a move.")
    assert (sorted(session.bullets), session.latest) == ([1, 2], (2,))


def test_a_new_version_keeps_its_number_and_says_what_changed(session: Session) -> None:
    """What went, what is still there."""
    lint_paste(session, WEAK)
    lines = lint_paste(session, "Built a cache for search with a fallback.").splitlines()
    assert lines[0].startswith("[1]")
    assert [line.split(maxsplit=1) for line in lines if line.startswith(("  gone", "  still", "  came"))] == [
        ["gone", "BL401 missing-fallback"], ["still", "BL101 weak-verb"],
    ]  # fmt: skip
    assert list(session.bullets) == [1]


def test_an_edited_bullet_keeps_its_number_however_much_changed(session: Session) -> None:
    """`:edit` says which bullet is meant; no word need be left of it."""
    lint_paste(session, WEAK)
    session.editing = 1
    lines = lint_paste(session, "Halved delays, the old queue being the fallback.").splitlines()
    assert "  no findings left" in lines
    assert [bullet.text for bullet in session.bullets.values()] == [
        "Halved delays, the old queue being the fallback."
    ]


def test_two_alike_bullets_of_one_paste_stay_two(session: Session) -> None:
    """Only bullets of earlier pastes are taken for earlier versions."""
    lint_paste(session, f"{WEAK}\n{WEAK[:-1]} engines.\n")
    assert sorted(session.bullets) == [1, 2]


def test_what_is_no_bullet_is_said_with_the_reason(session: Session) -> None:
    """Neither silence nor a finding."""
    said = lint_paste(session, "Python, Go, SQL")
    assert said.startswith("not a bullet (")
    assert said.endswith("): Python, Go, SQL\n")
    assert session.bullets == {}


def test_a_text_without_any_line_to_judge_is_told_too(session: Session) -> None:
    """With what to write instead."""
    assert lint_paste(session, "--") == "there is no bullet in this; write what you did and what came of it\n"


def test_another_profile_reads_all_bullets_again(session: Session) -> None:
    """The pipeline stays, the rules in force change."""
    lint_paste(session, f"{WEAK}\n{STRONG}\n")
    nlp = session.linter.load_analyser().nlp
    session.settings = replace(session.settings, select=("missing-fallback",))
    change_profile(session, "general")
    assert session.settings.profile == "general"
    assert session.linter.load_analyser().nlp is nlp
    assert "BL101" not in {finding.code for bullet in session.bullets.values() for finding in bullet.findings}


def test_an_unknown_profile_changes_nothing(session: Session) -> None:
    """The error names the near one."""
    with pytest.raises(ConfigError, match="unknown profile `genral`"):
        change_profile(session, "genral")
    assert session.settings.profile == "ai-pm"


@pytest.mark.parametrize(
    ("argument", "numbers"), [("", (2, 3)), ("1", (1,)), ("1 3", (1, 3)), ("1,2", (1, 2)), ("all", (1, 2, 3))]
)
def test_commands_mean_the_latest_bullets_or_those_named(
    session: Session, argument: str, numbers: tuple[int, ...]
) -> None:
    """By number, by comma, all of them."""
    lint_paste(session, WEAK)
    lint_paste(session, f"{STRONG}\nLed a warehouse move.\n")
    assert choose_bullets(session, argument) == numbers


def test_a_number_that_is_not_there_is_refused(session: Session) -> None:
    """The error says which ones are."""
    with pytest.raises(ConfigError, match="no bullet yet"):
        choose_bullets(session, "")
    lint_paste(session, WEAK)
    with pytest.raises(ConfigError, match="unknown bullet `7`; write all or one of 1"):
        choose_bullets(session, "7")


def test_the_document_of_all_bullets_has_their_places(session: Session) -> None:
    """Offsets are those of one bullet a line."""
    lint_paste(session, f"{WEAK}\n{STRONG}\n")
    document = make_document(list(session.bullets.values()))
    assert document.source == f"{WEAK}\n{STRONG}\n"
    for bullet in document.bullets:
        (stretch,) = bullet.stretches
        assert document.source[stretch.start : stretch.end] == bullet.text
