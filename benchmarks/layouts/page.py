"""HTML resumes: lists, paragraphs, divisions, tables, line breaks and nested blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import escape

from benchmarks.layouts.people import Person
from benchmarks.layouts.writer import Layout, Writer, write_resume


def _list(texts: Sequence[str]) -> str:
    return "<ul>\n" + "".join(f"<li>{escape(text)}</li>\n" for text in texts) + "</ul>\n"


def _wrap(tag: str, text: str, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f"<{tag}{named}>{escape(text)}</{tag}>\n"


def _head(person: Person) -> str:
    return (
        f"<!doctype html>\n<html><head><title>{person.name}</title></head><body>\n"
        f"<h1>{person.name}</h1>\n<p>{escape(person.contact)}</p>\n"
    )


PLAIN = Writer(
    head=_head,
    section=lambda text: _wrap("h2", text),
    prose=lambda text: _wrap("p", text),
    job=lambda entry: _wrap("h3", f"{entry.title}, {entry.company}, {entry.dates}"),
    project=lambda entry: _wrap("h3", entry.title),
    group=lambda entry: _wrap("h3", f"{entry.company}, {entry.dates}"),
    bullets=_list,
    rows=_list,
    education=lambda degrees: "".join(_wrap("p", line) + _wrap("p", detail) for line, detail in degrees),
    skills=lambda skills: _list([f"{label}: {', '.join(names)}" for label, names in skills.items()]),
    tail="</body></html>\n",
)
DIVISIONS = replace(
    PLAIN,
    section=lambda text: _wrap("div", text.upper(), "section-title"),
    job=lambda entry: (
        _wrap("div", entry.company, "org")
        + _wrap("div", entry.title, "role")
        + _wrap("div", entry.dates, "dates")
    ),
    about=lambda text: _wrap("div", text, "about"),
)
SPANS = replace(
    PLAIN,
    job=lambda entry: (
        f'<div class="job"><span class="org">{escape(entry.company)}</span>'
        f'<span class="date">{entry.dates}</span></div>\n<div><em>{entry.title}</em></div>\n'
    ),
)
PARAGRAPHS = replace(
    PLAIN,
    bullets=lambda texts: "".join(_wrap("p", text) for text in texts),
    rows=lambda texts: "".join(_wrap("p", text) for text in texts),
    about=lambda text: _wrap("p", f"{text}."),
)
BARE_DIVISIONS = replace(
    PLAIN,
    job=lambda entry: (
        f"<div><strong>{entry.title}</strong>, {escape(entry.company)}<br>{entry.dates}</div>\n"
    ),
    bullets=lambda texts: "<div>" + "".join(_wrap("div", text) for text in texts) + "</div>\n",
)
ITEM_PARAGRAPHS = replace(
    PLAIN,
    bullets=lambda texts: "<ul>" + "".join(f"<li><p>{escape(text)}</p></li>" for text in texts) + "</ul>\n",
)
ICONS = replace(
    PLAIN,
    bullets=lambda texts: (
        "<ul>"
        + "".join(
            f'<li><div class="icon">✅</div><div class="text">{escape(text)}</div></li>' for text in texts
        )
        + "</ul>\n"
    ),
)
NESTED_JOBS = replace(
    PLAIN,
    job=lambda entry: (
        f"<ul><li><div>{escape(entry.company)}</div><div>{entry.title}</div><div>{entry.dates}</div>\n"
    ),
    project=lambda entry: f"<ul><li><div>{entry.title}</div>\n",
    group=lambda entry: f"<ul><li><div>{escape(entry.company)}</div><div>{entry.dates}</div>\n",
    stack=lambda names: f"<div>keywords:</div><div>{', '.join(names)}</div>\n",
    close_entry="</li></ul>\n",
)
DEFINITIONS = replace(
    PLAIN,
    job=lambda entry: (
        f"<dl><dt>{entry.dates}</dt><dd><b>{entry.title}</b>, {escape(entry.company)}</dd></dl>\n"
    ),
    skills=lambda skills: (
        "<dl>"
        + "".join(f"<dt>{label}</dt><dd>{', '.join(names)}</dd>" for label, names in skills.items())
        + "</dl>\n"
    ),
)
TABLES = replace(
    PLAIN,
    job=lambda entry: f"<table><tr><td>{entry.dates}</td><td><b>{entry.title}</b>, {escape(entry.company)}",
    project=lambda entry: f"<table><tr><td></td><td><b>{entry.title}</b>",
    group=lambda entry: f"<table><tr><td>{entry.dates}</td><td>{escape(entry.company)}",
    close_entry="</td></tr></table>\n",
)
BREAKS = replace(
    PLAIN,
    bullets=lambda texts: "<p>" + "<br>\n".join(f"&bull; {escape(text)}" for text in texts) + "</p>\n",
    job=lambda entry: f"<p><b>{entry.title}</b><br>{escape(entry.company)}<br>{entry.dates}</p>\n",
)
BOLD_HEADINGS = replace(
    PLAIN,
    section=lambda text: f"<p><b>{escape(text.upper())}</b></p>\n",
    job=lambda entry: f"<p><b>{entry.title}</b>, {escape(entry.company)} <i>({entry.dates})</i></p>\n",
    project=lambda entry: f"<p><b>{entry.title}</b></p>\n",
    group=lambda entry: f"<p><b>{escape(entry.company)}</b> <i>({entry.dates})</i></p>\n",
)
BLOCKS = replace(
    PLAIN,
    section=lambda text: f"<section><header><h2><span>{escape(text)}</span></h2></header><div>\n",
    close_section="</div></section>\n",
    job=lambda entry: (
        f"<article><h4>{escape(entry.company)}</h4><h5>{entry.title}</h5><time>{entry.dates}</time>\n"
    ),
    project=lambda entry: f"<article><h4>{entry.title}</h4><p>{entry.about}</p>\n",
    group=lambda entry: f"<article><h4>{escape(entry.company)}</h4><time>{entry.dates}</time>\n",
    close_entry="</article>\n",
)
PREFORMATTED = replace(
    PLAIN,
    bullets=lambda texts: "<pre>\n" + "".join(f"* {escape(text)}\n" for text in texts) + "</pre>\n",
)


def _make(name: str, writer: Writer) -> Layout:
    return Layout(f"html-{name}", ".html", partial(write_resume, writer=writer))


LAYOUTS = (
    _make("plain", PLAIN),
    _make("divisions", DIVISIONS),
    _make("spans", SPANS),
    _make("paragraphs", PARAGRAPHS),
    _make("bare-divisions", BARE_DIVISIONS),
    _make("item-paragraphs", ITEM_PARAGRAPHS),
    _make("icons", ICONS),
    _make("nested-jobs", NESTED_JOBS),
    _make("definitions", DEFINITIONS),
    _make("tables", TABLES),
    _make("breaks", BREAKS),
    _make("bold-headings", BOLD_HEADINGS),
    _make("blocks", BLOCKS),
    _make("preformatted", PREFORMATTED),
)
