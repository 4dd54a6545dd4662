"""The drill: for each bullet its weakest link, and the question that a hard interviewer would ask about it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from bulletlint.core.finding import BulletReport, Report
from bulletlint.core.rules_folder import find_yaml
from bulletlint.core.strict_yaml import Node, Source, read_rule_yaml, refuse, take_list, take_table, take_text

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
#: What a question may be about: AI, anything else that is built and runs, any bullet.
_SUBJECTS = ("ai", "technique", "any")


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
        top = take_table(root, source, "drill.yaml", LINKS)
        for link, node in top.items():
            for subject, items in take_table(node, source, link, _SUBJECTS).items():
                rows = tuple(_read_question(item, source) for item in take_list(items, source, subject))
                questions.setdefault(link, {})[subject] = rows
    return questions


def _read_question(node: Node, source: Source) -> tuple[str, str]:
    table = take_table(node, source, "a question", ("ask", "then"))
    for key in ("ask", "then"):
        if key not in table:
            refuse(source, node.line, f"missing key `{key}` in a question; add it")
    return take_text(table["ask"], source, "`ask`"), take_text(table["then"], source, "`then`")


def find_weakest_link(bullet: BulletReport) -> Link | None:
    """Return what a bullet is weakest in, None for one that makes no claim to ask about."""
    names = {finding.rule for finding in bullet.findings}
    if bullet.kind == "other" and not names & set(_RULES["part"]):
        return None
    for link in LINKS:
        if names & set(_RULES[link]):
            return link
    return "depth" if bullet.kind == "delivery" else None


def find_subject(bullet: BulletReport, asked: Collection[str]) -> str:
    """Return what a bullet is asked about: AI or a technique where it tells of one and `asked` has a question."""
    labels = {item.label for item in bullet.evidence}
    return next((subject for subject in _SUBJECTS if subject in labels and subject in asked), "any")


def drill_report(report: Report, questions: Questions) -> tuple[Drill, ...]:
    """Return the questions of a report, in the order of its bullets; the same link asks different words in turn."""
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
            drills.append(Drill(file.path, bullet.place.line, bullet.text, link, ask, then))
    return tuple(drills)


def render_markdown(drills: Sequence[Drill]) -> str:
    """Return the drill as Markdown: a heading a file, then each bullet with its question."""
    lines: list[str] = []
    path = None
    for drill in drills:
        if drill.path != path:
            path = drill.path
            lines += [f"# {path}", ""]
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
    return json.dumps({"schema": 1, "questions": rows}, ensure_ascii=False, indent=2) + "\n"
