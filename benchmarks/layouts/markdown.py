"""Markdown resumes: headings, bold lines, tables, nested lists, typed marks, HTML and no marks at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from benchmarks.layouts.people import Entry, Person
from benchmarks.layouts.writer import Layout, Writer, wrap, write_resume


def _list(texts: Sequence[str], mark: str = "- ") -> str:
    return "".join(f"{mark}{text}\n" for text in texts) + "\n"


def _lead(text: str) -> str:
    """Set a lead-in ("Refunds: rebuilt …") in bold."""
    lead, colon, rest = text.partition(": ")
    return f"**{lead}:** {rest}" if colon and len(lead) < 12 else text


PLAIN = Writer(
    head=lambda person: f"# {person.name}\n\n{person.contact}\n\n",
    section=lambda text: f"## {text}\n\n",
    prose=lambda text: f"{text}\n\n",
    job=lambda entry: f"### {entry.title}, {entry.company}, {entry.dates}\n\n",
    project=lambda entry: f"### {entry.title}\n\n",
    group=lambda entry: f"### {entry.company}, {entry.dates}\n\n",
    bullets=_list,
    rows=_list,
    education=lambda degrees: "".join(f"- {line}\n  - {detail}\n" for line, detail in degrees) + "\n",
    skills=lambda skills: _list([f"**{label}:** {', '.join(names)}" for label, names in skills.items()]),
)
BOLD = replace(
    PLAIN,
    section=lambda text: f"# {text}\n\n",
    job=lambda entry: f"**{entry.title}**, {entry.company} ({entry.dates})\n\n",
    project=lambda entry: f"**{entry.title}** – {entry.about}\n\n",
    group=lambda entry: f"**{entry.company}** ({entry.dates})\n\n",
    bullets=lambda texts: _list([_lead(text) for text in texts], "* "),
    skills=lambda skills: (
        "\n".join(f"*{label}*: {', '.join(names)}  " for label, names in skills.items()) + "\n\n"
    ),
    education=lambda degrees: "".join(f"**{line}**  \n{detail}\n\n" for line, detail in degrees),
)
SAME_LEVEL = replace(
    PLAIN,
    job=lambda entry: f"## {entry.title}, {entry.company} ({entry.dates})\n\n",
    project=lambda entry: f"### {entry.title}: {entry.about}\n\n",
    group=lambda entry: f"## {entry.company}, {entry.dates}\n\n",
)
COMPANY_ABOVE = replace(
    PLAIN,
    job=lambda entry: f"### {entry.company}\n\n*{entry.title} | {entry.place} | {entry.dates}*\n\n",
    about=lambda text: f"{text}.\n\n",
    stack=lambda names: f"Stack: {', '.join(names)}\n\n",
    rows=lambda texts: ", ".join(texts) + "\n\n",
)
DATES_BELOW = replace(
    PLAIN,
    job=lambda entry: f"### {entry.title}, {entry.company}\n#### {entry.dates}\n#### {entry.place}\n\n",
    group=lambda entry: f"### {entry.company}\n#### {entry.dates}\n\n",
)
UNMARKED = replace(
    PLAIN,
    bullets=lambda texts: "".join(f"{text}\n\n" for text in texts),
    about=lambda text: f"{text}.\n\n",
    education=lambda degrees: "".join(f"{line}\n\n{detail}\n\n" for line, detail in degrees),
)
BROKEN_LINES = replace(PLAIN, bullets=lambda texts: "  \n".join(_lead(text) for text in texts) + "\n\n")
EMOJI = replace(
    PLAIN,
    section=lambda text: f"## 🔹 {text}\n\n",
    bullets=lambda texts: "".join(
        f"{sign} {_lead(text)}\n\n" for sign, text in zip("🚀📈🏆🔧💡", texts, strict=False)
    ),
    rows=lambda texts: "".join(f"📌 {text}\n\n" for text in texts),
)
JOB_TABLE = replace(
    PLAIN,
    job=lambda entry: f"| {entry.dates} | **{entry.title}** | {entry.company} |\n|---|---|---|\n\n",
    skills=lambda skills: (
        "| Area | Names |\n|---|---|\n"
        + "".join(f"| {label} | {', '.join(names)} |\n" for label, names in skills.items())
        + "\n"
    ),
)
LINES_IN_CELLS = replace(
    PLAIN,
    section=lambda text: f"## {text}\n\n",
    job=lambda entry: f"| | |\n|---|---|\n| {entry.dates} | **{entry.title}**, {entry.company} |\n| | ",
    bullets=lambda texts: "<br>".join(f"• {text}" for text in texts) + " |\n\n",
    project=lambda entry: f"| | |\n|---|---|\n| {entry.title} | ",
    group=lambda entry: f"| | |\n|---|---|\n| {entry.dates} | {entry.company} |\n| | ",
)
ITEM_PARAGRAPHS = replace(
    PLAIN,
    job=lambda entry: (
        f'<div class="job"><b>{entry.title}</b>, {entry.company} <span>{entry.dates}</span></div>\n\n'
    ),
    bullets=lambda texts: "<ul>\n" + "".join(f"  <li><p>{text}</p></li>\n" for text in texts) + "</ul>\n\n",
)
JOB_ITEMS = replace(
    PLAIN,
    job=lambda entry: f"- **{entry.title}**, {entry.company}, {entry.dates}\n",
    project=lambda entry: f"- **{entry.title}**\n",
    group=lambda entry: f"- {entry.company} ({entry.dates})\n",
    bullets=lambda texts: _list(texts, "  - "),
)
DEEP_ITEMS = replace(
    PLAIN,
    job=lambda entry: f"* {entry.company}, {entry.place}\n    * {entry.title} ({entry.dates})\n",
    group=lambda entry: f"* {entry.company}\n    * Helper, {entry.dates}\n",
    project=lambda entry: f"* {entry.title}\n    * {entry.about}\n",
    bullets=lambda texts: _list(texts, "        * "),
)
NUMBERED = replace(
    BOLD,
    section=lambda text: f"**{text.upper()}**\n\n",
    bullets=lambda texts: "".join(f"{number}. {text}\n" for number, text in enumerate(texts, 1)) + "\n",
)
UNDERLINED = replace(
    PLAIN,
    head=lambda person: f"---\ntitle: Resume of {person.name}\nlayout: page\n---\n\n{person.contact}\n\n",
    section=lambda text: f"{text}\n{'-' * len(text)}\n\n",
    job=lambda entry: f"### {entry.company} — {entry.title} <small>{entry.dates}</small>\n\n",
    bullets=lambda texts: "".join(wrap(text, 60, first="* ") + "\n" for text in texts) + "\n",
)
TECH_ITEM = replace(
    BOLD,
    bullets=lambda texts: "".join(f"- {_lead(text)}\n" for text in texts),
    stack=lambda names: f"- **Tech:** {', '.join(names)}\n",
    close_entry="\n",
    job=lambda entry: f"#### {entry.dates}: {entry.title} at {entry.company}\n\n",
)
TYPED = replace(
    PLAIN,
    bullets=lambda texts: "".join(f"• {text}\n" for text in texts) + "\n",
    job=lambda entry: f"**{entry.company}** | {entry.place}\n_{entry.title}_ | {entry.dates}\n\n",
    about=lambda text: f"> {text}\n\n",
)


def _front_matter(person: Person) -> str:
    def dump(entry: Entry) -> str:
        bullets = "".join(f"      - {text!r}\n" for text in entry.bullets)
        return (
            f"  - company: {entry.company!r}\n    title: {entry.title!r}\n    date: {entry.dates!r}\n"
            f"    highlights:\n{bullets}"
        )

    lists = "".join(
        f"{key}:\n{''.join(dump(entry) for entry in entries)}"
        for key, entries in (
            ("experience", person.jobs),
            ("projects", person.projects),
            ("volunteer", person.volunteering),
        )
    )
    return f"---\nlayout: resume\nname: {person.name!r}\n{lists}---\n\nWrite to me.\n"


def _make(name: str, writer: Writer) -> Layout:
    return Layout(f"markdown-{name}", ".md", partial(write_resume, writer=writer))


LAYOUTS = (
    _make("plain", PLAIN),
    _make("bold-jobs", BOLD),
    _make("same-level", SAME_LEVEL),
    _make("company-above", COMPANY_ABOVE),
    _make("dates-below", DATES_BELOW),
    _make("unmarked", UNMARKED),
    _make("broken-lines", BROKEN_LINES),
    _make("emoji", EMOJI),
    _make("job-table", JOB_TABLE),
    _make("lines-in-cells", LINES_IN_CELLS),
    _make("item-paragraphs", ITEM_PARAGRAPHS),
    _make("job-items", JOB_ITEMS),
    _make("deep-items", DEEP_ITEMS),
    _make("numbered", NUMBERED),
    _make("underlined", UNDERLINED),
    _make("tech-item", TECH_ITEM),
    _make("typed", TYPED),
    Layout("markdown-front-matter", ".md", _front_matter, sections=False),
)
