"""Pages about people, for those who help them: a list for each advisor, and a hand-out for each person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from bulletlint.cohort.page.environment import load_templates
from bulletlint.cohort.tables.columns import Row
from bulletlint.cohort.tables.parts import Parts
from bulletlint.cohort.writing import write_whole
from bulletlint.core.visible import show_line, show_lines

#: Bullets that a list names for each person, and rules for each bullet.
MOST_BULLETS, MOST_RULES = 3, 3
#: What the name of a page may hold, and how much of it.
_UNFIT = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST = 40
_PLACE = ("file", "line", "page", "paragraph")
#: Stands for the advisor of those who have none.
NO_ADVISOR = "none"


@dataclass(frozen=True, slots=True)
class Spot:
    """A bullet: where it stands, and the names of the rules that have something to say about it."""

    place: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """A file of an advisor's list: whose it is, why it could not be read, else the bullets to begin with.

    `resume` is the beginning of its name in the tables, which tells the files of one person apart.
    """

    person: str
    resume: str
    error: str | None
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """A bullet of a hand-out, with what each rule says about it; `text` and `rewrite` only where they are kept."""

    place: str
    findings: tuple[Row, ...]
    text: str | None = None
    rewrite: str | None = None


@dataclass(slots=True)
class Sheet:
    """A resume with its bullets and findings, by the number of the bullet."""

    row: Row
    bullets: dict[int, Row] = field(default_factory=dict)
    findings: defaultdict[int | None, list[Row]] = field(default_factory=lambda: defaultdict(list))

    @property
    def person(self) -> str:
        return str(self.row["id"] or self.row["resume"])


def read_sheets(parts: Parts) -> Iterator[Sheet]:
    """Yield the resumes of a cohort, a part of them in memory at a time; raises CohortError for a damaged part.

    Of files with one id that are the same word for word, only one is yielded.
    """
    known: set[tuple[str, str]] = set()
    for number in parts.list_numbers():
        columns: tuple[str, ...] = ("resume", "id", "advisor", "error", "digest")
        sheets = {row["resume"]: Sheet(row) for row in parts.read_part("resumes", number, columns)}
        for row in parts.read_part(
            "bullets", number, ("resume", "bullet", *_PLACE, "first", "text", "rewrite")
        ):
            sheets[row["resume"]].bullets[row["bullet"]] = row
        columns = ("resume", "bullet", "code", "rule", "severity", "grouped", "message")
        for row in parts.read_part("findings", number, columns):
            sheets[row["resume"]].findings[row["bullet"]].append(row)
        for sheet in sheets.values():
            copy = sheet.row["id"], sheet.row["digest"]
            if None in copy:
                yield sheet
            elif copy not in known:
                known.add(copy)
                yield sheet


def write_lists(folder: Path, parts: Parts) -> int:
    """Write a list for each advisor, in the order of the ids, and return their number; raises CohortError."""
    lists: defaultdict[str, list[Visit]] = defaultdict(list)
    for sheet in read_sheets(parts):
        lists[sheet.row["advisor"] or NO_ADVISOR].append(make_visit(sheet))
    template = load_templates().get_template("advisor.html")
    for advisor, visits in lists.items():
        visits.sort(key=lambda visit: (visit.person, visit.resume))
        files = Counter(visit.person for visit in visits)
        page = template.render(title=f"Advisor: {advisor}", advisor=advisor, visits=visits, files=files)
        write_whole(folder / f"{name_page(advisor)}.html", show_lines(page).encode("utf-8"))
    return len(lists)


def make_visit(sheet: Sheet) -> Visit:
    """Return what an advisor's list says of a resume."""
    first = sorted((row for row in sheet.bullets.values() if row["first"]), key=lambda row: row["first"])
    spots = [
        Spot(describe_row(row), name_rules(sheet.findings[row["bullet"]])) for row in first[:MOST_BULLETS]
    ]
    return Visit(sheet.person, shorten_name(sheet.row), sheet.row["error"], tuple(spots))


def shorten_name(row: Row) -> str:
    """Return the beginning of a file's name in the tables."""
    return str(row["resume"])[:6]


def name_rules(findings: list[Row]) -> tuple[str, ...]:
    """Return the names of the rules that are said of a bullet by itself, the worst first."""
    order = ("error", "warning", "info")
    said = sorted(
        (row for row in findings if not row["grouped"]), key=lambda row: order.index(row["severity"])
    )
    return tuple(dict.fromkeys(row["rule"] for row in said))[:MOST_RULES]


def write_handouts(folder: Path, parts: Parts, *, advice: Mapping[str, tuple[str, str]]) -> int:
    """Write a hand-out for each resume that was read, and return their number; raises CohortError.

    `advice` has what each rule says and what to do instead, by its code.
    """
    template = load_templates().get_template("handout.html")
    number = 0
    for sheet in read_sheets(parts):
        if sheet.row["error"] is not None:
            continue
        number += 1
        bullets = [
            Advice(describe_row(row), tuple(sheet.findings[row["bullet"]]), row["text"], row["rewrite"])
            for row in sheet.bullets.values()
            if sheet.findings[row["bullet"]]
        ]
        page = template.render(
            title=f"Your resume: {sheet.person}",
            person=sheet.person,
            visit=make_visit(sheet),
            bullets=bullets,
            whole=sheet.findings[None],
            count=len(sheet.bullets),
            advice=advice,
        )
        name = name_page(sheet.person) + ("" if sheet.row["id"] is None else f"-{shorten_name(sheet.row)}")
        write_whole(folder / f"{name}.html", show_lines(page).encode("utf-8"))
    return number


def describe_row(row: Row) -> str:
    """Return where a bullet stands, as "line 12" or "page 2, bullet 7"."""
    inside = f" of included file {row['file']}" if row["file"] else ""
    if row["line"] is not None:
        return f"line {row['line']}{inside}"
    if row["page"] is not None:
        return f"page {row['page']}, bullet {row['bullet']}"
    return f"bullet {row['bullet']}{inside}"


def name_page(text: str) -> str:
    """Return a name for a page that every system takes; two texts never have the same one."""
    short = _UNFIT.sub("-", show_line(text))[:_LONGEST].strip("-")
    if short and short == text:
        return short
    return f"{short or 'x'}-{blake2b(text.encode('utf-8', 'surrogatepass'), digest_size=4).hexdigest()}"
