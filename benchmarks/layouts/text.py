"""Plain text resumes: every way of typing a heading, a job and a mark, and of wrapping a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from benchmarks.layouts.people import Person
from benchmarks.layouts.writer import Layout, Writer, wrap, write_resume


def _list(texts: Sequence[str], mark: str = "- ") -> str:
    return "".join(f"{mark}{text}\n" for text in texts) + "\n"


def _wrapped(texts: Sequence[str], width: int, first: str, rest: str, between: str = "") -> str:
    return "".join(wrap(text, width, first=first, rest=rest) + f"\n{between}" for text in texts) + "\n"


CAPITALS = Writer(
    head=lambda person: f"{person.name}\n{person.contact}\n\n",
    section=lambda text: f"{text.upper()}\n\n",
    prose=lambda text: f"{text}\n\n",
    job=lambda entry: f"{entry.title}, {entry.company}, {entry.dates}\n",
    project=lambda entry: f"{entry.title}\n",
    group=lambda entry: f"{entry.company}, {entry.dates}\n",
    bullets=_list,
    rows=_list,
    education=lambda degrees: "".join(f"{line}\n- {detail}\n" for line, detail in degrees) + "\n",
    skills=lambda skills: "".join(f"{label}: {', '.join(names)}\n" for label, names in skills.items()) + "\n",
)
UNDERLINED = replace(
    CAPITALS,
    section=lambda text: f"{text}\n{'=' * len(text)}\n\n",
    job=lambda entry: f"{entry.title} | {entry.company} | {entry.dates}\n\n",
    bullets=lambda texts: _wrapped(texts, 72, "  * ", "    "),
    about=lambda text: f"{text}\n\n",
)
COLONS = replace(
    CAPITALS,
    section=lambda text: f"{text}:\n\n",
    job=lambda entry: f"{entry.company}, {entry.place}\n{entry.title}\n{entry.dates}\n",
    bullets=lambda texts: _wrapped(texts, 76, "• ", "  "),
    stack=lambda names: f"Technologies: {', '.join(names)}\n\n",
)
NUMBERED_HEADINGS = replace(
    CAPITALS,
    section=lambda text: f"1. {text.upper()}\n\n",
    job=lambda entry: f"{entry.dates}   {entry.company}\n{entry.title}\n",
    bullets=lambda texts: "".join(f"  {number}) {text}\n" for number, text in enumerate(texts, 1)) + "\n",
)
AT_MARGIN = replace(
    CAPITALS,
    bullets=lambda texts: _wrapped(texts, 64, "- ", ""),
    job=lambda entry: f"{entry.company} ({entry.place})\n{entry.title}, {entry.dates}\n\n",
)
UNMARKED = replace(
    CAPITALS,
    bullets=lambda texts: "".join(f"{text}\n" for text in texts) + "\n",
    education=lambda degrees: "".join(f"{line}\n{detail}\n" for line, detail in degrees) + "\n",
    rows=lambda texts: "".join(f"{text}\n" for text in texts) + "\n",
)
UNMARKED_WRAPPED = replace(
    UNMARKED,
    bullets=lambda texts: _wrapped(texts, 68, "", "", "\n"),
    job=lambda entry: f"{entry.title}, {entry.company}, {entry.dates}\n\n",
    about=lambda text: f"{text}.\n\n",
)
UNMARKED_TIGHT = replace(
    UNMARKED,
    bullets=lambda texts: _wrapped(texts, 78, "", ""),
    section=lambda text: f"{text.upper()}\n",
    job=lambda entry: f"{entry.title} - {entry.company} - {entry.dates}\n",
)
INDENTED = replace(
    UNMARKED,
    bullets=lambda texts: _wrapped(texts, 80, "      ", "      ", "\n"),
    job=lambda entry: f"  {entry.title}\n  {entry.company}, {entry.dates}\n\n",
)
GLUED = replace(CAPITALS, bullets=lambda texts: _list(texts, "-"), rows=lambda texts: _list(texts, "-"))
MARK_ALONE = replace(
    CAPITALS,
    section=lambda text: f"{text}\n\n",
    bullets=lambda texts: "".join(f"•\n{wrap(text, 80)}\n" for text in texts) + "\n",
    job=lambda entry: f"{entry.title} | {entry.company} – {entry.place} ({entry.dates})\n",
)
MID_LINE = replace(
    CAPITALS,
    job=lambda entry: f"{entry.title}\n{entry.company} {entry.dates}\n\n",
    bullets=lambda texts: "".join(f"▪ {text} " for text in texts) + "\n\n",
)
FRAME = replace(
    CAPITALS,
    section=lambda text: f"+{'-' * 76}+\n| {text.upper():<74} |\n+{'-' * 76}+\n",
    prose=lambda text: f"| {text:<74} |\n",
    job=lambda entry: f"| {entry.title + ', ' + entry.company + ', ' + entry.dates:<74} |\n",
    project=lambda entry: f"| {entry.title:<74} |\n",
    group=lambda entry: f"| {entry.company + ', ' + entry.dates:<74} |\n",
    bullets=lambda texts: "".join(
        f"| {line:<74} |\n" for text in texts for line in wrap(text, 74, first="* ", rest="  ").split("\n")
    ),
    rows=lambda texts: "".join(f"| {'* ' + text:<74} |\n" for text in texts),
    education=lambda degrees: "".join(f"| {line:<74} |\n" for line, _ in degrees),
    skills=lambda skills: "".join(
        f"| {label + ': ' + ', '.join(names):<74} |\n" for label, names in skills.items()
    ),
)
SYMBOLS = replace(
    CAPITALS, bullets=lambda texts: _list(texts, "\uf0a7\t"), rows=lambda texts: _list(texts, "\uf0a7\t")
)
HOLLOW = replace(
    CAPITALS,
    section=lambda text: f"{text.upper()}\n{'_' * 60}\n",
    bullets=lambda texts: _list(texts, "o\t"),
    job=lambda entry: f"{entry.company}\t\t\t{entry.place}\n{entry.title}\t\t\t{entry.dates}\n",
)
ASCIIDOC = replace(
    CAPITALS,
    head=lambda person: f"= {person.name}\n{person.contact}\n\n",
    section=lambda text: f"== {text}\n\n",
    job=lambda entry: f"=== {entry.title}, https://example.org[{entry.company}]\n_{entry.dates}_\n\n",
    project=lambda entry: f"=== {entry.title}\n\n",
    group=lambda entry: f"=== {entry.company}\n_{entry.dates}_\n\n",
    bullets=lambda texts: _list(texts, "* "),
    skills=lambda skills: (
        "".join(f"{label}:: {', '.join(names)}\n" for label, names in skills.items()) + "\n"
    ),
)
LABELS = replace(
    CAPITALS,
    section=lambda text: f"{text}\n---\n",
    job=lambda entry: (
        f"Company: {entry.company}\nTitle: {entry.title}\nDates: {entry.dates}\nResponsibilities:\n"
    ),
    project=lambda entry: f"Project: {entry.title}\nDescription:\n",
    group=lambda entry: f"Organisation: {entry.company}\nDates: {entry.dates}\nDescription:\n",
    stack=lambda names: f"Environment: {', '.join(names)}\n\n",
)
RIGHT_DATES = replace(
    CAPITALS,
    job=lambda entry: f"{entry.company + ', ' + entry.place:<50}{entry.dates:>28}\n{entry.title}\n",
    bullets=lambda texts: _wrapped(texts, 78, " – ", "   "),
    about=lambda text: f"{text}\n",
)
ARROWS = replace(
    CAPITALS,
    section=lambda text: f"*** {text} ***\n\n",
    bullets=lambda texts: _list(texts, "-> "),
    job=lambda entry: f"[{entry.dates}] {entry.title} @ {entry.company}\n",
    group=lambda entry: f"[{entry.dates}] {entry.company}\n",
)
SPACED_LIST = replace(
    CAPITALS,
    section=lambda text: f"----- {text} -----\n\n",
    bullets=lambda texts: _wrapped(texts, 70, "   * ", "", "\n"),
    job=lambda entry: f"{entry.title.upper()}\n{entry.company}\n{entry.dates}\n\n",
)


def _make(name: str, writer: Writer) -> Layout:
    return Layout(f"text-{name}", ".txt", partial(write_resume, writer=writer))


def _write_without_headings(person: Person) -> str:
    """Return only the jobs and their bullets, as people paste them."""
    return "\n".join(
        f"{entry.title}, {entry.company} ({entry.dates})\n\n" + _list(entry.bullets, "* ")
        for entry in person.jobs
    )


LAYOUTS = (
    _make("capitals", CAPITALS),
    _make("underlined", UNDERLINED),
    _make("colons", COLONS),
    _make("numbered-headings", NUMBERED_HEADINGS),
    _make("at-margin", AT_MARGIN),
    _make("unmarked", UNMARKED),
    _make("unmarked-wrapped", UNMARKED_WRAPPED),
    _make("unmarked-tight", UNMARKED_TIGHT),
    _make("indented", INDENTED),
    _make("glued", GLUED),
    _make("mark-alone", MARK_ALONE),
    _make("mid-line", MID_LINE),
    _make("frame", FRAME),
    _make("symbols", SYMBOLS),
    _make("hollow", HOLLOW),
    _make("asciidoc", ASCIIDOC),
    _make("labels", LABELS),
    _make("right-dates", RIGHT_DATES),
    _make("arrows", ARROWS),
    _make("spaced-list", SPACED_LIST),
    Layout("text-without-headings", ".txt", _write_without_headings, order=("jobs",), sections=False),
)
