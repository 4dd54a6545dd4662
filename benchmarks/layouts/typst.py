"""Typst resumes: mark-up, the packages of its universe, functions of one's own, values with names."""
# ruff: noqa: E501  templates read better as they are written

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from benchmarks.layouts.people import Person
from benchmarks.layouts.writer import Layout, Writer, write_resume


def escape(text: str) -> str:
    """Return a text as Typst mark-up."""
    return "".join(f"\\{character}" if character in "#$@*_<`" else character for character in text)


def _quote(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _list(texts: Sequence[str], indent: str = "") -> str:
    return "".join(f"{indent}- {escape(text)}\n" for text in texts) + "\n"


def _strings(texts: Sequence[str]) -> str:
    return "(" + "".join(f"{_quote(text)}, " for text in texts) + ")"


def _contents(texts: Sequence[str]) -> str:
    return "".join(f"    [{escape(text)}],\n" for text in texts)


PLAIN = Writer(
    head=lambda person: f"#set page(margin: 2cm)\n#align(center)[*{escape(person.name)}*]\n{escape(person.contact)}\n\n",
    section=lambda text: f"= {escape(text)}\n\n",
    prose=lambda text: f"{escape(text)}\n\n",
    job=lambda one: f"*{escape(one.title)}*, {escape(one.company)} #h(1fr) {escape(one.dates)}\n",
    project=lambda one: f"*{escape(one.title)}*\n",
    group=lambda one: f"*{escape(one.company)}* #h(1fr) {escape(one.dates)}\n",
    bullets=_list,
    rows=_list,
    education=lambda degrees: "".join(f"{escape(line)} \\\n{escape(detail)}\n\n" for line, detail in degrees),
    skills=lambda skills: "".join(f"*{escape(label)}:* {escape(', '.join(names))} \\\n" for label, names in skills.items()) + "\n",
)  # fmt: skip
BASIC = replace(
    PLAIN,
    head=lambda person: (
        f'#import "@preview/basic-resume:0.2.8": *\n#show: resume.with(\n  author: {_quote(person.name)},\n  location: {_quote(person.contact)},\n  accent-color: "#26428b",\n)\n\n'
    ),
    section=lambda text: f"== {escape(text)}\n\n",
    job=lambda one: (
        f"#work(\n  title: {_quote(one.title)},\n  location: {_quote(one.place)},\n  company: {_quote(one.company)},\n  dates: dates-helper(start-date: {_quote(one.dates.split(' – ')[0])}, end-date: {_quote(one.dates.split(' – ')[-1])}),\n)\n"
    ),
    project=lambda one: f'#project(\n  name: {_quote(one.title)},\n  role: "Author",\n)\n',
    group=lambda one: (
        f"#extracurriculars(\n  activity: {_quote(one.company)},\n  dates: {_quote(one.dates)},\n)\n"
    ),
)
MODERN = replace(
    PLAIN,
    head=lambda person: f'#import "@preview/modern-cv:0.8.0": *\n#show: resume.with(\n  author: (firstname: {_quote(person.name)}, lastname: "",),\n  profile-picture: none,\n)\n\n',
    job=lambda one: f"#resume-entry(\n  title: {_quote(one.title)},\n  location: {_quote(one.place)},\n  date: {_quote(one.dates)},\n  description: {_quote(one.company)},\n)\n",
    project=lambda one: f"#resume-entry(title: {_quote(one.title)})\n",
    group=lambda one: f"#resume-entry(title: {_quote(one.company)}, date: {_quote(one.dates)})\n",
    bullets=lambda texts: "#resume-item[\n" + _list(texts, "  ") + "]\n",
    skills=lambda skills: "".join(f"#resume-skill-item({_quote(label)}, {_strings(names)})\n" for label, names in skills.items()) + "\n",
)  # fmt: skip
BRILLIANT = replace(
    PLAIN,
    head=lambda person: f'#import "@preview/brilliant-cv:2.0.5": cv-section, cv-entry, cv-skill\n// {person.name}\n\n',
    section=lambda text: f"#cv-section({_quote(text)})\n\n",
    job=lambda one: f"#cv-entry(\n  title: [{escape(one.title)}],\n  society: [{escape(one.company)}],\n  date: [{escape(one.dates)}],\n  location: [{escape(one.place)}],\n",
    project=lambda one: f"#cv-entry(\n  title: [{escape(one.title)}],\n",
    group=lambda one: f"#cv-entry(\n  society: [{escape(one.company)}],\n  date: [{escape(one.dates)}],\n",
    bullets=lambda texts: f"  description: list(\n{_contents(texts)}  ),\n",
    stack=lambda names: f"  tags: {_strings(names)},\n",
    close_entry=")\n\n",
    education=lambda degrees: "".join(f"#cv-entry(title: [{escape(line)}], description: [{escape(detail)}])\n" for line, detail in degrees),
    skills=lambda skills: "".join(f"#cv-skill(type: [{escape(label)}], info: [{escape(', '.join(names))}])\n" for label, names in skills.items()),
)  # fmt: skip
NEAT = replace(
    PLAIN,
    head=lambda person: (
        f'#import "@preview/neat-cv:0.4.0": cv, side, entry\n#show: cv.with(\n  author: (firstname: {_quote(person.name)}, email: "x@example.org"),\n)\n\n'
    ),
    job=lambda one: (
        f"#entry(\n  title: {_quote(one.title)},\n  date: {_quote(one.dates)},\n  institution: {_quote(one.company)},\n  location: {_quote(one.place)},\n)[\n"
    ),
    project=lambda one: f"#entry(title: {_quote(one.title)})[\n",
    group=lambda one: f"#entry(institution: {_quote(one.company)}, date: {_quote(one.dates)})[\n",
    bullets=lambda texts: _list(texts, "  "),
    close_entry="]\n\n",
)
ALTA = replace(
    PLAIN,
    head=lambda person: (
        f'#import "@preview/alta-typst:0.1.0": alta, term, skill\n#alta(name: {_quote(person.name)})[]\n\n'
    ),
    section=lambda text: f"== {escape(text)}\n\n",
    job=lambda one: (
        f"=== {escape(one.title)} \\\n_{escape(one.company)}_\\\n#term[{escape(one.dates)}][{escape(one.place)}]\n\n"
    ),
    project=lambda one: f"=== {escape(one.title)}\n\n",
    group=lambda one: f"=== {escape(one.company)}\n#term[{escape(one.dates)}][]\n\n",
    skills=lambda skills: "".join(
        f"#skill({_quote(name)}, 4)\n" for names in skills.values() for name in names
    ),
)
ARRAY = replace(
    PLAIN,
    head=lambda person: (
        f"#let job(title, company, dates, did) = [\n  *#title*, #company #h(1fr) #dates\n  #for one in did [- #one]\n]\n= {escape(person.name)}\n"
    ),
    section=lambda text: f"== {escape(text)}\n\n",
    job=lambda one: f"#job({_quote(one.title)}, {_quote(one.company)}, {_quote(one.dates)}, (\n",
    project=lambda one: f"#job({_quote(one.title)}, [], [], (\n",
    group=lambda one: f"#job([], {_quote(one.company)}, {_quote(one.dates)}, (\n",
    bullets=lambda texts: _contents(texts),
    close_entry="))\n\n",
)
DICTIONARY = replace(
    PLAIN,
    job=lambda one: f"#experience(\n  role: {_quote(one.title)},\n  employer: {_quote(one.company)},\n  period: {_quote(one.dates)},\n",
    project=lambda one: f"#experience(\n  role: {_quote(one.title)},\n",
    group=lambda one: f"#experience(\n  employer: {_quote(one.company)},\n  period: {_quote(one.dates)},\n",
    bullets=lambda texts: "  achievements: (\n" + "".join(f"    (kind: \"main\", text: {_quote(text)}),\n" for text in texts) + "  ),\n",
    close_entry=")\n\n",
)  # fmt: skip
STRINGS = replace(
    DICTIONARY,
    bullets=lambda texts: "  what: (\n" + "".join(f"    {_quote(text)},\n" for text in texts) + "  ),\n",
)
SHOWN = replace(
    PLAIN,
    head=lambda person: f"#import \"template.typ\": *\n#show: project.with(\n  name: {_quote(person.name)},\n  main: (\n",
    section=lambda text: f"  section(title: {_quote(text)}, content: (\n",
    prose=lambda text: f"    [{escape(text)}],\n",
    job=lambda one: f"    entry(title: {_quote(one.title)}, subtitle: {_quote(one.company)}, dates: {_quote(one.dates)}, content: list(\n",
    project=lambda one: f"    entry(title: {_quote(one.title)}, content: list(\n",
    group=lambda one: f"    entry(title: {_quote(one.company)}, dates: {_quote(one.dates)}, content: list(\n",
    bullets=lambda texts: _contents(texts),
    close_entry="    )),\n",
    rows=lambda texts: f"    list(\n{_contents(texts)}    ),\n",
    education=lambda degrees: "".join(f"    entry(title: {_quote(line)}, content: [{escape(detail)}]),\n" for line, detail in degrees),
    skills=lambda skills: "".join(f"    tags({_quote(label)}, {_strings(names)}),\n" for label, names in skills.items()),
    close_section="  )),\n",
    tail="  ),\n)\n",
)  # fmt: skip
GRID = replace(
    PLAIN,
    job=lambda one: (
        f"#grid(columns: (1fr, auto),\n  [*{escape(one.title)}*, {escape(one.company)}], [{escape(one.dates)}],\n)\n"
    ),
    project=lambda one: f"#grid(columns: (1fr, auto),\n  [*{escape(one.title)}*], [],\n)\n",
    group=lambda one: (
        f"#grid(columns: (1fr, auto),\n  [*{escape(one.company)}*], [{escape(one.dates)}],\n)\n"
    ),
    bullets=lambda texts: f"#list(\n{_contents(texts)})\n\n",
)
OWN_SECTION = replace(
    PLAIN,
    section=lambda text: f"#resume-section[{escape(text)}]\n\n",
    job=lambda one: f"#position[{escape(one.title)}][{escape(one.company)}][{escape(one.dates)}][\n",
    project=lambda one: f"#position[{escape(one.title)}][][][\n",
    group=lambda one: f"#position[][{escape(one.company)}][{escape(one.dates)}][\n",
    bullets=lambda texts: _list(texts, "  "),
    close_entry="]\n\n",
)


def _write_values(person: Person) -> str:
    """Write each job's bullets as a value with a name, and the name where they belong."""
    values: list[str] = []

    def name(texts: Sequence[str]) -> str:
        values.append(f"#let part-{len(values)} = [\n{_list(texts, '  ')}]\n")
        return f"#part-{len(values) - 1}\n\n"

    page = write_resume(person, replace(PLAIN, bullets=name))
    return "".join(values) + page


WRITERS = {
    "plain": PLAIN, "basic-resume": BASIC, "modern-cv": MODERN, "brilliant-cv": BRILLIANT, "neat-cv": NEAT, "alta": ALTA,
    "array": ARRAY, "dictionary": DICTIONARY, "strings": STRINGS, "shown": SHOWN, "grid": GRID, "own-section": OWN_SECTION,
}  # fmt: skip
LAYOUTS: tuple[Layout, ...] = (
    *(
        Layout(f"typst-{name}", ".typ", partial(write_resume, writer=writer))
        for name, writer in WRITERS.items()
    ),
    Layout("typst-values", ".typ", _write_values),
)
