"""The report as one line a finding, for hooks and editors: `path:line:column: CODE name: message`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bulletlint.core.finding import SEVERITIES, FileReport, Finding, Report
from bulletlint.core.wording import count
from bulletlint.report.closing import render_summary
from bulletlint.report.overview import render_statistics
from bulletlint.report.page_lines import list_page_lines
from bulletlint.report.places import describe_place
from bulletlint.report.profile_note import ProfileTally
from bulletlint.report.ranking import choose_shown, measure_worth
from bulletlint.report.stream import Write, render_stream
from bulletlint.report.style import View
from bulletlint.report.summary import Tally
from bulletlint.report.text_style import TextStyle

#: Lines that a file takes at most; a hook that fills more than a screen is switched off.
MOST_LINES = 20
#: How much there is to gain by work on a bullet; nothing where a finding is about the whole file.
Worth = tuple[int, ...]
NO_WORTH: Worth = (0, 0, 0, 0)


class ConciseStream:
    """A line a finding, in the order of the file, without what is said once a page; the worst are shown if many."""

    def __init__(self, write: Write, view: View) -> None:
        self._write = write
        self._view = view
        self._tally = Tally()
        self._profiles = ProfileTally()

    def add(self, file: FileReport) -> None:
        """Write the lines of the next file."""
        self._tally.add(file)
        self._profiles.add(file)
        self._write_lines(render_file(file, verbose=self._view.verbose, most=self._view.max_per_rule))

    def close(self) -> None:
        """Write the summary."""
        summary = self._tally.summarise()
        if self._view.statistics:
            self._write_lines(render_statistics(summary))
        if not self._view.quiet:
            said = (render_summary(summary, TextStyle(width=1_000)), self._profiles.describe())
            self._write_lines(line for line in said if line)

    def _write_lines(self, lines: Iterable[str]) -> None:
        self._write("".join(f"{line}\n" for line in lines))


def render_concise(report: Report, view: View) -> str:
    """Return the lines of a report."""
    return render_stream(lambda write: ConciseStream(write, view), report.files)


def render_file(file: FileReport, *, verbose: bool = False, most: int | None = None) -> Iterator[str]:
    """Yield the lines of a file: its findings by place, what is said once a page, how many findings are left out.

    Unless `verbose`, there are at most MOST_LINES of them and the one about what is left out.
    """
    shown = choose_shown(file, complete=verbose, most=most)
    page = [] if verbose else list(list_page_lines(file))
    found: list[tuple[Finding, Worth]] = [
        (finding, measure_worth(bullet)) for bullet in shown.bullets for finding in bullet.findings
    ]
    found += [(finding, NO_WORTH) for finding in shown.findings]
    numbers = sorted(range(len(found)), key=lambda number: rank_number(found, number))
    room = len(found) if verbose else MOST_LINES - len(page)
    for number in sorted(numbers[:room]):
        yield render_line(file.path, found[number][0])
    if file.doubt:
        yield f"{file.path}: {file.doubt}"
    for code, rule, said in page:
        yield f"{file.path}: {code} {rule}: {said}"
    left_out = sum(number for _, number in shown.dropped) + len(numbers[room:])
    if left_out:
        advice = "a larger --max-per-rule and -v show them" if shown.dropped else "-v shows them"
        yield f"{file.path}: {count(left_out, 'more finding')}; {advice}"


def rank_number(found: Sequence[tuple[Finding, Worth]], number: int) -> tuple[int, Worth, int]:
    """Return what a finding is ranked by: its severity, the worth of its bullet, its place in the file."""
    finding, worth = found[number]
    return SEVERITIES.index(finding.severity), tuple(-part for part in worth), number


def render_line(path: str, finding: Finding) -> str:
    """Return a finding as a line."""
    message = finding.message
    if finding.suggestions:
        message += f" (try {', '.join(finding.suggestions)})"
    return f"{describe_place(path, finding.place)}: {finding.code} {finding.rule}: {message}"
