"""Org and reStructuredText resumes: headlines, lists, drawers, line blocks, fields and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from benchmarks.layouts.writer import Layout, Writer, wrap, write_resume


def _list(texts: Sequence[str], mark: str = "- ", indent: str = "") -> str:
    return "".join(f"{indent}{mark}{text}\n" for text in texts) + "\n"


def _title(text: str, adornment: str) -> str:
    return f"{text}\n{adornment * len(text)}\n\n"


ORG = Writer(
    head=lambda person: f"#+TITLE: {person.name}\n{person.contact}\n\n",
    section=lambda text: f"* {text}\n",
    prose=lambda text: f"{text}\n",
    job=lambda entry: f"** {entry.title}, {entry.company} ({entry.dates})\n",
    project=lambda entry: f"** {entry.title}\n",
    group=lambda entry: f"** {entry.company} ({entry.dates})\n",
    bullets=_list,
    rows=_list,
    education=lambda degrees: "".join(f"** {line}\n{detail}\n" for line, detail in degrees),
    skills=lambda skills: _list([f"{label} :: {', '.join(names)}" for label, names in skills.items()]),
)
ORG_HEADLINES = replace(
    ORG,
    job=lambda entry: f"** {entry.title}, {entry.company}\n   {entry.dates}\n",
    group=lambda entry: f"** {entry.company}\n   {entry.dates}\n",
    bullets=lambda texts: _list(texts, "*** "),
)
ORG_DRAWERS = replace(
    ORG,
    job=lambda entry: (
        f"** {entry.title}\n:PROPERTIES:\n:EMPLOYER: {entry.company}\n:FROM: {entry.start}\n"
        + (f":TO: {entry.end}\n" if entry.end else "")
        + ":END:\n"
    ),
    group=lambda entry: f"** {entry.company}\n:PROPERTIES:\n:FROM: {entry.start}\n:TO: {entry.end}\n:END:\n",
    bullets=lambda texts: "".join(wrap(text, 70, first="  + ", rest="    ") + "\n" for text in texts),
)
ORG_UNMARKED = replace(
    ORG,
    job=lambda entry: f"** {entry.title}\n/{entry.company}/, {entry.dates}\n\n",
    bullets=lambda texts: "".join(wrap(text, 76) + "\n\n" for text in texts),
)
ORG_NESTED = replace(
    ORG,
    job=lambda entry: f"- *{entry.title}*, {entry.company}, {entry.dates}\n",
    project=lambda entry: f"- *{entry.title}*\n",
    group=lambda entry: f"- {entry.company}, {entry.dates}\n",
    bullets=lambda texts: _list(texts, "- ", "  "),
)
ORG_TABLE = replace(
    ORG,
    job=lambda entry: f"| {entry.company} | {entry.place} |\n| {entry.title} | {entry.dates} |\n\n",
    about=lambda text: f"{text}.\n\n",
)
RST = Writer(
    head=lambda person: _title(person.name, "=") + f"{person.contact}\n\n",
    section=lambda text: _title(text, "-"),
    prose=lambda text: f"{text}\n\n",
    job=lambda entry: _title(f"{entry.title}, {entry.company}, {entry.dates}", "~"),
    project=lambda entry: _title(entry.title, "~"),
    group=lambda entry: _title(f"{entry.company}, {entry.dates}", "~"),
    bullets=lambda texts: _list(texts, "* "),
    rows=lambda texts: _list(texts, "* "),
    education=lambda degrees: "".join(f"{line}\n    {detail}\n\n" for line, detail in degrees),
    skills=lambda skills: (
        "".join(f":{label}: {', '.join(names)}\n" for label, names in skills.items()) + "\n"
    ),
)
RST_BOLD = replace(
    RST,
    job=lambda entry: f"**{entry.title}**, {entry.company}, *{entry.dates}*\n\n",
    project=lambda entry: f"**{entry.title}**\n\n",
    group=lambda entry: f"**{entry.company}**, *{entry.dates}*\n\n",
    bullets=lambda texts: "".join(wrap(text, 72, first="- ", rest="  ") + "\n" for text in texts) + "\n",
)
RST_UNMARKED = replace(RST, bullets=lambda texts: "".join(wrap(text, 72) + "\n\n" for text in texts))
RST_LINE_BLOCK = replace(
    RST,
    job=lambda entry: f"| **{entry.title}**\n| {entry.company}, {entry.place}\n| {entry.dates}\n\n",
    bullets=lambda texts: _list(texts, "• "),
)
RST_DEFINITIONS = replace(
    RST,
    job=lambda entry: f"{entry.title}, {entry.company} ({entry.dates})\n",
    project=lambda entry: f"{entry.title}\n",
    group=lambda entry: f"{entry.company} ({entry.dates})\n",
    bullets=lambda texts: _list(texts, "* ", "    "),
)


def _frame(left: str, lines: Sequence[str]) -> str:
    rule = f"+{'-' * 22}+{'-' * 72}+\n"
    rows = [line for text in lines for line in wrap(text, 70, first="* ", rest="  ").split("\n")]
    return (
        rule
        + "".join(f"| {left if not number else '':<20} | {row:<70} |\n" for number, row in enumerate(rows))
        + rule
    )


RST_GRID = replace(RST, bullets=lambda texts: _frame("Done", texts) + "\n")
RST_FIELDS = replace(
    RST,
    job=lambda entry: (
        _title(f"{entry.title}, {entry.company}", "~") + f":Dates: {entry.dates}\n:Place: {entry.place}\n\n"
    ),
    group=lambda entry: _title(entry.company, "~") + f":Dates: {entry.dates}\n\n",
)


def _make(suffix: str, name: str, writer: Writer) -> Layout:
    return Layout(f"{suffix}-{name}", f".{suffix}", partial(write_resume, writer=writer))


LAYOUTS = (
    _make("org", "plain", ORG),
    _make("org", "headlines", ORG_HEADLINES),
    _make("org", "drawers", ORG_DRAWERS),
    _make("org", "unmarked", ORG_UNMARKED),
    _make("org", "nested", ORG_NESTED),
    _make("org", "table", ORG_TABLE),
    _make("rst", "plain", RST),
    _make("rst", "bold", RST_BOLD),
    _make("rst", "unmarked", RST_UNMARKED),
    _make("rst", "line-block", RST_LINE_BLOCK),
    _make("rst", "definitions", RST_DEFINITIONS),
    _make("rst", "grid", RST_GRID),
    _make("rst", "fields", RST_FIELDS),
)
