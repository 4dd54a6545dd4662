"""A generated resume as a file: Markdown, a Word document with list styles, a PDF with wrapped lines."""

from __future__ import annotations

import io
import re
import textwrap
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal
from xml.sax.saxutils import escape


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a resume, without the marks of any format."""

    kind: Literal["title", "text", "section", "job", "bullet"]
    text: str


Resume = tuple[Line, ...]
_MARKS = {"title": "# ", "text": "", "section": "## ", "job": "### ", "bullet": "- "}
_STYLES = {"title": "Title", "section": "Heading1", "job": "Heading2", "bullet": "ListBullet"}
_BODY = "<w:body>"
_TABLE_STYLE = re.compile(rb'<w:style w:type="table"(?! w:default).*?</w:style>\s*', re.DOTALL)
_FACES = {
    "title": ("F2", 20),
    "text": ("F1", 9),
    "section": ("F2", 14),
    "job": ("F2", 11),
    "bullet": ("F1", 9),
}
#: Lines that fit on a page, and characters on a line: all are equally wide, so that a wrapped line is a full one.
_PAGE, _WIDTH = 46, 84


def write_markdown(resume: Resume) -> bytes:
    """Return a resume as Markdown; bullets are wrapped as editors do."""
    blocks = []
    for line in resume:
        text = _MARKS[line.kind] + line.text
        if line.kind == "bullet":
            text = textwrap.fill(
                text, 100, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
            )
        blocks.append(text + ("\n" if line.kind == "bullet" else "\n\n"))
    return "".join(blocks).encode("utf-8")


def write_docx(resume: Resume) -> bytes:
    """Return a resume as a Word document with the styles that a new one has."""
    parts = read_template()
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{_STYLES.get(line.kind, "Normal")}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(line.text)}</w:t></w:r></w:p>'
        for line in resume
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            if name == "word/document.xml":
                content = content.replace(_BODY.encode(), f"{_BODY}{paragraphs}".encode(), 1)
            target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


@cache
def read_template() -> Mapping[str, bytes]:
    """Return the parts of an empty Word document, without the hundred table styles that only python-docx adds."""
    import docx

    written = io.BytesIO()
    docx.Document().save(written)
    with zipfile.ZipFile(written) as source:
        parts = {name: source.read(name) for name in source.namelist() if name != "docProps/thumbnail.jpeg"}
    parts["word/styles.xml"] = _TABLE_STYLE.sub(b"", parts["word/styles.xml"])
    return parts


def write_pdf(resume: Resume) -> bytes:
    """Return a resume as a PDF with a text layer: compressed pages, a standard font, bullets wrapped and indented."""
    rows = [(line, number, row) for line in resume for number, row in enumerate(wrap(line))]
    pages = [rows[at : at + _PAGE] for at in range(0, len(rows), _PAGE)]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    font = "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /Courier%s >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        (font % "").encode(),
        (font % "-Bold").encode(),
    ]
    for number, page in enumerate(pages):
        content = zlib.compress(draw_page(page))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (6 + 2 * number)
        )
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(content), content)
        )
    return b"".join(join_objects(objects))


def wrap(line: Line) -> list[str]:
    """Return the rows of a line."""
    return textwrap.wrap(line.text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def draw_page(rows: list[tuple[Line, int, str]]) -> bytes:
    """Return the drawing of a page's rows, the mark of a bullet beside its first one."""
    drawn, y = ["BT"], 800
    for line, number, row in rows:
        face, size = _FACES[line.kind]
        indent = 72 if line.kind == "bullet" else 54
        y -= 0 if number else {"title": 10, "section": 8, "job": 5, "text": 3, "bullet": 2}[line.kind]
        if line.kind == "bullet" and number == 0:
            drawn.append(f"/{face} {size} Tf 1 0 0 1 60 {y} Tm (•) Tj")
        text = row.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        drawn.append(f"/{face} {size} Tf 1 0 0 1 {indent} {y} Tm ({text}) Tj")
        y -= size + 3
    return "\n".join([*drawn, "ET"]).encode("cp1252")


def join_objects(objects: list[bytes]) -> Iterator[bytes]:
    """Yield the parts of a PDF file: head, objects, table of their places, trailer."""
    yield b"%PDF-1.4\n"
    place, places = 9, []
    for number, body in enumerate(objects, start=1):
        written = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        places.append(place)
        place += len(written)
        yield written
    yield b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    yield b"".join(b"%010d 00000 n \n" % at for at in places)
    yield b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, place)


#: format → suffix of its files, and what writes one
WRITERS: Mapping[str, tuple[str, Callable[[Resume], bytes]]] = {
    "markdown": (".md", write_markdown),
    "docx": (".docx", write_docx),
    "pdf": (".pdf", write_pdf),
}
