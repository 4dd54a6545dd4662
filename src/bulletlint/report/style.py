"""How a report is shown: colour, width and how much of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulletlint.core.rule import Rule
    from bulletlint.report.text_style import TextStyle


@dataclass(frozen=True, slots=True)
class View:
    """How a report is shown: colour (auto, always, never), how much, and the rules that formats describe.

    `max_per_rule` is the largest number of findings of a rule that reports for people show of a file.
    `remarks_fail` says that a remark (info) fails the run.
    """

    colour: str = "auto"
    verbose: bool = False
    quiet: bool = False
    rules: Sequence[Rule] = ()
    max_per_rule: int | None = None
    statistics: bool = False
    remarks_fail: bool = False


#: Findings of a bullet that a report for a person shows; the rest are counted.
MOST_FINDINGS = 3


def make_style(view: View, *, terminal: bool | None) -> TextStyle:
    """Return how to print text; `terminal` is None if it goes to a file."""
    from bulletlint.report.text_style import TextStyle

    return TextStyle(
        width=find_width(terminal=bool(terminal)),
        colour=wants_colour(view.colour, terminal=bool(terminal)),
        unicode=terminal is None or (sys.stdout.encoding or "ascii").lower().startswith("utf"),
        verbose=view.verbose,
        quiet=view.quiet,
        bars=bool(terminal),
        most=None if view.verbose else MOST_FINDINGS,
        most_per_rule=view.max_per_rule,
        statistics=view.statistics,
        links=bool(terminal) and opens_links() and wants_colour(view.colour, terminal=True),
    )


#: Columns of a page that goes into a pipe or a file: its lines stay whole.
_UNBROKEN = 100_000


def make_page_style(colour: str) -> TextStyle:
    """Return how to print a page on standard output: lines are broken on a terminal, or where COLUMNS asks for it."""
    from bulletlint.report.text_style import TextStyle

    terminal = sys.stdout.isatty()
    broken = terminal or bool(os.environ.get("COLUMNS"))
    return TextStyle(
        width=find_width(terminal=terminal) if broken else _UNBROKEN,
        colour=wants_colour(colour, terminal=terminal),
        unicode=(sys.stdout.encoding or "ascii").lower().startswith("utf"),
        links=terminal and opens_links() and wants_colour(colour, terminal=True),
    )


def wants_colour(choice: str, *, terminal: bool) -> bool:
    """Tell whether to print colour: as asked, else on a terminal unless NO_COLOR or a dumb terminal says no."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return terminal or os.environ.get("FORCE_COLOR", "0") not in ("", "0")


#: Programs that open addresses in their text, by what they say of themselves; the others may print rubbish.
_LINKING_PROGRAMS = frozenset(
    {"iTerm.app", "WezTerm", "vscode", "ghostty", "Tabby", "rio", "Hyper", "WarpTerminal"}
)
_LINKING_TERMINALS = ("xterm-kitty", "xterm-ghostty", "wezterm", "alacritty", "foot", "contour")
_LINKING_VARIABLES = ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM")


def opens_links() -> bool:
    """Tell whether the terminal opens addresses (OSC 8), as far as its variables tell; FORCE_HYPERLINK decides."""
    asked = os.environ.get("FORCE_HYPERLINK")
    if asked is not None:
        return asked not in ("", "0")
    vte = os.environ.get("VTE_VERSION", "")
    return (
        (vte.isdecimal() and int(vte) >= 5000)
        or os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or os.environ.get("TERM", "").startswith(_LINKING_TERMINALS)
        or any(os.environ.get(name) for name in _LINKING_VARIABLES)
    )


def find_width(*, terminal: bool) -> int:
    """Return the columns to fill: the terminal's, 100 at most, and 100 in a pipe unless COLUMNS says otherwise."""
    from shutil import get_terminal_size

    if not terminal and not os.environ.get("COLUMNS"):
        return 100
    return max(20, min(100, get_terminal_size((100, 24)).columns))
