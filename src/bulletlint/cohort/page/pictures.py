"""Pictures as inline SVG: they print, and their figures stand beside them as text.

They are made of numbers alone, so that a template may take them as they are.
"""

from __future__ import annotations

from bulletlint.cohort.figures.change import TopicChange
from bulletlint.cohort.figures.share import Share

#: Width and height of a picture in pixels, and the room at its ends that a dot needs.
WIDTH, HEIGHT, MARGIN = 120, 18, 5


def place(value: float) -> str:
    """Return where a share, 0 to 1, stands across a picture."""
    return f"{MARGIN + value * (WIDTH - 2 * MARGIN):.1f}"


def draw_share(share: Share) -> str:
    """Return a share as a dot on a line from 0 to 100 %, with its interval."""
    said = f"{share.value:.0%}, 95 % interval {share.low:.0%} to {share.high:.0%}"
    return _frame(
        said,
        _line("track", 0, 1),
        _line("interval", share.low, share.high),
        f'<circle class="dot" cx="{place(share.value)}" cy="9" r="4"/>',
    )


def draw_change(change: TopicChange) -> str:
    """Return a change as an arrow-less line from an open dot (then) to a full one (now)."""
    said = f"from {change.then:.0%} to {change.now:.0%}"
    low, high = sorted((change.then, change.now))
    return _frame(
        said,
        _line("track", 0, 1),
        _line("interval", low, high),
        f'<circle class="then" cx="{place(change.then)}" cy="9" r="3.5"/>',
        f'<circle class="dot" cx="{place(change.now)}" cy="9" r="4"/>',
    )


def draw_bar(number: int, most: int) -> str:
    """Return a number as a bar, the largest one across the whole picture."""
    width = WIDTH * number / most if most else 0
    return _frame(f"{number:,}", f'<rect class="bar" x="0" y="3" width="{width:.1f}" height="12" rx="2"/>')


def _line(kind: str, start: float, end: float) -> str:
    return f'<line class="{kind}" x1="{place(start)}" y1="9" x2="{place(end)}" y2="9"/>'


def _frame(said: str, *parts: str) -> str:
    """Return a picture with the words that say the same; the parts hold figures only."""
    head = f'<svg role="img" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" aria-label="{said}">'
    return head + "".join(parts) + "</svg>"
