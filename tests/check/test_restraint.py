"""What is better left unsaid of a page's bullets."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from builders import RULE, make_report, make_rule
from bulletlint.check.restraint import MOST_ASKED, MOST_SAID, hold_back
from bulletlint.core.finding import BulletReport, Severity
from bulletlint.core.rule import Rule
from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter
from bulletlint.report.ranking import rank_findings

BULLET = make_report().files[0].bullets[0]
ASK = RULE.replace("forbids:\n  lead_class: [build]", "requires:\n  fallback: [true]") + "beside: true\n"


def name_rule(text: str, name: str) -> Rule:
    return make_rule(text.replace("name: weak-verb", f"name: {name}"), name=name)


def make_bullet(*rules: str, severity: Severity = "error", **changes: object) -> BulletReport:
    findings = tuple(
        replace(BULLET.findings[0], rule=rule, severity=severity, grouped=False) for rule in rules
    )
    return replace(BULLET, findings=findings, **changes)  # type: ignore[arg-type]


def list_said(bullets: list[BulletReport], *rules: Rule, sections: tuple[str, ...] = ()) -> list[list[str]]:
    held = hold_back(bullets, sections or ("Jobs",) * len(bullets), rules)
    return [[finding.rule for finding in bullet.findings if not finding.unsaid] for bullet in held]


def test_a_rule_stands_behind_those_that_come_first() -> None:
    """Where none of them is said, it is."""
    behind = name_rule(RULE + "behind: [weak-verb]\n", "missing-metric")
    bullets = [make_bullet("missing-metric", "weak-verb"), make_bullet("missing-metric")]
    assert list_said(bullets, make_rule(), behind) == [["weak-verb"], ["missing-metric"]]


def test_the_loudest_two_are_said_of_a_bullet() -> None:
    """The rest are left for -v."""
    rules = [name_rule(RULE, name) for name in ("aa", "bb", "cc")]
    quiet = make_bullet("aa", severity="info").findings
    loud = make_bullet("bb", "cc").findings
    assert list_said([replace(BULLET, findings=quiet + loud)], *rules) == [["bb", "cc"]]
    assert MOST_SAID == 2


def test_a_bullet_beside_may_have_said_it() -> None:
    """The one above or below under the same heading, not one further off."""
    ask = name_rule(ASK, "missing-fallback")
    asked, stated = make_bullet("missing-fallback"), make_bullet(fallback=True)
    plain = make_bullet()
    assert list_said([asked, stated], ask) == [[], []]
    assert list_said([stated, asked], ask) == [[], []]
    assert list_said([asked, stated], ask, sections=("Bakery", "Mill")) == [["missing-fallback"], []]
    assert list_said([asked, plain, stated], ask) == [["missing-fallback"], [], []]


def test_work_long_past_is_asked_less() -> None:
    """Only by the rules that say so."""
    old = name_rule(RULE + "recent: true\n", "aa")
    bullets = [make_bullet("aa", "bb"), make_bullet("aa", "bb")]
    held = hold_back(bullets, ["Jobs", "Jobs"], [old, name_rule(RULE, "bb")], {1})
    said = [[finding.rule for finding in bullet.findings if not finding.unsaid] for bullet in held]
    assert said == [["aa", "bb"], ["bb"]]


def test_what_one_may_say_for_all_is_asked_of_few() -> None:
    """A page is not asked the same at every bullet."""
    ask = name_rule(ASK, "missing-fallback")
    said = list_said([make_bullet("missing-fallback")] * (MOST_ASKED + 2), ask)
    assert said == [["missing-fallback"]] * MOST_ASKED + [[], []]


def test_habits_of_the_page_take_no_room() -> None:
    """They are said in a line of their own, or not at all."""
    habit = name_rule(RULE + "page: '{lines}'\nonce: [{when: {ai: [false]}}]\n", "aa")
    rules = [habit, *(name_rule(RULE, name) for name in ("bb", "cc"))]
    grouped = replace(make_bullet("aa").findings[0], grouped=True)
    bullet = replace(BULLET, findings=(grouped, *make_bullet("bb", "cc").findings))
    assert list_said([bullet], *rules) == [["aa", "bb", "cc"]]


@cache
def load_linter(profile: str) -> Linter:
    return Linter(Settings(profile=profile))


@pytest.mark.parametrize(
    ("text", "profile", "said"),
    [
        (
            "Redesigned the till screens, resulting in happier staff.",
            "general",
            "What got better has no figure",
        ),
        ("Led a project which resulted in fewer returns.", "general", "What got better has no figure"),
        ("Improved the lighting of the yard.", "general", "What got better has no figure"),
        ("Debugged ovens and various timers.", "everyone", None),
        ("Built a team of nine bakers.", "general", None),
        (
            "Drove savings initiatives across the library.",
            "everyone",
            "Nothing says what improved",
        ),
        ("Trained as a forklift driver at the mill.", "everyone", None),
        ("Worked with two teams to move the ovens.", "general", '"Worked" does not say which part was yours'),
        ("Responsible for the boats. Raised the ferry after it sank, nothing was lost.", "everyone", None),
        ("Responsible for the boats and the jetty.", "everyone", '"Responsible for" is a line'),
        ("Successfully cut waste from 9 % to 4 % of flour by weighing it.", "everyone", None),
        ("Participated in a bakers' contest, 2nd place.", "everyone", None),
        ("Two recipes, one sold.", "general", None),
        ("We closed the till at noon and nobody complained.", "everyone", None),
        ("Created a rota for the laundry.", "general", '"Created" says what you worked on'),
        ("Wrote various menus.", "general", '"various menus" stands where a figure should'),
        ("Designed scalable data pipelines.", "general", '"scalable" proves nothing without the load'),
        ("Typed letters and invoices for the owner.", "everyone", None),
        ("Worked in a busy kitchen at night.", "everyone", None),
        ("Worked in a team of bakers.", "everyone", '"Worked" does not say which part was yours'),
        ("In charge of a night ward of 28 beds with 4 nurses.", "everyone", None),
        ("Improved the quality of answers by 35 %.", "ai-pm", '"35 %" alone says little'),
        ("Launched an AI assistant for drivers.", "ai-pm", "Nothing says what improved"),
        (
            "Launched a support chatbot built on GPT-4 that resolved 35 % of tickets.",
            "ai-pm",
            "the model is wrong",
        ),
        ("Cut idle time by 12 % with a forecast, which saved $90k.", "ai-pm", None),
    ],
)
def test_what_is_said_of_a_bullet(text: str, profile: str, said: str | None) -> None:
    """Of a bullet alone on its page; the loudest first."""
    (file,) = load_linter(profile).lint_text(f"# Jobs\n\n- {text}\n", format="markdown").files
    (bullet,) = file.bullets
    told = rank_findings([finding for finding in bullet.findings if not finding.unsaid])
    assert (said or "") in (told[0].message if told else "")
    assert bool(told) == bool(said)


def list_rules(text: str, profile: str = "everyone") -> list[str]:
    """Return the rules that are said of a bullet alone on its page."""
    (file,) = load_linter(profile).lint_text(f"# Jobs\n\n- {text}\n", format="markdown").files
    return [finding.rule for finding in file.bullets[0].findings if not finding.unsaid]


@pytest.mark.parametrize(
    ("text", "profile", "said"),
    [
        ("Passionate about the promise of AI to change farming", "general", ["trait-claim"]),
        ("I am passionate about helping older drivers", "everyone", ["filler"]),
        ("I planned the rota for the yard.", "everyone", ["first-person"]),
    ],
)
def test_one_fault_has_one_finding(text: str, profile: str, said: list[str]) -> None:
    """A line that is to go as a whole needs no word less."""
    assert list_rules(text, profile) == said


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Worked with the grid team on a load forecast. My part was the contract for the weather data.",
            False,
        ),
        ("Supported new foster carers, which meant home visits and reports to the panel.", False),
        ("Assisted with the office move; booked the vans and labelled 300 crates.", False),
        ("Collaborated with design on the booking page: wrote the copy, ran the tests.", False),
        ("Helped on the harvest, mainly the grading of plums.", False),
        ("Worked both stations; grill on weekends.", False),
        ("Supported elderly residents with meals and dressing.", False),
        ("Assisted passengers at the gate.", False),
        ("Supported the sales team with offers.", True),
        ("Assisted the nurses with patients on the ward.", True),
        ("Worked with the grid team on a load forecast.", True),
        ("Assisted with the office move. Helped with the new rota.", True),
        ("Helped with the harvest; was part of a crew of six.", True),
        ("Worked on the booking page.", True),
    ],
)
def test_who_names_a_part_is_not_asked_for_it(text: str, asked: bool) -> None:
    """A clause of one's own names it, and so does whoever is cared for; programs still hear of the opening."""
    (file,) = load_linter("everyone").lint_text(f"# Jobs\n\n- {text}\n", format="markdown").files
    told = [item for item in file.bullets[0].findings if not item.unsaid]
    assert any("which part was yours" in item.message for item in told) is asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Vector store pilot for the archive. Not adopted.", False),
        ("Designed a loyalty scheme for the ferry line; it never went live.", False),
        ("Built a tide forecast for two harbours, discontinued after one season.", False),
        ("Created a portal for growers which was not approved.", False),
        ("Launched a portal for growers that had not been used before.", True),
        ("Built a page for cancelled orders and abandoned carts.", True),
    ],
)
def test_that_nothing_came_of_it_is_an_outcome(text: str, asked: bool) -> None:
    """It is told honestly, and nobody asks what got better."""
    said = list_rules(text, "general")
    assert ("missing-metric" in said or "weak-verb" in said) is asked


@pytest.mark.parametrize(
    ("text", "profile", "said"),
    [
        ("Took several short courses in pattern cutting", "general", []),
        ("Home visits and a lot of simply sitting with them", "everyone", []),
        ("Wrote several plug-ins for the till.", "general", ["vague-quantity"]),
        ("Answered a lot of letters.", "everyone", ["vague-quantity"]),
        ("Preparing plain, honest vegan dishes with flair", "everyone", []),
        ("Completed several short courses in pattern cutting", "general", []),
        ("Built a trust score for sellers.", "general", ["weak-verb"]),
        ("Created a menu service for the ferry line.", "general", ["weak-verb"]),
    ],
)
def test_what_has_no_figure_and_no_change_is_not_asked_for_one(
    text: str, profile: str, said: list[str]
) -> None:
    """Courses, listening, relationships and dishes; software that is named after them has both."""
    assert list_rules(text, profile) == said


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Managed virtual machines on-premise, about 300 hosts", False),
    ],
)
def test_a_scope_with_its_size_is_no_claim(text: str, asked: bool) -> None:
    """What was kept running, and how much of it, tells what it is."""
    assert ("missing-metric" in list_rules(text, "general")) is asked
