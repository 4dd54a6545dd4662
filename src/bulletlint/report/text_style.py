"""How text for a person is printed: width, colours, characters, and how much is said."""

from __future__ import annotations

from dataclasses import dataclass

from bulletlint.core.finding import Severity

#: The colours and weights of a terminal, as ANSI codes.
COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "34"}
BOLD, DIM, UNDERLINE, GREEN, CYAN = "1", "2", "4", "32", "36"
INDENT = "  "


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How to print: width in columns, colour, characters beyond ASCII, and how much to say.

    `most` is the largest number of findings shown of a bullet, `most_per_rule` of a rule in a file; None for all.
    `links` says that the terminal opens addresses.
    """

    width: int = 100
    colour: bool = False
    unicode: bool = True
    verbose: bool = False
    quiet: bool = False
    bars: bool = False
    most: int | None = None
    most_per_rule: int | None = None
    statistics: bool = False
    links: bool = False

    @property
    def ellipsis(self) -> str:
        return "…" if self.unicode else "..."

    @property
    def separator(self) -> str:
        """What stands between short pieces in one line."""
        return " · " if self.unicode else "; "

    def paint(self, text: str, *codes: str) -> str:
        """Return the text in a colour or weight, untouched where the output has none."""
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self.colour and text else text

    def link(self, text: str, url: str | None) -> str:
        """Return a text that opens an address when it is clicked; the text alone where that is not possible."""
        return f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\" if self.links and url else text

    def paint_severity(self, text: str, severity: Severity) -> str:
        """Return a text whose first word is a severity, with that in its colour."""
        return self.paint(severity, COLOURS[severity]) + text.removeprefix(severity)

    def paint_dim(self, text: str) -> str:
        """Return a text that is less important than what stands beside it."""
        return self.paint(text, DIM)
