"""Printed resumes (PDF): columns, sidebars, margins, marks, dates, faces and ways of setting words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from benchmarks.layouts.canvas import Canvas, measure
from benchmarks.layouts.people import BULLET_PARTS, Entry, Person
from benchmarks.layouts.writer import ORDER, Layout

_SIDE = ("education", "skills", "rows", "awards")
_MARKS = {
    "dot": "\u2022",
    "dash": "\u2013",
    "hyphen": "-",
    "arrow": "\u00bb",
    "none": "",
    "drawn": "",
    "sign": "\u00a4",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a resume is printed: lengths in points, `leading` in font sizes."""

    face: str = "Helvetica"
    size: float = 10
    leading: float = 1.25
    mark: Literal["dot", "dash", "hyphen", "arrow", "none", "drawn", "sign"] = "dot"
    indent: float = 12
    left: float = 50
    right: float = 545
    dates: Literal["right", "line", "below", "margin", "column"] = "right"
    side: Literal["none", "left", "right"] = "none"
    heading: Literal["caps", "bold", "large", "margin", "spaced", "coloured"] = "caps"
    justified: bool = False
    header: bool = False
    footer: bool = False
    glued_mark: bool = False


@dataclass(slots=True)
class _Printer:
    """A file being printed; `top` is the baseline of the line printed last."""

    style: Style
    name: str
    canvas: Canvas = field(default_factory=Canvas)
    top: float = 60
    left: float = 0
    right: float = 0

    def begin(self) -> None:
        self.canvas.turn()
        self.left, self.right = self.style.left, self.style.right

    def down(self, by: float) -> None:
        """Go down by some points, to the next page where this one ends."""
        self.top += by
        if self.top > 790:
            self.canvas.turn()
            self.top = 60
            if self.style.header:
                self.put(self.style.left, 34, f"{self.name} | Resume", size=8)
            if self.style.footer:
                self.put(290, 825, str(len(self.canvas.pages)), size=8)

    def put(self, x: float, y: float, text: str, *, bold: bool = False, size: float | None = None) -> None:
        """Print a text at a place."""
        self.canvas.put(x, y, text, self.find_face(bold=bold), size or self.style.size)

    def find_face(self, *, bold: bool) -> str:
        plain = "Times-Roman" if self.style.face == "Times" else self.style.face
        return f"{self.style.face}-Bold" if bold else plain

    def measure(self, text: str, *, bold: bool = False, size: float | None = None) -> float:
        """Return the width of a text in points."""
        return measure(text, self.find_face(bold=bold), size or self.style.size)

    def wrap(self, text: str, width: float, *, bold: bool = False) -> list[str]:
        """Return the lines of a text."""
        lines: list[str] = []
        for word in text.split():
            if lines and self.measure(f"{lines[-1]} {word}", bold=bold) <= width:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return lines

    def set_lines(self, text: str, left: float, *, bold: bool = False) -> None:
        """Print a text over as many lines as it needs."""
        lines = self.wrap(text, self.right - left, bold=bold)
        for number, line in enumerate(lines):
            if number:
                self.down(self.style.leading * self.style.size)
            if self.style.justified and number < len(lines) - 1:
                self.justify(line, left)
            else:
                self.put(left, self.top, line, bold=bold)

    def justify(self, line: str, left: float) -> None:
        """Print the words of a line one by one, as wide as the column, with no space written between them."""
        words = line.split()
        room = self.right - left - sum(self.measure(word) for word in words)
        at = left
        for word in words:
            self.put(at, self.top, word)
            at += self.measure(word) + room / max(1, len(words) - 1)

    def print_section(self, text: str) -> None:
        style = self.style
        self.down(2.0 * style.leading * style.size)
        size = style.size
        match style.heading:
            case "caps":
                self.put(self.left, self.top, text.upper(), bold=True, size=size * 1.1)
            case "bold":
                self.put(self.left, self.top, text, bold=True)
            case "large":
                self.put(self.left, self.top, text, size=size * 1.4)
            case "margin":
                for number, line in enumerate(self.wrap(text, 85, bold=True)):
                    self.put(self.left - 95, self.top + number * size * 1.2, line, bold=True, size=size * 0.9)
                return
            case "spaced":
                at = self.left
                for letter in text.upper():
                    self.put(at, self.top, letter, size=size * 1.1)
                    at += self.measure(letter, size=size * 1.1) + 3.5
            case "coloured":
                self.canvas.colour(0.2, 0.3, 0.6)
                self.put(self.left, self.top, text, bold=True, size=size * 1.15)
                self.canvas.colour(0, 0, 0)
        self.down(style.leading * size * 1.2)

    def print_entry(self, title: str, company: str, place: str, dates: str) -> None:
        style = self.style
        line = ", ".join(part for part in (title, company) if part)
        match style.dates:
            case "line":
                self.set_lines(f"{line}, {dates}" if dates else line, self.left, bold=True)
            case "below":
                self.put(self.left, self.top, line, bold=True)
                said = " | ".join(part for part in (dates, place) if part)
                if said:
                    self.down(style.leading * style.size)
                    self.put(self.left, self.top, said)
            case "margin":
                self.put(self.left, self.top, line, bold=True)
                self.put(self.left - 95, self.top, dates, size=style.size * 0.9)
            case "column":
                self.put(self.left, self.top, line, bold=True)
                if place:
                    self.put(self.right - self.measure(place), self.top, place)
                if dates:
                    self.put(self.right - self.measure(dates), self.top + style.leading * style.size, dates)
            case "right":
                self.put(self.left, self.top, line, bold=True)
                self.put(self.right - self.measure(dates), self.top, dates)
        self.down(style.leading * style.size * 1.1)

    def print_list(self, texts: Sequence[str], *, narrow: bool = False) -> None:
        style = self.style
        sign = _MARKS[style.mark]
        right = self.right
        self.right -= 130 if narrow and style.dates == "column" else 0
        for text in texts:
            if style.mark == "drawn":
                self.canvas.dot(self.left + 1, self.top - 0.45 * style.size, 3)
            elif sign and style.glued_mark:
                self.put(self.left, self.top, sign)
            elif sign:
                self.put(self.left + 1, self.top, sign)
            self.set_lines(text, self.left + (style.indent if style.mark != "none" else 0))
            self.down(style.leading * style.size * 1.12)
        self.right = right

    def print_lines(self, texts: Sequence[str]) -> None:
        for text in texts:
            self.set_lines(text, self.left)
            self.down(self.style.leading * self.style.size * 1.15)


def print_resume(person: Person, style: Style) -> bytes:
    """Return a resume printed in a style."""
    printer = _Printer(style, person.name)
    printer.begin()
    printer.put(printer.left, printer.top, person.name, bold=True, size=20)
    printer.down(20)
    printer.print_lines([person.contact])
    parts = [part for part in ORDER if style.side == "none" or part not in _SIDE]
    top = printer.top
    if style.side != "none":
        width = 150.0
        main = (
            (style.left, style.right - width - 20)
            if style.side == "right"
            else (style.left + width + 20, style.right)
        )
        beside = (
            (style.right - width, style.right) if style.side == "right" else (style.left, style.left + width)
        )
        printer.left, printer.right = beside
        for part in _SIDE:
            printer.print_section(person.headings[part])
            printer.print_lines(list(_list_lines(person, part)))
        printer.left, printer.right = main
        printer.top = top
    for part in parts:
        printer.print_section(person.headings[part])
        if part in BULLET_PARTS:
            for entry in person.entries(part):
                _print_entry(printer, entry)
        elif part in {"rows", "awards"} and style.side == "none":
            printer.print_list(list(_list_lines(person, part)))
        else:
            printer.print_lines(list(_list_lines(person, part)))
    return printer.canvas.save()


def _print_entry(printer: _Printer, entry: Entry) -> None:
    printer.print_entry(entry.title, entry.company, entry.place, entry.dates)
    printer.print_list(entry.bullets, narrow=True)
    printer.down(0.5 * printer.style.size)


def _list_lines(person: Person, part: str) -> Iterator[str]:
    if part == "summary":
        yield person.summary
    elif part == "education":
        for line, detail in person.education:
            yield line
            yield detail
    elif part == "skills":
        yield from (f"{label}: {', '.join(names)}" for label, names in person.skills.items())
    else:
        yield from person.rows if part == "rows" else person.awards


STYLES = {
    "plain": Style(),
    "times-justified": Style(face="Times", justified=True, size=11),
    "dash-line": Style(mark="dash", dates="line", heading="bold"),
    "drawn-dots": Style(mark="drawn", heading="large"),
    "unmarked": Style(mark="none", dates="right"),
    "margin-headings": Style(heading="margin", left=150, dates="right"),
    "margin-dates": Style(dates="margin", left=150),
    "margin-both": Style(heading="margin", dates="below", left=150, face="Times"),
    "place-and-date-column": Style(dates="column"),
    "sidebar-right": Style(side="right", dates="below", size=9),
    "sidebar-left": Style(side="left", dates="below", size=9, heading="coloured"),
    "sidebar-drawn": Style(side="left", dates="line", size=9, mark="drawn"),
    "letter-spaced": Style(heading="spaced", dates="below"),
    "coloured": Style(heading="coloured", mark="arrow"),
    "header-footer": Style(header=True, footer=True, leading=1.5, size=11),
    "tight": Style(size=8.5, leading=1.1, mark="hyphen"),
    "loose": Style(size=11, leading=1.6, mark="sign", heading="large"),
    "small-indent": Style(mark="dot", indent=6, glued_mark=True, face="Times"),
    "typewriter": Style(face="Courier", size=9, mark="hyphen", dates="line"),
    "wide-column": Style(dates="column", face="Times", mark="dash", justified=True),
}
LAYOUTS: tuple[Layout, ...] = tuple(
    Layout(f"pdf-{name}", ".pdf", partial(print_resume, style=style)) for name, style in STYLES.items()
)
