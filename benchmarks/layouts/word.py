"""Word resumes: styles, list numbers, typed marks, tables, and lines that wrap as paragraphs of their own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from xml.sax.saxutils import escape

from benchmarks.layouts.people import Person
from benchmarks.layouts.writer import ORDER, Layout, Writer, wrap, write_resume
from benchmarks.resume_files import read_template

_BODY = b"<w:body>"


def _paragraph(
    text: str, style: str = "Normal", *, bold: bool = False, size: int = 0, number: bool = False
) -> str:
    """Return a paragraph; `size` is in half-points, `number` puts it into a list by its numbering."""
    run = ("<w:b/>" if bold else "") + (f'<w:sz w:val="{size}"/>' if size else "")
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>' if number else ""
    parts = text.split("\t")
    runs = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{listed}</w:pPr><w:r><w:rPr>{run}</w:rPr>{runs}</w:r></w:p>'
    )


def _paragraphs(texts: Sequence[str], style: str = "Normal", *, number: bool = False) -> str:
    return "".join(_paragraph(text, style, number=number) for text in texts)


def _row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in cells)}</w:tr>"


STYLED = Writer(
    head=lambda person: _paragraph(person.name, "Title") + _paragraph(person.contact),
    section=lambda text: _paragraph(text, "Heading1"),
    prose=_paragraph,
    job=lambda entry: _paragraph(f"{entry.title}, {entry.company}, {entry.dates}", "Heading2"),
    project=lambda entry: _paragraph(entry.title, "Heading2"),
    group=lambda entry: _paragraph(f"{entry.company}, {entry.dates}", "Heading2"),
    bullets=partial(_paragraphs, style="ListBullet"),
    rows=partial(_paragraphs, style="ListBullet"),
    education=lambda degrees: "".join(_paragraph(line) + _paragraph(detail) for line, detail in degrees),
    skills=lambda skills: _paragraphs([f"{label}: {', '.join(names)}" for label, names in skills.items()]),
)
NUMBERED = replace(
    STYLED,
    section=lambda text: _paragraph(text.upper(), bold=True),
    job=lambda entry: (
        _paragraph(f"{entry.title}\t{entry.dates}", bold=True) + _paragraph(f"{entry.company}, {entry.place}")
    ),
    project=lambda entry: _paragraph(entry.title, bold=True),
    group=lambda entry: _paragraph(f"{entry.company}\t{entry.dates}", bold=True),
    bullets=partial(_paragraphs, style="ListParagraph", number=True),
    rows=partial(_paragraphs, style="ListParagraph", number=True),
)
COLONS = replace(
    STYLED,
    section=lambda text: _paragraph(f"{text}:", bold=True),
    job=lambda entry: _paragraph(f"{entry.company} ({entry.dates})") + _paragraph(entry.title),
    project=lambda entry: _paragraph(entry.title),
    group=lambda entry: _paragraph(f"{entry.company} ({entry.dates})"),
    bullets=lambda texts: _paragraphs([f"•\t{text}" for text in texts]),
    rows=lambda texts: _paragraphs([f"•\t{text}" for text in texts]),
)
LARGE = replace(
    STYLED,
    section=lambda text: _paragraph(text, size=32),
    job=lambda entry: _paragraph(f"{entry.title} at {entry.company}", size=24) + _paragraph(entry.dates),
    project=lambda entry: _paragraph(entry.title, size=24),
    group=lambda entry: _paragraph(entry.company, size=24) + _paragraph(entry.dates),
    bullets=lambda texts: _paragraphs([f"- {text}" for text in texts]),
    rows=lambda texts: _paragraphs([f"- {text}" for text in texts]),
)
UNMARKED = replace(
    STYLED,
    section=lambda text: _paragraph(text, bold=True, size=28),
    job=lambda entry: _paragraph(f"{entry.title}, {entry.company}, {entry.dates}", bold=True),
    project=lambda entry: _paragraph(entry.title, bold=True),
    group=lambda entry: _paragraph(f"{entry.company}, {entry.dates}", bold=True),
    bullets=_paragraphs,
    rows=_paragraphs,
    about=lambda text: _paragraph(f"{text}."),
)
WRAPPED = replace(
    STYLED,
    bullets=lambda texts: "".join(
        _paragraph(line, "ListBullet" if not number else "ListParagraph")
        for text in texts
        for number, line in enumerate(wrap(text, 74).split("\n"))
    ),
)
TABLE = replace(
    STYLED,
    job=lambda entry: (
        f"<w:tbl>{_row(_paragraph(entry.company, bold=True), _paragraph(entry.dates))}"
        f"{_row(_paragraph(entry.title), _paragraph(entry.place))}</w:tbl>"
    ),
    skills=lambda skills: (
        "<w:tbl>"
        + "".join(_row(_paragraph(label), _paragraph(", ".join(names))) for label, names in skills.items())
        + "</w:tbl>"
    ),
)
DATE_CELL = replace(
    STYLED,
    job=lambda entry: (
        f"<w:tbl><w:tr><w:tc><w:tcPr/>{_paragraph(entry.dates)}</w:tc><w:tc><w:tcPr/>"
        + _paragraph(f"{entry.title}, {entry.company}", bold=True)
    ),
    project=lambda entry: (
        f"<w:tbl><w:tr><w:tc><w:tcPr/>{_paragraph('')}</w:tc><w:tc><w:tcPr/>"
        + _paragraph(entry.title, bold=True)
    ),
    group=lambda entry: (
        f"<w:tbl><w:tr><w:tc><w:tcPr/>{_paragraph(entry.dates)}</w:tc><w:tc><w:tcPr/>"
        + _paragraph(entry.company, bold=True)
    ),
    close_entry="</w:tc></w:tr></w:tbl>",
)
HOLLOW = replace(
    NUMBERED,
    section=lambda text: _paragraph(text, "Heading1"),
    about=_paragraph,
    bullets=lambda texts: _paragraphs([f"o\t{text}" for text in texts]),
    stack=lambda names: _paragraph(f"Environment: {', '.join(names)}"),
)
SAME_STYLE = replace(
    STYLED,
    job=lambda entry: _paragraph(f"{entry.dates}\t{entry.title}\t{entry.company}", "Heading1"),
    project=lambda entry: _paragraph(f"{entry.title}: {entry.about}", bold=True),
    group=lambda entry: _paragraph(f"{entry.dates}\t{entry.company}", "Heading1"),
)


def _write(person: Person, writer: Writer) -> bytes:
    paragraphs = write_resume(person, writer, ORDER).encode()
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in read_template().items():
            if name == "word/document.xml":
                content = content.replace(_BODY, _BODY + paragraphs, 1)
            target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _make(name: str, writer: Writer) -> Layout:
    write: Callable[[Person], bytes] = partial(_write, writer=writer)
    return Layout(f"word-{name}", ".docx", write)


LAYOUTS = (
    _make("styled", STYLED),
    _make("numbered", NUMBERED),
    _make("colons", COLONS),
    _make("large", LARGE),
    _make("unmarked", UNMARKED),
    _make("wrapped", WRAPPED),
    _make("table", TABLE),
    _make("date-cell", DATE_CELL),
    _make("hollow", HOLLOW),
    _make("same-style", SAME_STYLE),
)
