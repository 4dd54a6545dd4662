"""The commands of the prompt."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from builders import make_report
from bulletlint.cli.repl.commands import COMMANDS, answer, complete, find_command, is_command
from bulletlint.cli.repl.session import Session
from bulletlint.core.errors import ConfigError

WEAK = "Built a cache for search."


@pytest.fixture
def one(session: Session) -> Session:
    """A session with one weak bullet."""
    answer(session, WEAK)
    return session


def test_every_command_answers_help(one: Session) -> None:
    """Help names each command once, and each is found by its name."""
    text = answer(one, ":help")
    for command in COMMANDS:
        assert find_command(command.name) is command
        assert text.count(f":{command.name} ") == 1
    assert answer(one, "?") == answer(one, "help") == text


@pytest.mark.parametrize(
    ("name", "found"), [("ex", "explain"), ("q", "quit"), ("save", "save"), ("why", "why")]
)
def test_the_beginning_of_a_command_is_enough(name: str, found: str) -> None:
    """Where only one begins so."""
    assert find_command(name).name == found


@pytest.mark.parametrize(
    ("line", "message"),
    [(":explian x", "unknown command `:explian`; did you mean `explain`"), (":e", "`:e` may be :edit or :explain"), (":", "unknown command")],
)  # fmt: skip
def test_an_unknown_command_is_refused_with_the_near_one(one: Session, line: str, message: str) -> None:
    """It is not taken for a bullet."""
    with pytest.raises(ConfigError, match=message):
        answer(one, line)


def test_an_empty_line_says_nothing(one: Session) -> None:
    """Enter is harmless."""
    assert answer(one, " \n ") == ""


def test_explain_shows_the_page_of_a_rule(one: Session) -> None:
    """By code or name; without one, the rules that the latest bullet broke."""
    assert answer(one, ":explain BL101") == answer(one, ":explain weak-verb")
    assert answer(one, ":explain weak-verb").startswith("BL101 weak-verb\n")
    pages = answer(one, ":explain")
    assert "BL101 weak-verb\n" in pages
    assert "BL401 missing-fallback\n" in pages
    assert "BL301" not in pages.splitlines()[0]
    assert "version" in answer(one, ":explain score")
    with pytest.raises(ConfigError, match="unknown rule `weak-werb`"):
        answer(one, ":explain weak-werb")


def test_why_shows_tree_and_facts(one: Session) -> None:
    """For the latest bullet under its number."""
    lines = answer(one, ":why").splitlines()
    assert lines[0] == "[1]"
    assert 'lead verb  "Built" = built (build)' in lines


def test_rewrite_shows_text_and_questions(one: Session) -> None:
    """Each open slot has its question; without a rewrite the reason is said."""
    assert answer(one, ":rewrite") == "[1] there is no rewrite in your own words\n"
    weak, strong = make_report().files[0].bullets
    one.bullets = {1: weak, 2: strong}
    assert answer(one, ":rewrite all").splitlines() == [
        "[1]",
        "  → Cut p95 latency by 40 % by implementing Redis caching for the search API, at ⟨cost: per query⟩.",
        "  ? cost: What does one query cost?",
        "[2] nothing to rewrite",
    ]


def test_drill_asks_about_the_weakest_link(one: Session) -> None:
    """One question a bullet and its follow-up; a bullet that claims nothing is asked nothing."""
    weak, strong = make_report().files[0].bullets
    one.bullets = {1: weak, 3: replace(strong, kind="other")}
    lines = answer(one, ":drill 1 3").splitlines()
    assert lines[0] == f"[1] {weak.text}"
    assert [line.split(":")[0] for line in lines[1:3]] == ["  cost", "  then"]
    assert lines[3:] == [f"[3] {strong.text}", "  there is no claim to ask about"]


def test_take_puts_the_rewrite_into_the_line(one: Session) -> None:
    """Its open slots are there to be filled."""
    weak, strong = make_report().files[0].bullets
    one.bullets, one.latest = {1: weak, 2: strong}, (1,)
    assert answer(one, ":take") == ""
    assert weak.rewrite is not None
    assert (one.draft, one.editing) == (weak.rewrite.text, 1)
    with pytest.raises(ConfigError, match="bullet 2 has no rewrite"):
        answer(one, ":take 2")


def test_profile_names_or_changes_the_profile(one: Session) -> None:
    """The bullets are read again."""
    assert answer(one, ":profile") == "profile ai-pm\n"
    assert answer(one, ":profile technical-ai-pm").startswith("profile technical-ai-pm; 1 bullet: ")


def test_list_shows_every_bullet(one: Session) -> None:
    """Number, score, text, codes."""
    assert answer(one, ":list").splitlines() == [f"[1]    14  {WEAK}", "           BL101 BL401"]


def test_show_shows_a_bullet_with_all_that_was_found(one: Session) -> None:
    """By number, or the latest."""
    answer(one, "Cut search latency by half, with the cache as fallback.")
    lines = answer(one, ":show 1").splitlines()
    assert lines[:3] == ["[1]  score 14", "  " + WEAK, "  ^^^^^"]
    assert answer(one, ":show").startswith("[2]  score 38\n")


def test_undo_takes_the_latest_change_back(one: Session) -> None:
    """A paste, an edit, a clearing, one after the other; then there is nothing left."""
    answer(one, ":edit 1")
    answer(one, "Halved the delays, with the old queue as fallback.")
    answer(one, "Led a warehouse move.")
    answer(one, ":clear")
    assert answer(one, ":undo").startswith("undone: :clear; 2 bullets: ")
    assert answer(one, ":undo").startswith("undone: paste of 1 bullet; 1 bullet: no findings")
    assert answer(one, ":undo").startswith("undone: edit of [1]; 1 bullet: 2 findings")
    assert [bullet.text for bullet in one.bullets.values()] == [WEAK]
    assert answer(one, ":undo") == "undone: paste of 1 bullet; no bullet is left\n"
    with pytest.raises(ConfigError, match="there is nothing to undo"):
        answer(one, ":undo")


def test_what_is_undone_is_checked_with_the_profile_in_force(one: Session) -> None:
    """The bullets come back, their findings are those of now."""
    answer(one, ":clear")
    answer(one, ":profile general")
    answer(one, ":undo")
    assert [finding.code for finding in one.bullets[1].findings] == ["BL101"]


@pytest.mark.parametrize("line", ["", ":list"])
def test_an_edit_that_is_left_changes_nothing(one: Session, line: str) -> None:
    """The next text is a bullet of its own, and that is told."""
    answer(one, ":edit 1")
    assert answer(one, line).startswith("[1] stays as it was\n")
    answer(one, "Led a warehouse move.")
    assert [bullet.text for bullet in one.bullets.values()] == [WEAK, "Led a warehouse move."]


def test_edit_puts_the_bullet_into_the_line(one: Session) -> None:
    """And the next text is its new version."""
    assert answer(one, ":edit") == ""
    assert (one.draft, one.editing) == (WEAK, 1)
    answer(one, "Halved the delays, with the old queue as fallback.")
    assert (list(one.bullets), one.editing) == ([1], None)


def test_clear_forgets(one: Session) -> None:
    """Numbers begin again."""
    answer(one, ":clear")
    assert (one.bullets, one.latest) == ({}, ())


def test_save_writes_a_list_and_never_over_a_file(one: Session, tmp_path: Path) -> None:
    """A file that is there is somebody's resume."""
    path = tmp_path / "bullets.md"
    assert answer(one, f":save {path}") == f"1 bullet saved in {path}\n"
    assert path.read_text(encoding="utf-8") == f"- {WEAK}\n"
    with pytest.raises(ConfigError, match="this file exists"):
        answer(one, f":save {path}")
    with pytest.raises(ConfigError, match="cannot be written"):
        answer(one, f":save {tmp_path / 'none' / 'bullets.md'}")
    with pytest.raises(ConfigError, match="name a file"):
        answer(one, ":save")


def test_save_writes_a_report_where_the_name_ends_in_json(one: Session, tmp_path: Path) -> None:
    """In the schema of `check --format json`."""
    path = tmp_path / "bullets.json"
    answer(one, f":save {path}")
    report = json.loads(path.read_text(encoding="utf-8"))
    assert [bullet["text"] for bullet in report["files"][0]["bullets"]] == [WEAK]
    assert report["summary"]["by_rule"] == {"BL101": 1, "BL401": 1}


@pytest.mark.parametrize("line", [":quit", "quit", "exit"])
def test_quit_ends_the_session(one: Session, line: str) -> None:
    """With or without the colon."""
    assert answer(one, line) == ""
    assert one.done


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (":ex", [":explain"]),
        (":explain weak", ["weak-verb"]),
        (":explain bl1", ["BL101"]),
        (":profile ", ["ai-pm", "general"]),
        (":why ", ["all", "1", "2"]),
        (":rewrite 1 2", ["2"]),
        (":quit ", []),
        ("Built a", []),
    ],
)
def test_the_end_of_a_line_is_completed(line: str, words: list[str]) -> None:
    """Commands, then what the command takes; never inside a bullet."""
    rules, profiles = ["weak-verb", "BL101", "too-long"], ["general", "ai-pm"]
    assert complete(line, rules=rules, profiles=profiles, bullets=[2, 1]) == words


@pytest.mark.parametrize(
    ("line", "is_one"),
    [(":why 2", True), (":quit\n", True), (":Date: 2020", False), ("why", False), (":", False)],
)
def test_a_field_of_a_resume_is_no_command(line: str, is_one: bool) -> None:
    """Over a pipe only full names count."""
    assert is_command(line) is is_one
