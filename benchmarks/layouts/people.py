"""Invented people whose resumes are laid out in many ways; what is a bullet of theirs is known from people.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Entry:
    """A job, a project or a group of volunteers; `ended` is None where nothing says when it was."""

    title: str
    company: str
    place: str
    dates: str
    start: str
    end: str
    about: str
    stack: tuple[str, ...]
    bullets: tuple[str, ...]
    ended: bool | None


@dataclass(frozen=True, slots=True)
class Person:
    """What stands in one resume; `headings` has the heading of each part."""

    trade: str
    name: str
    contact: str
    summary: str
    headings: Mapping[str, str]
    jobs: tuple[Entry, ...]
    projects: tuple[Entry, ...]
    volunteering: tuple[Entry, ...]
    education: tuple[tuple[str, str], ...]
    skills: Mapping[str, Sequence[str]]
    rows: tuple[str, ...]
    awards: tuple[str, ...]

    def entries(self, part: str) -> tuple[Entry, ...]:
        """Return the entries of a part of the resume that has bullets."""
        return {"jobs": self.jobs, "projects": self.projects, "volunteering": self.volunteering}[part]


#: The parts of a resume that hold bullets.
BULLET_PARTS = ("jobs", "projects", "volunteering")


@cache
def load_people() -> tuple[Person, ...]:
    """Return the people of people.yaml."""
    source = (Path(__file__).parent / "people.yaml").read_text(encoding="utf-8")
    return tuple(_make_person(row) for row in yaml.safe_load(source))


def _make_person(row: Mapping[str, Any]) -> Person:
    return Person(
        trade=row["trade"],
        name=row["name"],
        contact=row["contact"],
        summary=row["summary"],
        headings=row["headings"],
        jobs=tuple(_make_entry(job, ended=bool(job["end"])) for job in row["jobs"]),
        projects=tuple(_make_entry(project, ended=None) for project in row["projects"]),
        volunteering=tuple(_make_entry(group, ended=group["ended"]) for group in row["volunteering"]),
        education=tuple((degree["line"], degree["detail"]) for degree in row["education"]),
        skills=row["skills"],
        rows=tuple(row["rows"]),
        awards=tuple(row["awards"]),
    )


def _make_entry(row: Mapping[str, Any], *, ended: bool | None) -> Entry:
    years = str(row.get("dates", "")).split(" – ")
    return Entry(
        title=row.get("title", row.get("name", "")),
        company=row.get("company", row.get("organization", "")),
        place=row.get("place", ""),
        dates=row.get("dates", ""),
        start=row.get("start", years[0]),
        end=row.get("end", years[-1]),
        about=row.get("about", ""),
        stack=tuple(row.get("stack", ())),
        bullets=tuple(row["bullets"]),
        ended=ended,
    )
