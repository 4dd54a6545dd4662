"""The page, file by file, so that none need be kept: what its templates are given, and when they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from bulletlint.check.score import COST_RULE, FALLBACK_RULE, SIGNAL_RULE
from bulletlint.core.finding import BulletReport, FileReport, Finding, Report, Rewrite, Tool
from bulletlint.core.visible import show_lines
from bulletlint.report.html.segments import Segment, cut_segments
from bulletlint.report.page_lines import list_page_lines
from bulletlint.report.places import describe_spot
from bulletlint.report.profile_note import ProfileTally
from bulletlint.report.ranking import choose_first, choose_shown, rank_findings
from bulletlint.report.stream import Write, render_stream
from bulletlint.report.summary import Tally

#: What the picture of a resume may have a column for, and the rule that asks it; every profile asks for a result.
COLUMNS = {"result": None, "cost": COST_RULE, "fallback": FALLBACK_RULE, "signal": SIGNAL_RULE}


@dataclass(frozen=True, slots=True)
class Cell:
    """Whether a bullet states something: "yes", "no", or "–" where nobody asks."""

    column: str
    state: str


@dataclass(frozen=True, slots=True)
class Card:
    """A bullet as the page shows it."""

    number: int
    place: str
    section: str | None
    segments: tuple[Segment, ...]
    findings: tuple[Finding, ...]
    rewrite: tuple[Segment, ...]
    questions: tuple[tuple[str, str], ...]
    score: int | None
    cells: tuple[Cell, ...]
    words: str


class HtmlStream:
    """The page; its head is written with the first file, the totals at the end."""

    def __init__(self, write: Write, tool: Tool) -> None:
        self._write = write
        self._tool = tool
        self._tally = Tally()
        self._begun = False
        self._files = 0

    def add(self, file: FileReport) -> None:
        """Write the next file."""
        self._begin()
        self._tally.add(file)
        self._files += 1
        page = load_templates().get_template("file.html").render(build_file(file, self._files))
        self._write(show_lines(page))  # a file's name may hold what acts on a terminal

    def close(self) -> None:
        """Write the totals."""
        self._begin()
        summary = self._tally.summarise()
        foot = load_templates().get_template("foot.html")
        self._write(foot.render(summary=summary, tool=self._tool))

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._write(load_templates().get_template("head.html").render(tool=self._tool))


def render_html(report: Report) -> str:
    """Return a report as a page."""
    return render_stream(lambda write: HtmlStream(write, report.tool), report.files)


@cache
def load_templates() -> Environment:
    """Return the templates; every word of a resume is escaped in them."""
    return Environment(
        loader=PackageLoader("bulletlint.report.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def build_file(file: FileReport, number: int) -> dict[str, object]:
    """Return what the template of a file is given; `number` counts the files of the page from 1."""
    shown = choose_shown(file, complete=False)
    columns = choose_columns(shown.bullets)
    cards = tuple(build_card(bullet, at, columns) for at, bullet in enumerate(shown.bullets, 1))
    chosen = choose_first(file.bullets)
    first = [cards[at] for bullet in chosen for at, other in enumerate(file.bullets) if other is bullet]
    tally, profiles = Tally(), ProfileTally()
    tally.add(file)
    profiles.add(file)
    return {
        "file": file,
        "number": number,
        "cards": cards,
        "first": first,
        "columns": columns,
        "page_findings": rank_findings(shown.findings),
        "page_lines": [said for _, _, said in list_page_lines(file)],
        "profile": profiles.describe(),
        "summary": tally.summarise(),
    }


def choose_columns(bullets: Sequence[BulletReport]) -> tuple[str, ...]:
    """Return the columns of which the profile asks at least one bullet."""
    asked = {name for bullet in bullets for name in bullet.asked}
    return tuple(column for column, rule in COLUMNS.items() if rule is None or rule in asked)


def build_card(bullet: BulletReport, number: int, columns: Sequence[str]) -> Card:
    """Return a bullet as the page shows it; `number` counts the bullets of its file from 1."""
    return Card(
        number=number,
        place=describe_spot(bullet.place),
        section=bullet.section,
        segments=cut_segments(bullet.text, bullet.evidence),
        findings=tuple(rank_findings(bullet.findings)),
        rewrite=cut_rewrite(bullet.rewrite) if bullet.rewrite else (),
        questions=tuple(list_questions(bullet.rewrite)) if bullet.rewrite else (),
        score=bullet.score,
        cells=tuple(build_cells(bullet, columns)),
        words=bullet.text,
    )


def build_cells(bullet: BulletReport, columns: Sequence[str]) -> Iterator[Cell]:
    """Yield what a bullet states, column by column; what it need not state is not missing."""
    stated = {
        "result": bullet.metric in ("outcome", "scale"),
        "cost": bullet.cost != "none",
        "fallback": bullet.fallback,
        "signal": any(item.label == "monitoring" for item in bullet.evidence),
    }
    for column in columns:
        rule = COLUMNS[column]
        asked = bullet.kind == "delivery" and not bullet.foreign if rule is None else rule in bullet.asked
        yield Cell(column, "yes" if stated[column] else "no" if asked else "–")


def cut_rewrite(rewrite: Rewrite) -> tuple[Segment, ...]:
    """Return a rewrite as segments; its blanks have the label "blank"."""
    segments: list[Segment] = []
    after = 0
    for slot in rewrite.slots:
        segments += [
            Segment(rewrite.text[after : slot.start]),
            Segment(rewrite.text[slot.start : slot.end], ("blank",)),
        ]
        after = slot.end
    segments.append(Segment(rewrite.text[after:]))
    return tuple(segment for segment in segments if segment.text)


def list_questions(rewrite: Rewrite) -> Iterator[tuple[str, str]]:
    """Yield the name and the question of each blank of a rewrite."""
    for slot in rewrite.slots:
        yield slot.name, slot.question
