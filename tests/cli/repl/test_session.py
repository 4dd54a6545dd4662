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
    assert [line for line in lines if line.startswith("[")] == ["[1]  score 14", "[2]  score 38"]
    assert lines[1:3] == ["  " + WEAK, "  ^^^^^"]
    assert [line.split()[1] for line in lines if line.startswith(("  error", "  warning", "  info"))] == [
        "BL101",
        "BL401",
    ]
    assert "  no findings" in lines
    assert lines[-1] == "2 bullets: 2 findings; score 26 of 100"
    assert session.latest == (1, 2)


def test_numbers_go_on_from_paste_to_paste(session: Session) -> None:
    """A new bullet gets the next number."""
    lint_paste(session, WEAK)
    lint_paste(session, "Led the warehouse team through a move.")
    assert (sorted(session.bullets), session.latest) == ([1, 2], (2,))


def test_a_bullet_is_never_replaced_by_a_new_text(session: Session) -> None:
    """However alike it is: two jobs may have had much the same in them."""
    lint_paste(session, WEAK)
    lint_paste(session, "Built a cache for sales.")
    assert [bullet.text for bullet in session.bullets.values()] == [WEAK, "Built a cache for sales."]


def test_a_bullet_that_is_here_already_keeps_its_number(session: Session) -> None:
    """A list pasted again is not there twice; two equal bullets of one paste are."""
    lint_paste(session, f"{WEAK}\n{STRONG}\n")
    lint_paste(session, f"{STRONG}\n{WEAK}\n{WEAK}\n")
    assert [bullet.text for bullet in session.bullets.values()] == [WEAK, STRONG, WEAK]
    assert session.latest == (2, 1, 3)


def test_an_edit_keeps_its_number_and_says_what_changed(session: Session) -> None:
    """What went, what is still there."""
    lint_paste(session, WEAK)
    session.editing = 1
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
    assert session.editing is None
    assert [bullet.text for bullet in session.bullets.values()] == [
        "Halved delays, the old queue being the fallback."
    ]


@pytest.mark.parametrize(
    ("text", "held", "numbers"),
    [(f"{STRONG}\n{WEAK}\n", "2 bullets", [1, 2, 3]), ("Python, Go, SQL", "no bullet", [1])],
)
def test_an_edit_takes_one_bullet(session: Session, text: str, held: str, numbers: list[int]) -> None:
    """With any other number the bullet stays as it was, and what came is new."""
    lint_paste(session, "Led a warehouse move.")
    session.editing = 1
    lines = lint_paste(session, text).splitlines()
    assert lines[0] == f"[1] stays as it was: an edit takes one bullet, this is {held}"
    assert sorted(session.bullets) == numbers
    assert session.bullets[1].text == "Led a warehouse move."


def test_many_bullets_are_answered_by_a_summary(session: Session) -> None:
    """A screen of figures and the weakest by number; each bullet is shown when it is asked for."""
    said = lint_paste(session, f"- {STRONG}\n" * 3 + f"- {WEAK}\n" * 27)
    lines = said.splitlines()
    assert lines[0] == "30 bullets: 54 findings (27 errors, 27 info); score 16 of 100"
    assert lines[1] == "most often: BL101 weak-verb (27), BL401 missing-fallback (27)"
    assert lines[2:5] == ["weakest first:", f"[4]    14  {WEAK}", "           BL101 BL401"]
    assert "no findings: 1 to 3" in lines
    assert ":show 4 shows that bullet" in said
    assert len(lines) < 24
    assert said.count(WEAK) == 5


def test_a_filter_shows_every_bullet_below_the_summary(session: Session) -> None:
    """Nobody is there to ask for them."""
    session.whole = True
    lines = lint_paste(session, f"- {WEAK}\n" * 30).splitlines()
    assert lines[0].startswith("30 bullets: ")
    assert sum(line.startswith("[") and line.endswith("score 14") for line in lines) == 30
    assert ":show" not in "".join(lines)


def test_many_bullets_take_a_moment_and_that_is_told(session: Session) -> None:
    """Before they are checked."""
    told: list[str] = []
    session.tell = told.append
    lint_paste(session, f"- {WEAK}\n" * 101)
    assert told == ["checking 101 bullets …"]


def test_the_worst_finding_comes_first(session: Session) -> None:
    """Whatever its code and its place."""
    session.settings = replace(
        session.settings, severities=(("missing-fallback", "error"), ("weak-verb", "info"))
    )
    change_profile(session, "ai-pm")
    lint_paste(session, WEAK)
    assert [finding.code for finding in session.bullets[1].findings] == ["BL401", "BL101"]


def test_two_alike_bullets_of_one_paste_stay_two(session: Session) -> None:
    """Each has its own number."""
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


def test_many_latest_bullets_have_to_be_named(session: Session) -> None:
    """A screen for each of thirty is not what somebody wants who types `:edit`; a filter shows them all."""
    lint_paste(session, "".join(f"- Built cache {number} for search.\n" for number in range(6)))
    with pytest.raises(ConfigError, match="the latest are 6 bullets; name one by its number, or all"):
        choose_bullets(session, "")
    with pytest.raises(ConfigError, match="unknown bullet `7`; write all or one of 1 to 6"):
        choose_bullets(session, "7")
    session.whole = True
    assert choose_bullets(session, "") == (1, 2, 3, 4, 5, 6)


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


def test_the_profile_that_the_text_chose_is_told(session: Session) -> None:
    """Below the figures, with how to choose another; a single bullet is answered without it."""
    change_profile(session, "auto")
    lines = lint_paste(session, f"{WEAK}\n{STRONG}\n").splitlines()
    assert session.reading.startswith("everyone, because ")
    assert " ".join(lines).endswith(f"read with profile {session.reading}; :profile NAME chooses another")
    assert "read with profile" not in lint_paste(session, "Led a warehouse move.")
    change_profile(session, "general")
    lint_paste(session, WEAK)
    assert session.reading == ""
