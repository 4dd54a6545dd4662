"""The report as workflow commands, which GitHub shows as annotations beside the lines of a pull request.

GitHub shows ten annotations of each kind a step and drops the rest without a word, so the worst are sent, and a closing
line says how many are left. A table for the whole run, and what its bullets state, go to the summary of the job.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bulletlint.core.errors import ConfigError
from bulletlint.core.finding import SEVERITIES, FileReport, Report, Severity
from bulletlint.core.visible import show_line, show_lines
from bulletlint.core.wording import count
from bulletlint.report.closing import WIDTH_OF_TWO, render_bars
from bulletlint.report.overview import number_places
from bulletlint.report.page_lines import list_page_lines
from bulletlint.report.places import describe_numbered
from bulletlint.report.ranking import choose_first, choose_shown, measure_worth
from bulletlint.report.rows import Row, describe_located, iterate_rows
from bulletlint.report.stream import Write, render_stream
from bulletlint.report.style import View
from bulletlint.report.summary import Summary, Tally
from bulletlint.report.text_style import TextStyle

#: Annotations of one kind that GitHub shows a step.
MOST_SHOWN = 10
#: Files that the table of the summary names.
MOST_FILES = 50
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


@dataclass(frozen=True, slots=True)
class Command:
    """A command as text, with what it is ranked by: the worth of its bullet, and its number in the run."""

    worth: tuple[int, ...]
    number: int
    text: str


class GithubStream:
    """The commands of the worst findings of a run, and one for each file that could not be read.

    `summary` is the file that GitHub reads the summary of the job from, None outside of GitHub. Raises ConfigError if
    it cannot be written.
    """

    def __init__(self, write: Write, view: View, *, summary: Path | None = None) -> None:
        self._write = write
        self._view = view
        self._summary = summary
        self._commands: dict[Severity, list[Command]] = {severity: [] for severity in SEVERITIES}
        self._found: Counter[Severity] = Counter()
        self._rows: list[str] = []
        self._tally = Tally()
        self._files = self._number = 0

    def add(self, file: FileReport) -> None:
        """Take the findings of the next file; only its error is written at once."""
        self._files += 1
        self._tally.add(file)
        if file.error is not None:
            path, message = escape_property(file.path), escape_message(file.error)
            self._write(f"::error file={path},title=bulletlint::{message}\n")
        shown = choose_shown(file, complete=False, most=self._view.max_per_rule)
        worth = {id(bullet): measure_worth(bullet) for bullet in shown.bullets}
        for bullet in shown.bullets:
            for finding in bullet.findings:
                self._take(finding.severity, worth[id(bullet)], _render_row(Row(file, bullet, finding)))
        for finding in shown.findings:
            self._take(finding.severity, (), _render_row(Row(file, None, finding)))
        if file.doubt:
            head = f"file={escape_property(file.path)},title=bulletlint"
            self._take("info", (1,), f"::notice {head}::{escape_message(file.doubt)}")
        for code, rule, said in list_page_lines(file):
            head = f"file={escape_property(file.path)},title={escape_property(f'{code} {rule}')}"
            self._take("info", (), f"::notice {head}::{escape_message(said)}")
        if len(self._rows) < MOST_FILES:
            self._rows.append(render_table_row(file))

    def _take(self, severity: Severity, worth: tuple[int, ...], text: str) -> None:
        """Keep a command if it is among the worst of its severity so far."""
        self._found[severity] += 1
        self._number += 1
        kept = self._commands[severity]
        kept.append(Command(worth, self._number, text))
        kept.sort(key=lambda command: ([-part for part in command.worth], command.number))
        del kept[MOST_SHOWN:]

    def close(self) -> None:
        """Write the commands, the worst severity first, then how many are left, and the table."""
        for severity in SEVERITIES:
            for command in sorted(self._commands[severity], key=lambda command: command.number):
                self._write(f"{command.text}\n")
        left = {severity: self._found[severity] - len(self._commands[severity]) for severity in SEVERITIES}
        if any(left.values()):
            nouns = {"error": "error", "warning": "warning", "info": "remark"}
            said = ", ".join(count(number, nouns[severity]) for severity, number in left.items() if number)
            self._write(f"Not shown: {said}. GitHub shows ten of a kind; `--format text -v` shows all.\n")
        if self._summary is not None and self._rows:
            try:
                with self._summary.open("a", encoding="utf-8") as target:
                    target.write(render_table(self._rows, files=self._files))
                    target.write(render_coverage(self._tally.summarise()))
            except OSError as error:
                raise ConfigError(
                    f"cannot write the job summary ({error.strerror}); check GITHUB_STEP_SUMMARY"
                ) from None


def open_github(write: Write, view: View) -> GithubStream:
    """Return the stream with the summary file that GitHub names."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    return GithubStream(write, view, summary=Path(path) if path else None)


def render_github(report: Report, view: View | None = None) -> str:
    """Return the commands of a report."""
    return render_stream(lambda write: GithubStream(write, view or View()), report.files)


def render_table_row(file: FileReport) -> str:
    """Return a file's row in the table: findings by severity, score, and where to begin."""
    counts = Counter(row.finding.severity for row in iterate_rows(file) if not row.finding.grouped)
    scores = [bullet.score for bullet in file.bullets if bullet.score is not None]
    first = choose_first(file.bullets)
    cells = (
        show_line(file.path).replace("|", "\\|"),
        "not read" if file.error is not None else str(len(file.bullets)),
        *(str(counts[severity]) for severity in SEVERITIES),
        str(round(sum(scores) / len(scores))) if scores else "",
        describe_numbered(number_places(file, first)) if first else "",
    )
    return f"| {' | '.join(cells)} |"


def render_table(rows: list[str], *, files: int) -> str:
    """Return the table of a run as Markdown."""
    names = ("file", "bullets", "errors", "warnings", "remarks", "score", "fix first")
    lines = ["### bulletlint", "", f"| {' | '.join(names)} |", "|---" * len(names) + "|", *rows]
    if files > len(rows):
        lines += ["", f"{files - len(rows):,} more files are not in this table."]
    return "\n".join(lines) + "\n"


def render_coverage(summary: Summary) -> str:
    """Return how many bullets state each thing as bars, in a block of Markdown; "" where nothing is asked of any."""
    bars = [bar.strip() for bar in render_bars(summary, TextStyle(width=WIDTH_OF_TWO - 1))]
    if not bars:
        return ""
    head = f"What {count(summary.bullets, 'bullet')} state, of those that are asked for it:"
    return "\n".join(["", head, "", "```text", *bars, "```"]) + "\n"


def _render_row(row: Row) -> str:
    finding, place = row.finding, row.finding.place
    properties = {"file": row.file.path}
    if place.line is not None:
        properties |= {"line": str(place.line), "endLine": str(place.end_line)}
        if place.line == place.end_line:
            properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties["title"] = f"{finding.code} {finding.rule}"
    said = ",".join(f"{name}={escape_property(value)}" for name, value in properties.items())
    message = describe_located(finding)
    return f"::{_COMMANDS[finding.severity]} {said}::{escape_message(message)}"


def escape_message(text: str) -> str:
    """Return a text that cannot end a command or begin another, nor act on the terminal of whoever reads the log."""
    return show_lines(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def escape_property(text: str) -> str:
    """Return a text that cannot end a property either."""
    return escape_message(text).replace(":", "%3A").replace(",", "%2C")
