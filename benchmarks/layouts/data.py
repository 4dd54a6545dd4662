"""Resumes as data: JSON Resume, RenderCV, and shapes and keys that no schema lists."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import yaml

from benchmarks.layouts.people import Entry, Person
from benchmarks.layouts.writer import Layout

Tree = dict[str, Any]


def _json_resume(person: Person) -> Tree:
    return {
        "basics": {
            "name": person.name,
            "summary": person.summary,
            "location": {"city": person.jobs[0].place},
        },
        "work": [
            {
                "name": job.company,
                "position": job.title,
                "startDate": job.start,
                **({"endDate": job.end} if job.end else {}),
                "highlights": list(job.bullets),
                "keywords": list(job.stack),
            }
            for job in person.jobs
        ],
        "projects": [
            {"name": one.title, "highlights": list(one.bullets), "keywords": list(one.stack)}
            for one in person.projects
        ],
        "volunteer": [
            {
                "organization": one.company,
                "startDate": one.start,
                "endDate": one.end,
                "highlights": list(one.bullets),
            }
            for one in person.volunteering
        ],
        "education": [{"institution": line, "courses": [detail]} for line, detail in person.education],
        "skills": [{"name": label, "keywords": list(names)} for label, names in person.skills.items()],
        "awards": [{"title": text} for text in person.awards],
        "interests": [{"name": text} for text in person.rows],
    }


def _rendercv(person: Person) -> Tree:
    return {
        "cv": {
            "name": person.name,
            "sections": {
                "summary": [person.summary],
                "experience": [
                    {
                        "company": job.company,
                        "position": job.title,
                        "start_date": job.start,
                        "end_date": job.end or "present",
                        "location": job.place,
                        "highlights": list(job.bullets),
                    }
                    for job in person.jobs
                ],
                "projects": [{"name": one.title, "highlights": list(one.bullets)} for one in person.projects],
                "volunteering": [
                    {"company": one.company, "date": one.dates, "highlights": list(one.bullets)}
                    for one in person.volunteering
                ],
                "education": [
                    {"institution": line, "highlights": [detail]} for line, detail in person.education
                ],
                "skills": [
                    {"label": label, "details": ", ".join(names)} for label, names in person.skills.items()
                ],
            },
        },
        "design": {"theme": "classic", "page": {"size": "a4"}},
    }


def _jekyll(person: Person) -> Tree:
    def details(entry: Entry) -> str:
        return "".join(f"- {text}\n" for text in entry.bullets)

    return {
        "sidebar": {"name": person.name, "tagline": "Resume", "languages": ["English", "Swedish"]},
        "career-profile": {"summary": person.summary},
        "experiences": {
            "title": person.headings["jobs"],
            "info": [
                {"role": job.title, "time": job.dates, "company": job.company, "details": details(job)}
                for job in person.jobs
            ],
        },
        "projects": {
            "title": "Projects",
            "assignments": [{"title": one.title, "tagline": details(one)} for one in person.projects],
        },
        "volunteering": [
            {"org": one.company, "time": one.dates, "details": details(one)} for one in person.volunteering
        ],
        "skills": {
            "toolset": [{"name": name, "level": "90%"} for names in person.skills.values() for name in names]
        },
    }


def _unknown_keys(person: Person) -> Tree:
    def read(entry: Entry) -> Tree:
        return {
            "employer": entry.company or entry.title,
            "designation": entry.title,
            "when": entry.dates,
            "what_i_did": list(entry.bullets),
            "toolbox": list(entry.stack),
            "links": ["https://example.org/a"],
        }

    return {
        "layout": {"order": ["jobs", "projects", "giving back"], "colour": "dark green"},
        "person": {"fullName": person.name, "pitch": person.summary},
        "positions": [read(job) for job in person.jobs],
        "projects": [read(one) for one in person.projects],
        "volunteering": [read(one) for one in person.volunteering],
        "deal_breakers": ["No work on Sundays", "Travel of more than two weeks"],
    }


def _texts(person: Person) -> Tree:
    def read(entry: Entry) -> Tree:
        return {"org": entry.company or entry.title, "dates": entry.dates, "desc": " \n".join(entry.bullets)}

    return {
        "experience": [read(job) for job in person.jobs],
        "projects": [read(one) for one in person.projects],
        "volunteering": [read(one) for one in person.volunteering],
        "interests": list(person.rows),
    }


def _roles(person: Person) -> Tree:
    return {
        "experience": [
            {
                "company": {"name": job.company, "url": "https://example.org"},
                "positions": [
                    {
                        "title": job.title,
                        "from": job.start,
                        "to": job.end or "present",
                        "achievements": list(job.bullets),
                    }
                ],
            }
            for job in person.jobs
        ],
        "projects": [
            {"project": one.title, "summary": one.about, "points": list(one.bullets)}
            for one in person.projects
        ],
        "volunteer": [
            {
                "organization": one.company,
                "roles": [{"title": "Helper", "date": one.dates, "points": list(one.bullets)}],
            }
            for one in person.volunteering
        ],
        "education": [line for line, _ in person.education],
        "skills": {label: list(names) for label, names in person.skills.items()},
    }


def _nested_highlights(person: Person) -> Tree:
    def nest(texts: Sequence[str]) -> list[Any]:
        return [*texts[:1], {"Other work": list(texts[1:])}] if len(texts) > 1 else list(texts)

    tree = _rendercv(person)
    for entries in tree["cv"]["sections"].values():
        for entry in entries:
            if isinstance(entry, dict) and "highlights" in entry:
                entry["highlights"] = nest(entry["highlights"])
    return tree


def _reactive(person: Person) -> Tree:
    def section(name: str, entries: Sequence[Entry]) -> Tree:
        return {
            "name": name,
            "items": [
                {
                    "visible": True,
                    "company": entry.company or entry.title,
                    "position": entry.title,
                    "date": entry.dates,
                    "summary": "<ul>"
                    + "".join(f"<li><p>{escape(text, quote=False)}</p></li>" for text in entry.bullets)
                    + "</ul>",
                }
                for entry in entries
            ],
        }

    return {
        "basics": {"name": person.name, "headline": person.jobs[0].title},
        "sections": {
            "summary": {"name": "Summary", "content": f"<p>{escape(person.summary, quote=False)}</p>"},
            "experience": section("Experience", person.jobs),
            "projects": section("Projects", person.projects),
            "volunteer": section("Volunteering", person.volunteering),
            "interests": {
                "name": "Interests",
                "items": [{"name": text, "keywords": []} for text in person.rows],
            },
        },
        "metadata": {"template": "rhyhorn", "layout": [[["summary", "experience"], ["skills", "interests"]]]},
    }


def _fresh(person: Person) -> Tree:
    def read(entry: Entry) -> Tree:
        return {
            "employer": entry.company,
            "position": entry.title,
            "start": entry.start,
            **({"end": entry.end} if entry.end else {}),
            "summary": entry.about and f"{entry.about}.",
            "highlights": list(entry.bullets),
            "keywords": list(entry.stack),
        }

    return {
        "name": person.name,
        "meta": {"format": "FRESH@0.6.0"},
        "employment": {"summary": "Two places of work", "history": [read(job) for job in person.jobs]},
        "projects": [
            {"title": one.title, "role": "Author", "highlights": list(one.bullets)} for one in person.projects
        ],
        "service": {
            "history": [
                {
                    "organization": one.company,
                    "start": one.start,
                    "end": one.end,
                    "highlights": list(one.bullets),
                }
                for one in person.volunteering
            ]
        },
        "disposition": {"travel": 25, "commitment": ["contract", "permanent"]},
        "speaking": [{"title": text} for text in person.rows],
    }


def _dump_yaml(tree: Tree) -> str:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=90)


def _dump_documents(tree: Tree) -> str:
    first, *others = tree.items()
    return "---\n" + _dump_yaml(dict([first])) + "---\n" + _dump_yaml(dict(others))


def _dump_json(tree: Tree) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=2)


def _make(name: str, suffix: str, make: Callable[[Person], Tree], dump: Callable[[Tree], str]) -> Layout:
    return Layout(f"{suffix}-{name}", f".{suffix}", lambda person: dump(make(person)), sections=False)


LAYOUTS = (
    _make("json-resume", "json", _json_resume, _dump_json),
    _make("reactive", "json", _reactive, _dump_json),
    _make("fresh", "json", _fresh, _dump_json),
    _make("unknown-keys", "json", _unknown_keys, _dump_json),
    _make("roles", "json", _roles, _dump_json),
    _make("rendercv", "yaml", _rendercv, _dump_yaml),
    _make("nested-highlights", "yaml", _nested_highlights, _dump_yaml),
    _make("jekyll", "yaml", _jekyll, _dump_yaml),
    _make("texts", "yaml", _texts, _dump_yaml),
    _make("unknown-keys", "yaml", _unknown_keys, _dump_yaml),
    _make("documents", "yaml", _json_resume, _dump_documents),
    _make("roles", "yaml", _roles, _dump_yaml),
)
