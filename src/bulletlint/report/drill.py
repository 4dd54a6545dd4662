"""The drill: for each bullet its weakest link, and the question that a hard interviewer would ask about it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

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
#: The worlds whose bullets may be asked about AI or a technique.
_TECHNICAL = ("ai", "software", "unknown")
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


def load_questions(folders: Sequence[Path]) -> Questions:
    """Read `wording/drill.yaml` of every rule folder; a later folder's questions take the place of an earlier one's.

    Raises RuleError, with the line, for an unknown link or a missing text.
    """
    questions: dict[str, dict[str, tuple[tuple[str, str], ...]]] = {}
    for folder in folders:
        path = find_yaml(folder / "wording", "drill")
        if not path.is_file():
            continue
        root, source = read_rule_yaml(path)
        top = take_table(root, source, "drill.yaml", (*LINKS, *_LINES))
        for link, node in top.items():
            if link in _LINES:
                continue
            for subject, items in take_table(node, source, link, _SUBJECTS).items():
                rows = tuple(_read_question(item, source) for item in take_list(items, source, subject))
                questions.setdefault(link, {})[subject] = rows
    return questions


def load_lines(folders: Sequence[Path], key: Literal["stated", "again"]) -> Lines:
    """Read the lines about each aspect from `wording/drill.yaml` of every rule folder; a later folder's line counts.

    Raises RuleError, with the line, for an unknown aspect, and for one of `stated` without a place for the words.
    """
    lines: dict[str, str] = {}
    for folder in folders:
        path = find_yaml(folder / "wording", "drill")
        if not path.is_file():
            continue
        root, source = read_rule_yaml(path)
        top = take_table(root, source, "drill.yaml", (*LINKS, *_LINES))
        for aspect, node in take_table(top[key], source, f"`{key}`", ASPECTS).items() if key in top else ():
            text = take_text(node, source, f"`{aspect}`")
            if key == "stated" and "{words}" not in text:
                refuse(source, node.line, "a question about what is stated needs `{words}`; put it in")
            lines[aspect] = text
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
    if bullet.world not in _TECHNICAL:
        about -= {"ai", "technique"}
    return next((subject for subject in _SUBJECTS if subject in about and subject in asked), "any")


def ask_about_words(bullet: BulletReport, stated: Lines, turn: int = 0) -> str | None:
    """Return a question about words that the bullet itself has, None if it states nothing that can be quoted.

    `turn` chooses among what it states. Words that only the learned reader found, unsure of their ends, are not quoted.
    """
    found = {
        item.label: item.text
        for item in reversed(bullet.evidence)
        if item.label in stated and item.confidence == 1
    }
    labels = [aspect for aspect in ASPECTS if aspect in found]
    if not labels:
        return None
    label = labels[turn % len(labels)]
    return stated[label].replace("{words}", found[label])


def drill_report(report: Report, questions: Questions, stated: Lines | None = None) -> tuple[Drill, ...]:
    """Return one question for each bullet of a report, in their order; the same link asks different words in turn.

    What follows is about the words that the bullet has, where `stated` has a line for them.
    """
    drills: list[Drill] = []
    asked: dict[tuple[str, str], int] = {}
    for file in report.files:
        for bullet in file.bullets:
            link = find_weakest_link(bullet)
            if link is None or link not in questions:
                continue
            subject = find_subject(bullet, questions[link])
            rows = questions[link].get(subject, ())
            if not rows:
                continue
            turn = asked.get((link, subject), 0)
            asked[link, subject] = turn + 1
            ask, then = rows[turn % len(rows)]
            then = ask_about_words(bullet, stated or {}, len(drills)) or then
            drills.append(Drill(file.path, bullet.place.line, bullet.text, link, ask, then))
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
