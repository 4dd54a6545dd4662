"""How a resume is written down part by part: a layout is a writer whose parts differ."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.layouts.people import BULLET_PARTS, Entry, Person

ORDER = ("summary", "jobs", "projects", "volunteering", "education", "skills", "rows", "awards")


@dataclass(frozen=True, slots=True)
class Writer:
    """What each part of a resume becomes; every function returns text that ends where the next part may begin."""

    head: Callable[[Person], str]
    section: Callable[[str], str]
    prose: Callable[[str], str]
    job: Callable[[Entry], str]
    project: Callable[[Entry], str]
    group: Callable[[Entry], str]
    bullets: Callable[[Sequence[str]], str]
    rows: Callable[[Sequence[str]], str]
    education: Callable[[Sequence[tuple[str, str]]], str]
    skills: Callable[[Mapping[str, Sequence[str]]], str]
    about: Callable[[str], str] = lambda text: ""
    stack: Callable[[Sequence[str]], str] = lambda names: ""
    close_entry: str = ""
    close_section: str = ""
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to lay out a resume; `order` is that of its parts.

    `sections` says whether a reader of the layout can tell the headings of its bullets.
    """

    name: str
    suffix: str
    write: Callable[[Person], str | bytes]
    order: tuple[str, ...] = ORDER
    sections: bool = True


def write_resume(person: Person, writer: Writer, order: Sequence[str] = ORDER) -> str:
    """Return a resume as a writer writes it."""
    written = [writer.head(person)]
    for part in order:
        written.append(writer.section(person.headings[part]))
        if part == "summary":
            written.append(writer.prose(person.summary))
        elif part in BULLET_PARTS:
            written += [_write_entry(entry, part, writer) for entry in person.entries(part)]
        elif part == "education":
            written.append(writer.education(person.education))
        elif part == "skills":
            written.append(writer.skills(person.skills))
        else:
            written.append(writer.rows(person.rows if part == "rows" else person.awards))
        written.append(writer.close_section)
    return "".join([*written, writer.tail])


def _write_entry(entry: Entry, part: str, writer: Writer) -> str:
    line = {"jobs": writer.job, "projects": writer.project, "volunteering": writer.group}[part](entry)
    about = writer.about(entry.about) if part == "jobs" else ""
    stack = writer.stack(entry.stack) if entry.stack else ""
    return "".join((line, about, writer.bullets(entry.bullets), stack, writer.close_entry))


def wrap(text: str, width: int, *, first: str = "", rest: str = "") -> str:
    """Return a text wrapped at a width in characters, words kept whole."""
    return textwrap.fill(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
