"""The short forms of a text report: one line for a bullet, for a finding about the page, for a rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletlint.core.document import Place
from bulletlint.core.finding import BulletReport, FileReport, Finding, Severity
from bulletlint.core.wording import cut_words, measure_width, wrap_words
from bulletlint.report.page_lines import list_page_lines
from bulletlint.report.places import describe_place, describe_spot
from bulletlint.report.ranking import Shown, choose_of_page, rank_findings
from bulletlint.report.summary import Summary
from bulletlint.report.text_style import INDENT, TextStyle

#: Columns of a bullet's words that are worth showing beside the names of its rules.
_FEWEST_WORDS = 20
#: Columns that the indent and the severity take.
_BESIDE = 11


def render_brief(bullets: Sequence[BulletReport], style: TextStyle) -> Iterator[str]:
    """Yield one line a bullet: its worst severity, its place, the names of its rules, and as many words as fit.

    Where the line is narrow, there are fewer names rather than no words; the rest are counted.
    """
    for bullet in bullets:
        findings = rank_findings(bullet.findings)
        names = list(dict.fromkeys(finding.rule for finding in findings))
        spot = describe_spot(bullet.place)
        most = len(names) if style.most is None else min(style.most, len(names))
        while True:
            said = f"{spot}  {join_names(names, most)}"
            room = style.width - _BESIDE - measure_width(said) - 2
            if room >= _FEWEST_WORDS or most == 1:
                break
            most -= 1
        if room >= _FEWEST_WORDS:
            said += f"  {style.paint_dim(cut_words(bullet.text, room, style.ellipsis))}"
        lines = [said] if room >= -2 else wrap_words(said, style.width - _BESIDE)
        yield from render_judged(findings[0].severity, lines, style)


def render_judged(severity: Severity, lines: Sequence[str], style: TextStyle) -> Iterator[str]:
    """Yield lines after a severity."""
    yield INDENT + style.paint_severity(f"{severity:<7}  {lines[0]}", severity)
    for line in lines[1:]:
        yield f"{INDENT}{'':<9}{line}"


def join_names(names: Sequence[str], most: int) -> str:
    """Return names with commas, those beyond `most` counted."""
    more = f" +{len(names) - most}" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def render_statistics(summary: Summary) -> Iterator[str]:
    """Yield one line a rule, the most frequent first: count, code, name."""
    names = dict(summary.rule_names)
    counts = sorted(summary.by_rule, key=lambda item: (-item[1], item[0]))
    width = max((len(f"{number:,}") for _, number in counts), default=0)
    for code, number in counts:
        yield f"{number:>{width},}  {code}  {names[code]}"


def number_places(file: FileReport, bullets: Sequence[BulletReport]) -> list[tuple[int, Place]]:
    """Return the number and the place of some of a file's bullets, in the order of the file."""
    places = [bullet.place for bullet in bullets]
    return [(number, bullet.place) for number, bullet in enumerate(file.bullets, 1) if bullet.place in places]


def render_page(file: FileReport, shown: Shown, style: TextStyle) -> Iterator[str]:
    """Yield what is said of the file as a whole: its own findings, what is true of many bullets, what is left out."""
    if file.doubt:
        yield from render_note(f"{file.path}: {file.doubt}.", style)
    capped = not style.verbose and style.most_per_rule is None
    findings, more = choose_of_page(shown.findings) if capped else (rank_findings(shown.findings), {})
    for finding in findings:
        yield from render_page_finding(file.path, finding, style)
    for (code, rule), number in more.items():
        yield from render_note(f"{code} {rule}: {number:,} more; -v shows all.", style)
    if not style.verbose:
        for _, _, said in list_page_lines(file):
            yield from render_note(said, style)
    for (code, rule), number in shown.dropped:
        yield from render_note(f"{code} {rule}: {number:,} more; --max-per-rule shows more of them.", style)


def render_page_finding(path: str, finding: Finding, style: TextStyle) -> Iterator[str]:
    """Yield the lines of a finding about the whole file: severity, place, rule and message."""
    said = f"{describe_place(path, finding.place)}  {finding.code}  {finding.rule}  {finding.message}"
    lines = wrap_words(said, style.width - _BESIDE)
    if style.verbose and finding.question:
        lines += [f"? {line}" for line in wrap_words(finding.question, style.width - _BESIDE - 2)]
    yield from render_judged(finding.severity, lines, style)


def render_note(text: str, style: TextStyle) -> Iterator[str]:
    """Yield a line about the page, wrapped."""
    for number, line in enumerate(wrap_words(text, style.width - 2 * len(INDENT))):
        yield INDENT * (2 if number else 1) + line
