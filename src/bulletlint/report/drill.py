"""The drill: for each bullet its weakest link, and the question that a hard interviewer would ask about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from bulletlint.core.facts import MAYBE_TECHNICAL
from bulletlint.core.finding import BulletReport, Report
from bulletlint.core.rules_folder import find_yaml
from bulletlint.core.strict_yaml import Node, Source, read_rule_yaml, refuse, take_list, take_table, take_text
from bulletlint.core.visible import show_line
from bulletlint.report.json_list import render_value

#: What a bullet can be weak in, the weakest first.
Link = Literal["part", "outcome", "cost", "fallback", "monitoring", "baseline", "depth"]
LINKS: tuple[Link, ...] = get_args(Link)
_RULES: dict[Link, tuple[str, ...]] = {
    "part": ("hedged-contribution", "duty-phrase", "deferred-ownership"),
    "outcome": ("missing-metric", "model-metric-only", "implausible-claim", "vague-quantity"),
    "cost": ("missing-cost", "unbounded-cost"),
    "fallback": ("missing-fallback", "false-certainty", "sensitive-without-safeguard"),
    "monitoring": ("missing-monitoring", "monitoring-without-trigger"),
    "baseline": ("missing-baseline",),
    "depth": (),
}
#: Weak in these only, a bullet that tells of no work makes no claim: "Received an award" hides nobody's part.
_CLAIMS = frozenset({"duty-phrase", "deferred-ownership"})
#: What a question may be about: AI, anything else that is built and runs, people, any bullet.
_SUBJECTS = ("ai", "technique", "people", "any")
#: What a bullet or an answer may name, in the order in which its words are asked about.
Aspect = Literal["outcome", "cost", "fallback", "monitoring"]
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
#: Keys of drill.yaml that hold a line for each aspect: about words that stand in the bullet, to an answer without any.
_LINES = ("stated", "again")


@dataclass(frozen=True, slots=True)
class Drill:
    """One question about a bullet; `follow_up` is asked if the first answer was smooth."""

    path: str
    line: int | None
    text: str
    link: Link
    question: str
    follow_up: str


#: link → subject → questions with their follow-ups
Questions = Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]]
#: aspect → a line about it
Lines = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """What an interviewer says: `questions` by link, `stated` about words that the bullet has, `again` to an answer
    that named nothing of what was asked."""

    questions: Questions
    stated: Lines = field(default_factory=dict)
    again: Lines = field(default_factory=dict)


def load_wording(folders: Sequence[Path]) -> Wording:
    """Read `wording/drill.yaml` of every rule folder; what a later folder says takes the place of an earlier one's.

    Raises RuleError, with the line, for an unknown link, subject or aspect, for a missing text, and for a line of
    `stated` without a place for the words.
    """
    questions: dict[str, dict[str, tuple[tuple[str, str], ...]]] = {}
    lines: dict[str, dict[str, str]] = {key: {} for key in _LINES}
    for folder in folders:
        path = find_yaml(folder / "wording", "drill")
        if not path.is_file():
            continue
        root, source = read_rule_yaml(path)
        for key, node in take_table(root, source, "drill.yaml", (*LINKS, *_LINES)).items():
            if key in _LINES:
                lines[key] |= _read_lines(node, source, key)
                continue
            for subject, items in take_table(node, source, key, _SUBJECTS).items():
                rows = tuple(_read_question(item, source) for item in take_list(items, source, subject))
                questions.setdefault(key, {})[subject] = rows
    return Wording(questions, lines["stated"], lines["again"])


def _read_lines(node: Node, source: Source, key: str) -> dict[str, str]:
    lines = {}
    for aspect, item in take_table(node, source, f"`{key}`", ASPECTS).items():
        lines[aspect] = take_text(item, source, f"`{aspect}`")
        if key == "stated" and "{words}" not in lines[aspect]:
            refuse(source, item.line, "a question about what is stated needs `{words}`; put it in")
    return lines


def _read_question(node: Node, source: Source) -> tuple[str, str]:
    table = take_table(node, source, "a question", ("ask", "then"))
    for key in ("ask", "then"):
        if key not in table:
            refuse(source, node.line, f"missing key `{key}` in a question; add it")
    return take_text(table["ask"], source, "`ask`"), take_text(table["then"], source, "`then`")


def find_links(bullet: BulletReport) -> tuple[Link, ...]:
    """Return what a bullet is weak in, the weakest first; nothing for one that makes no claim to ask about."""
    names = {name for finding in bullet.findings for name in finding.rules}
    if bullet.kind == "other":
        return ("part",) if names & _CLAIMS else ()
    weak = tuple(link for link in LINKS if names & set(_RULES[link]))
    return (*weak, "depth") if bullet.kind == "delivery" else weak


def find_weakest_link(bullet: BulletReport) -> Link | None:
    """Return what a bullet is weakest in, None for one that makes no claim to ask about."""
    return next(iter(find_links(bullet)), None)


def find_subject(bullet: BulletReport, asked: Collection[str]) -> str:
    """Return what a bullet is asked about: AI or a technique where it tells of one and `asked` has a question.

    Neither in a world without software: a nurse's "system" has no bill at ten times the use.
    """
    about = {item.label for item in bullet.evidence} | {bullet.kind}
    if bullet.world not in MAYBE_TECHNICAL:
        about -= {"ai", "technique"}
    return next((subject for subject in _SUBJECTS if subject in about and subject in asked), "any")


def ask_about_words(bullet: BulletReport, stated: Lines, turn: int = 0) -> str | None:
    """Return a question about words that the bullet itself has, None if it states nothing that can be quoted.

    `turn` chooses among what it states. Words that only the learned reader found, unsure of their ends, are not quoted,
    nor is "as fallback", which says nothing by itself.
    """
    found = {
        item.label: item.text
        for item in reversed(bullet.evidence)
        if item.label in stated and item.confidence == 1 and says_something(item.text)
    }
    labels = [aspect for aspect in ASPECTS if aspect in found]
    if not labels:
        return None
    label = labels[turn % len(labels)]
    return stated[label].replace("{words}", found[label])


def says_something(words: str) -> bool:
    """Tell whether words that are quoted can be understood alone: a figure, or at least three of them."""
    return len(words.split()) > 2 or any(letter.isdigit() for letter in words)


def choose_question(
    bullet: BulletReport, link: Link, questions: Questions, turns: Counter[tuple[str, str]]
) -> tuple[str, str] | None:
    """Return the next question about a link of a bullet with the one behind it, None where there is none.

    `turns` counts how often each link and subject was asked about, so that the same is asked in other words; this
    question is added to it.
    """
    if link not in questions:
        return None
    subject = find_subject(bullet, questions[link])
    rows = questions[link].get(subject, ())
    if not rows:
        return None
    turn = turns[link, subject]
    turns[link, subject] += 1
    return rows[turn % len(rows)]


def drill_report(report: Report, wording: Wording) -> tuple[Drill, ...]:
    """Return one question for each bullet of a report, in their order; the same link asks different words in turn.

    What follows is about the words that the bullet has, where the wording has a line for them.
    """
    drills: list[Drill] = []
    turns: Counter[tuple[str, str]] = Counter()
    for file in report.files:
        for bullet in file.bullets:
            link = find_weakest_link(bullet)
            chosen = choose_question(bullet, link, wording.questions, turns) if link else None
            if link is None or chosen is None:
                continue
            question, then = chosen
            then = ask_about_words(bullet, wording.stated, len(drills)) or then
            drills.append(Drill(file.path, bullet.place.line, bullet.text, link, question, then))
    return tuple(drills)


def render_markdown(drills: Sequence[Drill]) -> str:
    """Return the drill as Markdown: a heading a file, then each bullet with its question."""
    lines: list[str] = []
    path = None
    for drill in drills:
        if drill.path != path:
            path = drill.path
            lines += [f"# {show_line(path)}", ""]
        where = f" (line {drill.line})" if drill.line else ""
        lines += [
            f"> {drill.text}", "", f"**{drill.link}**{where}: {drill.question}", "", f"Then: {drill.follow_up}", "",
        ]  # fmt: skip
    return "\n".join(lines)


def render_json(drills: Sequence[Drill]) -> str:
    """Return the drill as JSON, one object a question."""
    rows = [
        {
            "path": drill.path, "line": drill.line, "text": drill.text, "link": drill.link,
            "question": drill.question, "follow_up": drill.follow_up,
        }
        for drill in drills
    ]  # fmt: skip
    return render_value({"schema": 1, "questions": rows}, 0) + "\n"
