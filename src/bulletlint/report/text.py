"""The report for a person: grouped by bullet, since a person fixes bullets, not findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bulletlint.core.document import Place
from bulletlint.core.facts import Evidence
from bulletlint.core.finding import BulletReport, FileReport, Finding, Report, Rewrite, Severity
from bulletlint.core.visible import show_line
from bulletlint.core.web_pages import find_page_url
from bulletlint.core.wording import count, list_blanks, wrap_words
from bulletlint.report.closing import CLOSING_LINES, render_bars, render_summary
from bulletlint.report.layout import Cells, mark_cells, wrap_cells
from bulletlint.report.overview import (
    number_places,
    render_brief,
    render_note,
    render_page,
    render_statistics,
)
from bulletlint.report.places import describe_numbered, describe_place
from bulletlint.report.profile_note import ProfileTally
from bulletlint.report.ranking import (
    MOST_BRIEF,
    MOST_FIRST,
    choose_brief,
    choose_first,
    choose_shown,
    rank_findings,
)
from bulletlint.report.stream import Write, render_stream
from bulletlint.report.summary import Tally
from bulletlint.report.text_style import BOLD, COLOURS, CYAN, DIM, GREEN, INDENT, UNDERLINE, TextStyle

#: Columns that a message needs beside the rule's name; with fewer it goes below.
NARROWEST_MESSAGE = 36


class TextStream:
    """The report as lines for a terminal or a pipe, blocks apart by an empty line.

    With more bullets than MOST_FIRST to work on, those most worth an hour are shown in full and the rest in a line
    each; when verbose, all are shown in full, in the order of the file.
    """

    def __init__(self, write: Write, style: TextStyle) -> None:
        self._write = write
        self._style = style
        self._tally = Tally()
        self._profiles = ProfileTally()
        self._asked: set[str] = set()
        self._begun = False

    def add(self, file: FileReport) -> None:
        """Write the bullets with findings of the next file, and what was found in it as a whole."""
        file = replace(file, path=show_line(file.path))
        self._tally.add(file)
        self._profiles.add(file)
        style = self._style
        shown = choose_shown(file, complete=style.verbose, most=style.most_per_rule)
        bullets = [bullet for bullet in shown.bullets if bullet.findings or style.verbose]
        page = list(render_page(file, shown, style))
        first = choose_first(shown.bullets)
        if len([bullet for bullet in bullets if bullet.findings]) <= MOST_FIRST:
            first = []
        if first and not style.verbose:
            self._write_first(file, first, bullets, room=file.lines - len(page) - CLOSING_LINES)
        else:
            if first:
                named = describe_numbered(number_places(file, first))
                self._write_block([style.paint(f"{file.path}: fix first: {named}", BOLD)])
            for bullet in bullets:
                self._write_block(render_bullet(file, bullet, style, self._asked))
        if page:
            self._write_block(page)

    def _write_first(
        self, file: FileReport, first: Sequence[BulletReport], bullets: Sequence[BulletReport], *, room: int
    ) -> None:
        """Write the bullets most worth an hour in full, as far as there is room for, and the others in a line each.

        At least one is shown in full. `room` is in lines: a report longer than the resume is not read.
        """
        style = self._style
        head = style.paint(f"{file.path}: fix these first", BOLD)
        room -= min(len(bullets), MOST_BRIEF) + 3  # a line each, the heads and an empty line
        whole: list[BulletReport] = []
        for bullet in first:
            asked = set(self._asked)
            block = list(render_bullet(file, bullet, style, asked))
            room -= len(block)
            if whole and room < 0:
                break
            self._asked = asked
            self._write_block([head, *block] if not whole else block)
            whole.append(bullet)
        rest = [bullet for bullet in first if bullet not in whole]
        if rest:
            self._write_block(render_brief(rest, style))
        others = [bullet for bullet in bullets if bullet not in first]
        head = style.paint(f"{file.path}: then these (-v shows them in full)", BOLD)
        brief = choose_brief(others)
        lines = [head, *render_brief(brief, style)]
        if len(others) > len(brief):
            more = count(len(others) - len(brief), "more bullet")
            lines += render_note(f"{more} with findings; -v shows all.", style)
        self._write_block(lines)

    def close(self) -> None:
        """Write the summary."""
        summary = self._tally.summarise()
        if self._style.statistics and summary.by_rule:
            self._write_block(render_statistics(summary))
        if self._style.quiet:
            return
        bars = list(render_bars(summary, self._style)) if self._style.bars else []
        if bars:
            self._write_block(bars)
        said = self._profiles.describe()
        profile = wrap_words(said, self._style.width) if said else ()
        self._write_block([render_summary(summary, self._style), *profile])

    def _write_block(self, lines: Iterable[str]) -> None:
        self._write(("\n" if self._begun else "") + "\n".join(lines) + "\n")
        self._begun = True


def render_text(report: Report, style: TextStyle) -> str:
    """Return the report as lines."""
    return render_stream(lambda write: TextStream(write, style), report.files)


def render_bullet(file: FileReport, bullet: BulletReport, style: TextStyle, asked: set[str]) -> Iterator[str]:
    """Yield one bullet: its place, its text with the spans underlined, its findings, its rewrite.

    `asked` holds the questions that were printed before; each is printed once per report, always when verbose.
    """
    hidden = len(bullet.findings) - len(bullet.findings[: style.most])
    (place,) = _render_place(file.path, bullet.place, style)
    yield f"{place}  {style.paint_dim(f'+{hidden} with -v')}" if hidden else place
    yield from render_bullet_body(bullet, style, asked)


def render_bullet_body(bullet: BulletReport, style: TextStyle, asked: set[str]) -> Iterator[str]:
    """Yield what stands below a bullet's place: its text with the spans underlined, its findings, its rewrite."""
    yield from _render_bullet_text(bullet, style)
    left = rank_findings(bullet.findings)[: style.most]
    if bullet.rewrite is not None and bullet.rewrite.slots and not style.verbose:
        left = [replace(finding, question=None) for finding in left]  # the blanks of the rewrite ask
    names = max((len(finding.rule) for finding in left), default=0)
    for finding in left:
        yield from _render_finding(finding, names, style, asked)
    if style.verbose:
        yield from _render_evidence(bullet, style)
    if bullet.rewrite is not None and not style.quiet:
        yield from render_rewrite(bullet.rewrite, style)


def _render_place(path: str, place: Place, style: TextStyle) -> Iterator[str]:
    yield style.paint(describe_place(path, place), BOLD)


def _render_bullet_text(bullet: BulletReport, style: TextStyle) -> Iterator[str]:
    """Yield the wrapped text; underlined itself in colour, else with carets below what is meant."""
    marks: list[Severity | None] = [None] * len(bullet.text)
    for finding in reversed(bullet.findings):
        if finding.end - finding.start < len(bullet.text):
            marks[finding.start : finding.end] = [finding.severity] * (finding.end - finding.start)
    for row in wrap_cells(mark_cells(bullet.text, marks), style.width - len(INDENT)):
        if style.colour:
            yield INDENT + "".join(_paint_cells(row, style))
            continue
        yield INDENT + "".join(cell.text for cell in row)
        carets = "".join(("^" if cell.mark else " ") * cell.width for cell in row).rstrip()
        if carets:
            yield INDENT + carets


def _paint_cells(row: Sequence[Cells], style: TextStyle) -> Iterator[str]:
    for cell in row:
        yield style.paint(cell.text, UNDERLINE, COLOURS[cell.mark]) if cell.mark else cell.text


def _render_finding(finding: Finding, names: int, style: TextStyle, asked: set[str]) -> Iterator[str]:
    """Yield the finding's line, with message and question beside it, or below it where that leaves too few columns."""
    head = f"{finding.severity:<7}  {finding.code}  {finding.rule:<{names}}  "
    beside = style.width >= len(INDENT) + len(head) + NARROWEST_MESSAGE
    hang = len(INDENT) + (len(head) if beside else len(INDENT))
    message = show_line(finding.message)
    if finding.suggestions:
        message += f" (try {', '.join(finding.suggestions)})"
    lines = wrap_words(message, style.width - hang)
    if finding.question and not style.quiet and (style.verbose or finding.question not in asked):
        asked.add(finding.question)
        question = wrap_words(finding.question, style.width - hang - 2)
        lines += [
            style.paint(("  " if number else "? ") + line, CYAN) for number, line in enumerate(question)
        ]
    painted = head.replace(finding.severity, style.paint(finding.severity, COLOURS[finding.severity]), 1)
    code = style.link(style.paint(finding.code, BOLD), find_page_url(finding.rule))
    painted = painted.replace(finding.code, code, 1)
    if beside:
        yield INDENT + painted + lines.pop(0)
    else:
        yield INDENT + painted.rstrip()
    for line in lines:
        yield " " * hang + line


def describe_evidence(item: Evidence) -> str:
    """Return a piece of evidence with its words; with how sure the learned reader was, if it found them."""
    sure = f" ({item.confidence:.2f})" if item.confidence < 1 else ""
    return f'{item.label} "{item.text}"{sure}'


def _render_evidence(bullet: BulletReport, style: TextStyle) -> Iterator[str]:
    lead = f'lead verb "{bullet.lead.text}" ({bullet.lead.lead_class})' if bullet.lead else "no lead verb"
    parts = [lead, f"kind {bullet.kind}", *(describe_evidence(item) for item in bullet.evidence)]
    if bullet.score is not None:
        parts.append(f"score {bullet.score}")
    for line in wrap_words(style.separator.join(parts), style.width - len(INDENT)):
        yield INDENT + style.paint(line, DIM)


def render_rewrite(rewrite: Rewrite, style: TextStyle) -> Iterator[str]:
    """Yield the lines of a rewrite, the first after an arrow, and what its blanks ask for."""
    arrow = "→ " if style.unicode else "> "
    text = rewrite.text if style.unicode else rewrite.text.replace("⟨", "<").replace("⟩", ">")
    for number, line in enumerate(wrap_words(text, style.width - len(INDENT) - 2)):
        yield INDENT + style.paint((arrow if number == 0 else "  ") + line, GREEN)
    blanks = style.separator.join(list_blanks(rewrite.slots))
    for line in wrap_words(blanks, style.width - len(INDENT) - 2) if blanks else ():
        yield f"{INDENT}  {style.paint(line, DIM)}"
