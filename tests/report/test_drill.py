"""The drill: the weakest link of each bullet and the question about it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import builders
from bulletlint.core.document import Place
from bulletlint.core.errors import RuleError
from bulletlint.core.facts import Evidence
from bulletlint.core.finding import BulletReport, FileReport, Finding, Report, Tool
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.report.drill import (
    ASPECTS,
    LINKS,
    Drill,
    Wording,
    ask_about_words,
    drill_report,
    find_links,
    find_subject,
    find_weakest_link,
    load_wording,
    render_json,
    render_markdown,
)
from bulletlint.rulebook.load import load_rules

TOOL = Tool("bulletlint", "0", "bundled", "ai-pm")
SHIPPED = load_wording((find_rules_folder(),))
DRILL = Drill("resume.md", 3, "Built a cache.", "cost", "What does it cost?", "Who pays?")


def make_bullet(
    *rules: str, kind: str = "delivery", ai: bool = False, technique: bool = False
) -> BulletReport:
    findings = tuple(Finding("BL000", rule, "error", "", 0, 5, Place(), "ask", "?") for rule in rules)
    evidence = (Evidence("ai", "model", 0, 5),) if ai else ()
    evidence += (Evidence("technique", "model", 0, 5),) if technique else ()
    return BulletReport("Built a model.", Place(3, 3, 3, 17), None, kind, None, evidence, findings)  # type: ignore[arg-type]


def make_report(*bullets: BulletReport) -> Report:
    return Report(TOOL, (FileReport("resume.md", "markdown", None, bullets),))


@pytest.mark.parametrize(
    ("bullet", "link"),
    [
        (make_bullet("missing-cost", "missing-metric"), "outcome"),
        (make_bullet("missing-metric", "hedged-contribution"), "part"),
        (make_bullet("missing-fallback", "missing-cost"), "cost"),
        (make_bullet("missing-fallback"), "fallback"),
        (make_bullet("missing-monitoring"), "monitoring"),
        (make_bullet("missing-baseline"), "baseline"),
        (make_bullet(), "depth"),
        (make_bullet("weak-verb", kind="other"), None),
        (make_bullet("duty-phrase", kind="other"), "part"),
        (make_bullet("hedged-contribution", kind="other"), None),
        (make_bullet("hedged-contribution", kind="people"), "part"),
        (make_bullet(kind="people"), None),
    ],
)
def test_the_weakest_link_is_what_an_interviewer_would_pull_at(
    bullet: BulletReport, link: str | None
) -> None:
    """Whose work it was before what came of it, before price, before failure."""
    assert find_weakest_link(bullet) == link


def test_a_bullet_may_be_weak_in_several_things() -> None:
    """What it did decides comes last, and only where something was delivered."""
    assert find_links(make_bullet("missing-fallback", "missing-metric")) == ("outcome", "fallback", "depth")
    assert find_links(make_bullet("missing-metric", kind="people")) == ("outcome",)


def test_what_follows_is_about_the_words_of_the_bullet() -> None:
    """In turn about what it states; words that only the reader found are not quoted."""
    stated = {"cost": "Why “{words}”?", "fallback": "When “{words}”?"}
    sure = Evidence("cost", "$90 a month", 0, 5)
    bullet = replace(make_bullet(), evidence=(sure, replace(sure, label="fallback", text="the old form")))
    assert [ask_about_words(bullet, stated, turn) for turn in (0, 1, 2)] == [
        "Why “$90 a month”?", "When “the old form”?", "Why “$90 a month”?",
    ]  # fmt: skip
    unsure = replace(bullet, evidence=(replace(sure, confidence=0.6),))
    assert ask_about_words(unsure, stated) is None
    wording = Wording(SHIPPED.questions, stated)
    (drill,) = drill_report(make_report(bullet), wording)
    assert drill.follow_up == "Why “$90 a month”?"
    (drill,) = drill_report(make_report(unsure), wording)
    assert drill.follow_up == wording.questions["depth"]["any"][0][1]


def test_words_that_say_nothing_alone_are_not_quoted() -> None:
    """A figure does, and so do three words."""
    stated = {"fallback": "When “{words}”?"}
    bare = Evidence("fallback", "as fallback", 0, 5)
    assert [
        ask_about_words(replace(make_bullet(), evidence=(replace(bare, text=text),)), stated)
        for text in ("as fallback", "below 0.7", "to an agent")
    ] == [None, "When “below 0.7”?", "When “to an agent”?"]


def test_lines_are_there_for_every_aspect() -> None:
    """Own folders may word some of them anew."""
    for lines in (SHIPPED.stated, SHIPPED.again):
        assert tuple(lines) == ASPECTS
        assert all(text.endswith("?") for text in lines.values())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("stated: {price: 'Why “{words}”?'}\n", "unknown key `price`"),
        ("stated: {cost: 'Why?'}\n", "needs `{words}`; put it in"),
    ],
)
def test_a_wrong_line_is_refused(text: str, fault: str, tmp_path: Path) -> None:
    """With its place in the file."""
    write_drill(tmp_path, text)
    with pytest.raises(RuleError, match=r"drill\.yaml:1") as caught:
        load_wording((tmp_path,))
    assert fault in str(caught.value)


def test_every_link_has_questions_that_hold_for_any_bullet() -> None:
    """And every question has one that follows it."""
    questions = SHIPPED.questions
    assert set(questions) == set(LINKS)
    assert all(rows["any"] for rows in questions.values())
    assert all(
        text.endswith("?")
        for rows in questions.values()
        for group in rows.values()
        for row in group
        for text in row
    )


def test_rules_that_make_a_link_weak_exist() -> None:
    """A renamed rule is noticed."""
    from bulletlint.report.drill import _RULES

    names = {rule.name for rule in load_rules()}
    assert {name for rules in _RULES.values() for name in rules} <= names


def test_questions_take_turns() -> None:
    """Two weak bullets in a row are not asked the same."""
    bullet = make_bullet("missing-metric")
    first, second = drill_report(make_report(bullet, bullet), SHIPPED)
    assert first.question != second.question
    assert (first.path, first.line, first.text) == ("resume.md", 3, "Built a model.")


def test_a_model_is_asked_about_as_a_model() -> None:
    """The bill per answer, not the budget."""
    (drill,) = drill_report(make_report(make_bullet("missing-cost", ai=True)), SHIPPED)
    assert drill.question == "What does one answer cost, and what happens at ten times the traffic?"


@pytest.mark.parametrize(
    ("bullet", "question"),
    [
        (
            make_bullet("missing-fallback", technique=True),
            "What happens when it fails, and who notices first?",
        ),
        (
            make_bullet("missing-fallback"),
            "What stood ready in case it went wrong, and who would have noticed first?",
        ),
        (
            make_bullet("missing-fallback", ai=True, technique=True),
            "What happens when the model is wrong, and how would the user know?",
        ),
        (make_bullet("missing-baseline", technique=True), "Better than what, over which weeks, for whom?"),
        (
            make_bullet("missing-metric", kind="people"),
            "What could they do afterwards that they could not do before, and how many of them?",
        ),
    ],
)
def test_what_nobody_built_is_not_asked_when_it_was_down(bullet: BulletReport, question: str) -> None:
    """A discount or a rota cannot fail as a service does; without a question of its own a technique takes any."""
    (drill,) = drill_report(make_report(bullet), SHIPPED)
    assert drill.question == question


def test_a_clean_people_bullet_is_not_asked() -> None:
    """There is no claim to test."""
    assert drill_report(make_report(make_bullet(kind="people")), SHIPPED) == ()


def test_markdown_groups_by_file() -> None:
    """A heading a file, then bullet, question and what comes after."""
    other = replace(DRILL, path="other.md", line=None)
    assert render_markdown([DRILL, other]) == (
        "# resume.md\n\n> Built a cache.\n\n**cost** (line 3): What does it cost?\n\nThen: Who pays?\n\n"
        "# other.md\n\n> Built a cache.\n\n**cost**: What does it cost?\n\nThen: Who pays?\n"
    )


def test_json_has_an_object_a_question() -> None:
    """With the place of its bullet."""
    assert json.loads(render_json([DRILL])) == {
        "schema": 1,
        "questions": [
            {
                "path": "resume.md", "line": 3, "text": "Built a cache.", "link": "cost",
                "question": "What does it cost?", "follow_up": "Who pays?",
            }
        ],
    }  # fmt: skip


def write_drill(folder: Path, text: str) -> None:
    """Write questions of one's own into a rules folder."""
    (folder / "wording").mkdir()
    (folder / "wording" / "drill.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("price: {any: []}\n", "unknown key `price`"),
        ("cost:\n  any:\n    - ask: Why?\n", "missing key `then` in a question"),
        ("cost: {some: []}\n", "unknown key `some`"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(text: str, fault: str, tmp_path: Path) -> None:
    """Nothing is skipped."""
    write_drill(tmp_path, text)
    with pytest.raises(RuleError, match=r"drill\.yaml:\d+") as caught:
        load_wording((tmp_path,))
    assert fault in str(caught.value)


def test_own_questions_take_the_place_of_the_shipped(tmp_path: Path) -> None:
    """For that link and subject only."""
    write_drill(tmp_path, "cost: {any: [{ask: 'Why?', then: 'So?'}]}\n")
    questions = load_wording((find_rules_folder(), tmp_path)).questions
    assert questions["cost"]["any"] == (("Why?", "So?"),)
    assert len(questions["cost"]["ai"]) > 1


def test_a_world_without_software_is_not_asked_about_a_system() -> None:
    """A nurse's technique has no bill at ten times the use."""
    weak = builders.make_report().files[0].bullets[0]
    asked = ("ai", "technique", "people", "any")
    assert find_subject(weak, asked) == "technique"
    assert find_subject(replace(weak, world="software"), asked) == "technique"
    assert find_subject(replace(weak, world="care"), asked) == "any"
    assert find_subject(replace(weak, world="care", kind="people"), asked) == "people"
