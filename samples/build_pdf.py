"""The resume as PDF files: one column with symbol-font bullets, one with dashes and hyphenation, two columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone

from fpdf import FPDF
from resume_lines import Line

MADE = datetime(2026, 1, 1, tzinfo=timezone.utc)
#: Where the first page ends in points: within a bullet.
BOTTOM = 655.0
SIDE = ("Skills", "Education", "Awards")
#: Where words may be broken, as TeX would.
BREAKS = {
    word.replace("|", ""): word.split("|")
    for word in "dis|patcher con|fi|dence re|trieval rul|ings launch|ing main|tain|ing re|corded ex|ten|sion "
    "pipe|line com|pute quo|ta|tion min|utes turn|around ship|ment mar|kets eval|u|a|tion dash|boards "
    "clin|ics through|put brok|ers fea|ture key|word ac|cu|racy an|swers in|ter|nal shard|ing sum|marises".split()
}


@dataclass(frozen=True, slots=True)
class Run:
    """Text at a place of a page, in points from its top left (the baseline)."""

    x: float
    y: float
    text: str
    font: str
    style: str
    size: float


def build_symbols(lines: Iterable[Line]) -> bytes:
    """One column over two pages: bullets in the font Symbol in runs of their own, a header and page numbers."""
    pdf = open_pdf("fpdf2")
    y = new_page(pdf, 66, header="Mara Lindqvist, resume")
    for line in lines:
        indent = 72 + 18 * line.level if line.kind == "bullet" else 72
        style, size = {"title": ("B", 22), "section": ("B", 15), "job": ("B", 12)}.get(line.kind, ("", 12))
        text, _, dates = line.text.partition(" — ") if line.kind == "job" else (line.text, "", "")
        y += {"section": 14, "job": 8}.get(line.kind, 2)
        for number, row in enumerate(wrap(pdf, text, 523 - indent, "Helvetica", style, size)):
            if y > BOTTOM:
                y = new_page(pdf, 66, header="Mara Lindqvist, resume")
            if line.kind == "bullet" and number == 0 and line.level == 1:
                place(pdf, Run(indent - 14, y, "\xb7", "Symbol", "", size))
            elif line.kind == "bullet" and number == 0:
                place(pdf, Run(indent - 14, y, "o", "Courier", "", size))
            place(pdf, Run(indent, y, row, "Helvetica", style, size))
            if number == 0 and dates:
                place(
                    pdf, Run(523 - measure(pdf, dates, "Helvetica", "I", 11), y, dates, "Helvetica", "I", 11)
                )
            y += 1.35 * size
    return finish(pdf)


def build_dashes(lines: Iterable[Line]) -> bytes:
    """One serif column: dashes as bullets in the run of their text, words hyphenated, sections in capitals."""
    pdf = open_pdf("pdfTeX-1.40.26")
    y = new_page(pdf, 50)
    for line in lines:
        text = line.text.upper() if line.kind == "section" else line.text.replace(" — ", "    ")
        style, size = {"title": ("", 24), "section": ("B", 10), "job": ("B", 10)}.get(line.kind, ("", 10))
        bullet = line.kind == "bullet"
        indent = 50 + 12 * (line.level if bullet else 0)
        y += {"section": 10, "job": 4}.get(line.kind, 0)
        mark = "– " if bullet else ""
        for number, row in enumerate(wrap(pdf, text, 300 - indent, "Times", style, size, hyphenate=bullet)):
            first = number == 0 and bullet
            at = indent - (measure(pdf, mark, "Times", "", size) if first else 0)
            place(pdf, Run(at, y, (mark if first else "") + row, "Times", style, size))
            y += 1.2 * size
    return finish(pdf)


def build_two_columns(lines: Iterable[Line]) -> bytes:
    """A side column beside the main one, written line by line across the page so that the columns interleave."""
    pdf = open_pdf("fpdf2")
    new_page(pdf, 0)
    runs: list[Run] = []
    at = {"main": 60.0, "side": 110.0}
    column = "main"
    for line in lines:
        if line.kind == "section":
            column = "side" if line.text in SIDE else "main"
        left, right = (40.0, 175.0) if column == "side" else (205.0, 555.0)
        texts = (
            line.text.split(" · ") if line.text.startswith("AI product") else [line.text.replace(" — ", ", ")]
        )
        style, size = {"title": ("B", 20), "section": ("B", 12), "job": ("B", 9.5)}.get(line.kind, ("", 9.5))
        y = at[column] + {"section": 12, "job": 4}.get(line.kind, 0)
        if len(texts) > 1:
            column, left, right, y = "side", 40.0, 175.0, 60.0
        bullet = line.kind == "bullet"
        indent = left + (10 * line.level if bullet else 0)
        for text in texts:
            for number, row in enumerate(wrap(pdf, text, right - indent, "Helvetica", style, size)):
                if bullet and number == 0:
                    runs.append(Run(indent - 8, y, "•", "Helvetica", "", size))
                runs.append(Run(indent, y, row, "Helvetica", style, size))
                y += 1.25 * size
        at[column] = max(at[column], y)
        column = "main" if len(texts) > 1 else column
    for run in sorted(runs, key=lambda run: (round(run.y), run.x)):
        place(pdf, run)
    return finish(pdf)


def open_pdf(producer: str) -> FPDF:
    """Return an empty document that carries no date of its making."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.core_fonts_encoding = "windows-1252"  # dashes, bullets and the euro sign without a font in the file
    pdf.set_auto_page_break(False)
    pdf.set_creation_date(MADE)
    pdf.set_producer(producer)
    pdf.set_title("Resume")
    pdf.set_author("Mara Lindqvist")
    return pdf


def new_page(pdf: FPDF, top: float, *, header: str = "") -> float:
    """Begin a page, with a number where it has a header, and return where its first line stands."""
    pdf.add_page()
    if header:
        place(pdf, Run(72, 36, header, "Helvetica", "", 9))
        place(pdf, Run(480, 815, f"Page {pdf.page}", "Helvetica", "", 9))
    return top


def measure(pdf: FPDF, text: str, font: str, style: str, size: float) -> float:
    """Return the width of a text in points."""
    pdf.set_font(font, style, size)
    return float(pdf.get_string_width(text))


def wrap(
    pdf: FPDF, text: str, width: float, font: str, style: str, size: float, *, hyphenate: bool = False
) -> Iterator[str]:
    """Yield the lines of a text, broken at spaces, behind hyphens and, if asked for, inside words."""
    row = ""
    for word in re.findall(r"\S+-(?=\w)|\S+\s*", text):
        if measure(pdf, (row + word).rstrip(), font, style, size) <= width:
            row += word
            continue
        head, tail = split_word(pdf, row, word, width, font, style, size) if hyphenate else ("", word)
        yield (row + head).rstrip()
        row = tail
    if row:
        yield row.rstrip()


def split_word(
    pdf: FPDF, row: str, word: str, width: float, font: str, style: str, size: float
) -> tuple[str, str]:
    """Return what of a word still fits on a row, with a hyphen, and the rest."""
    parts: Sequence[str] = BREAKS.get(re.sub(r"\W", "", word), ())
    for count in range(len(parts) - 1, 0, -1):
        head = "".join(parts[:count])
        if measure(pdf, f"{row}{head}-", font, style, size) <= width:
            return f"{head}-", word[len(head) :]
    return "", word


def place(pdf: FPDF, run: Run) -> None:
    """Set a run."""
    pdf.set_font(run.font, run.style, run.size)
    pdf.set_xy(0, 0)
    pdf.text(run.x, run.y, run.text)


def finish(pdf: FPDF) -> bytes:
    """Return the file."""
    return bytes(pdf.output())
