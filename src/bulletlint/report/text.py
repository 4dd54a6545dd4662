"""The report for a person: grouped by bullet, since a person fixes bullets, not findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bulletlint.core.document import Place
from bulletlint.core.facts import Evidence
from bulletlint.core.finding import BulletReport, FileReport, Finding, Report, Rewrite, Severity
from bulletlint.core.wording import count, wrap_words
from bulletlint.report.layout import Cells, mark_cells, wrap_cells
from bulletlint.report.stream import Write, render_stream
from bulletlint.report.summary import Summary, Tally

_COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "34"}
_BOLD, _DIM, _UNDERLINE, _GREEN, _CYAN = "1", "2", "4", "32", "36"
_INDENT = "  "
_BAR_WIDTH = 24
_COLOUR_CODES = re.compile(r"\x1b\[[\d;]*m")
#: Columns that a message needs beside the rule's name; with fewer it goes below.
NARROWEST_MESSAGE = 36


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How to print: width in columns, colour, characters beyond ASCII, and how much to say."""

    width: int = 100
    colour: bool = False
    unicode: bool = True
    verbose: bool = False
    quiet: bool = False
    bars: bool = False

    def paint(self, text: str, *codes: str) -> str:
        """Return the text in a colour or weight, untouched where the output has none."""
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self.colour and text else text


class TextStream:
    """The report as lines for a terminal or a pipe, blocks apart by an empty line."""

    def __init__(self, write: Write, style: TextStyle) -> None:
        self._write = write
        self._style = style
        self._tally = Tally()
        self._asked: set[str] = set()
        self._begun = False

    def add(self, file: FileReport) -> None:
        """Write the bullets with findings of the next file, and what was found in it as a whole."""
        self._tally.add(file)
        style = self._style
        for bullet in file.bullets:
            if bullet.findings or style.verbose:
                self._write_block(render_bullet(file, bullet, style, self._asked))
        for finding in file.findings:
            place = _render_place(file.path, finding.place, style)
            self._write_block([*place, *_render_finding(finding, 0, style, self._asked)])

    def close(self) -> None:
        """Write the summary."""
        if self._style.quiet:
            return
        summary = self._tally.summarise()
        if self._style.bars and summary.coverage.metric is not None:
            self._write_block(_render_bars(summary, self._style))
        self._write_block([_render_summary(summary, self._style)])

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
    yield from _render_place(file.path, bullet.place, style)
    yield from render_bullet_body(bullet, style, asked)


def render_bullet_body(bullet: BulletReport, style: TextStyle, asked: set[str]) -> Iterator[str]:
    """Yield what stands below a bullet's place: its text with the spans underlined, its findings, its rewrite."""
    yield from _render_bullet_text(bullet, style)
    names = max((len(finding.rule) for finding in bullet.findings), default=0)
    for finding in bullet.findings:
        yield from _render_finding(finding, names, style, asked)
    if style.verbose:
        yield from _render_evidence(bullet, style)
    if bullet.rewrite is not None and not style.quiet:
        yield from render_rewrite(bullet.rewrite, style)


def describe_place(path: str, place: Place) -> str:
    """Return "path:line:column", or the page, paragraph or pointer where a format has no lines."""
    if place.line is not None:
        text = f"{path}:{place.line}:{place.column}"
        return f"{text} ({place.pointer})" if place.pointer else text
    if place.page is not None:
        return f"{path}: page {place.page}"
    if place.paragraph is not None:
        return f"{path}: paragraph {place.paragraph}"
    return f"{path}: {place.pointer}" if place.pointer else path


def _render_place(path: str, place: Place, style: TextStyle) -> Iterator[str]:
    yield style.paint(describe_place(path, place), _BOLD)


def _render_bullet_text(bullet: BulletReport, style: TextStyle) -> Iterator[str]:
    """Yield the wrapped text; underlined itself in colour, else with carets below what is meant."""
    marks: list[Severity | None] = [None] * len(bullet.text)
    for finding in reversed(bullet.findings):
        if finding.end - finding.start < len(bullet.text):
            marks[finding.start : finding.end] = [finding.severity] * (finding.end - finding.start)
    for row in wrap_cells(mark_cells(bullet.text, marks), style.width - len(_INDENT)):
        if style.colour:
            yield _INDENT + "".join(_paint_cells(row, style))
            continue
        yield _INDENT + "".join(cell.text for cell in row)
        carets = "".join(("^" if cell.mark else " ") * cell.width for cell in row).rstrip()
        if carets:
            yield _INDENT + carets


def _paint_cells(row: Sequence[Cells], style: TextStyle) -> Iterator[str]:
    for cell in row:
        yield style.paint(cell.text, _UNDERLINE, _COLOURS[cell.mark]) if cell.mark else cell.text


def _render_finding(finding: Finding, names: int, style: TextStyle, asked: set[str]) -> Iterator[str]:
    """Yield the finding's line, with message and question beside it, or below it where that leaves too few columns."""
    head = f"{finding.severity:<7}  {finding.code}  {finding.rule:<{names}}  "
    beside = style.width >= len(_INDENT) + len(head) + NARROWEST_MESSAGE
    hang = len(_INDENT) + (len(head) if beside else len(_INDENT))
    message = finding.message
    if finding.suggestions:
        message += f" (try {', '.join(finding.suggestions)})"
    lines = wrap_words(message, style.width - hang)
    if finding.question and not style.quiet and (style.verbose or finding.question not in asked):
        asked.add(finding.question)
        question = wrap_words(finding.question, style.width - hang - 2)
        lines += [
            style.paint(("  " if number else "? ") + line, _CYAN) for number, line in enumerate(question)
        ]
    painted = head.replace(finding.severity, style.paint(finding.severity, _COLOURS[finding.severity]), 1)
    painted = painted.replace(finding.code, style.paint(finding.code, _BOLD), 1)
    if beside:
        yield _INDENT + painted + lines.pop(0)
    else:
        yield _INDENT + painted.rstrip()
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
    separator = " · " if style.unicode else "; "
    for line in wrap_words(separator.join(parts), style.width - len(_INDENT)):
        yield _INDENT + style.paint(line, _DIM)


def render_rewrite(rewrite: Rewrite, style: TextStyle) -> Iterator[str]:
    """Yield the lines of a rewrite, the first after an arrow."""
    arrow = "→ " if style.unicode else "> "
    text = rewrite.text if style.unicode else rewrite.text.replace("⟨", "<").replace("⟩", ">")
    for number, line in enumerate(wrap_words(text, style.width - len(_INDENT) - 2)):
        yield _INDENT + style.paint((arrow if number == 0 else "  ") + line, _GREEN)


def _render_bars(summary: Summary, style: TextStyle) -> Iterator[str]:
    full, empty = ("█", "░") if style.unicode else ("#", ".")
    coverage = summary.coverage
    rows = (
        ("metric", coverage.metric),
        ("cost", coverage.cost),
        ("fallback", coverage.fallback),
        ("outcome first", coverage.outcome_first),
    )
    for name, share in rows:
        filled = round((share or 0) * _BAR_WIDTH)
        bar = style.paint(full * filled, _GREEN) + style.paint(empty * (_BAR_WIDTH - filled), _DIM)
        yield f"{_INDENT}{name:<13}  {bar}  {share or 0:>4.0%}"


def _render_summary(summary: Summary, style: TextStyle) -> str:
    read = summary.files - summary.unreadable
    head = f"{count(read, 'file')}, {count(summary.bullets, 'bullet')}: "
    if summary.findings:
        parts = [
            style.paint(
                count(number, severity) if severity != "info" else f"{number} info", _COLOURS[severity]
            )
            for severity, number in summary.by_severity
            if number
        ]
        said = f"{count(summary.findings, 'finding')} ({', '.join(parts)})"
    else:
        said = style.paint("no findings", _GREEN) if summary.bullets else "no bullets found"
    score = f"; score {summary.score} of 100" if summary.score is not None else ""
    missing = f"; {count(summary.unreadable, 'file')} could not be read" if summary.unreadable else ""
    painted = len(said) - len(_COLOUR_CODES.sub("", said))
    if len(head + said + score + missing) - painted > style.width and score + missing:
        return f"{head}{said}\n{(score + missing).removeprefix('; ')}"
    return head + said + score + missing
