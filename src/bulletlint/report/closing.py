"""The end of a text report: coverage in bars, and the summary in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletlint.core.wording import count, count_severity, measure_width, wrap_words
from bulletlint.report.summary import Summary
from bulletlint.report.text_style import COLOURS, DIM, GREEN, INDENT, TextStyle

#: Lines that the summary and the profile take, with the empty one before.
CLOSING_LINES = 4
#: Columns of a bar, and of a terminal from which on two stand side by side.
BAR_WIDTH, WIDTH_OF_TWO = 16, 90
_COLOUR_CODES = re.compile(r"\x1b\[[\d;]*m")


def render_bars(summary: Summary, style: TextStyle) -> Iterator[str]:
    """Yield the share of bullets that state each thing as bars, two in a line where there is room."""
    full, empty = ("█", "░") if style.unicode else ("#", ".")
    coverage = summary.coverage
    rows = (
        ("metric", coverage.metric),
        ("cost", coverage.cost),
        ("fallback", coverage.fallback),
        ("outcome first", coverage.outcome_first),
    )
    bars = []
    for name, share in rows:
        if share is None:
            continue  # no bullet is asked for it
        filled = round(share * BAR_WIDTH)
        bar = style.paint(full * filled, GREEN) + style.paint(empty * (BAR_WIDTH - filled), DIM)
        bars.append(f"{name:<13}  {bar}  {share:>4.0%}")
    beside = 2 if style.width >= WIDTH_OF_TWO else 1
    for number in range(0, len(bars), beside):
        yield INDENT + "     ".join(bars[number : number + beside])


def render_summary(summary: Summary, style: TextStyle) -> str:
    """Return the summary, in two lines where one is too narrow."""
    read = summary.files - summary.unreadable
    unjudged = f" ({summary.unjudged:,} not judged)" if 0 < summary.unjudged < summary.bullets else ""
    head = f"{count(read, 'file')}, {count(summary.bullets, 'bullet')}{unjudged}: "
    if summary.findings:
        parts = [
            style.paint(count_severity(number, severity), COLOURS[severity])
            for severity, number in summary.by_severity
            if number
        ]
        said = f"{count(summary.findings, 'finding')} ({', '.join(parts)})"
    elif not summary.bullets:
        said = "no bullets found"
    elif summary.unjudged == summary.bullets:
        said = "nothing was judged"
    else:
        said = style.paint("no findings", GREEN)
    score = f"; score {summary.score} of 100" if summary.score is not None else ""
    missing = f"; {count(summary.unreadable, 'file')} could not be read" if summary.unreadable else ""
    whole = head + said + score + missing
    if measure_painted(whole) <= style.width:
        return whole
    lines = wrap_painted(head + said, style.width)
    rest = (score + missing).removeprefix("; ")
    return "\n".join([*lines, *(wrap_painted(rest, style.width) if rest else ())])


def measure_painted(text: str) -> int:
    """Return how many columns a text takes, colours left out."""
    return measure_width(_COLOUR_CODES.sub("", text))


def wrap_painted(text: str, width: int) -> list[str]:
    """Return the lines of a text in colours, broken at spaces."""
    return wrap_words(text, width, measure=measure_painted)
