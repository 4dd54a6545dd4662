"""The resume as Word files: lists by style, by numbering properties, and by typed marks in a table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime, timezone
from typing import Any

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from resume_lines import Line

MADE = datetime(2026, 1, 1, tzinfo=timezone.utc)


def build_styled(lines: Iterable[Line]) -> bytes:
    """Headings and lists by style, words split over runs, a link, a tracked change, a field, an empty paragraph."""
    document = docx.Document()
    for line in lines:
        if line.kind == "title":
            document.add_heading(line.text, 0)
        elif line.kind == "section":
            document.add_heading(line.text, 1)
        elif line.kind == "job":
            document.add_heading(line.text.replace(" — ", "\t"), 2)
        elif line.kind == "bullet":
            paragraph = document.add_paragraph(style="List Bullet 2" if line.level > 1 else "List Bullet")
            add_runs(paragraph, line)
            if line.text.startswith("Helped"):
                add_change(paragraph)
        else:
            document.add_paragraph(line.text)
            document.add_paragraph()
    document.sections[0].header.paragraphs[0].text = "Mara Lindqvist, resume"
    return save_docx(document)


def build_list_paragraphs(lines: Iterable[Line]) -> bytes:
    """Word's own "List Paragraph" with numbering properties; sections in bold capitals, not in a heading style."""
    document = docx.Document()
    number = document.styles["List Bullet"].element.pPr.numPr.numId.val
    for line in lines:
        if line.kind == "bullet":
            paragraph = document.add_paragraph(style="List Paragraph")
            properties = paragraph._p.get_or_add_pPr()
            numbering = OxmlElement("w:numPr")
            for tag, value in (("w:ilvl", line.level - 1), ("w:numId", number)):
                element = OxmlElement(tag)
                element.set(qn("w:val"), str(value))
                numbering.append(element)
            properties.append(numbering)
            add_runs(paragraph, line)
        elif line.kind == "section":
            document.add_paragraph().add_run(line.text.upper()).bold = True
        elif line.kind == "title":
            run = document.add_paragraph().add_run(line.text)
            run.font.size = Pt(20)
        elif line.kind == "job":
            document.add_paragraph().add_run(line.text.replace(" — ", "\t")).bold = True
        else:
            document.add_paragraph(line.text)
    return save_docx(document)


def build_table(lines: Iterable[Line]) -> bytes:
    """A table with a side column; marks typed as text or set in Symbol; the summary in a text box."""
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    side, main = table.rows[0].cells
    cell = main
    for line in lines:
        if line.kind == "section":
            cell = side if line.text in {"Skills", "Education", "Awards"} else main
            cell.add_paragraph().add_run(line.text.upper()).bold = True
        elif line.kind == "bullet" and cell is side:
            cell.add_paragraph(f"- {line.text}")
        elif line.kind == "bullet" and line.level > 1:
            cell.add_paragraph(f"o\t{line.text}")
        elif line.kind == "bullet" and line.lead:
            paragraph = cell.add_paragraph()
            symbol = parse_xml(f'<w:r {nsdecls("w")}><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/></w:r>')
            paragraph._p.append(symbol)
            add_runs(paragraph, line)
        elif line.kind == "bullet":
            add_runs(cell.add_paragraph("\uf0b7\t" if len(line.text) % 2 else "• "), line)
        elif line.text.startswith("Product-minded"):
            cell.add_paragraph()._p.append(parse_xml(TEXT_BOX.format(namespaces=NAMESPACES, text=line.text)))
        else:
            cell.add_paragraph(line.text.replace(" — ", "\t"))
    return save_docx(document)


def add_runs(paragraph: Any, line: Line) -> None:
    """Write a line as runs that break inside words, as Word's spelling and revision marks do."""
    rest = line.text.removeprefix(line.lead)
    if line.lead:
        paragraph.add_run(line.lead).bold = True
    if "shipment chat" in rest:
        before, rest = rest.split("shipment chat")
        paragraph.add_run(before)
        link = parse_xml(
            f'<w:hyperlink {nsdecls("w")} w:anchor="chat"><w:r><w:t>shipment</w:t></w:r>'
            '<w:r><w:t xml:space="preserve"> chat</w:t></w:r></w:hyperlink>'
        )
        paragraph._p.append(link)
    for start in range(0, len(rest), 17):
        paragraph.add_run(rest[start : start + 17])


def add_change(paragraph: Any) -> None:
    """Mark a part of a paragraph as inserted and put a deleted word beside it."""
    last = paragraph.runs[-1]._r
    author = 'w:id="7" w:author="Mara" w:date="2026-01-01T00:00:00Z"'
    inserted = parse_xml(f"<w:ins {nsdecls('w')} {author}/>")
    last.addprevious(inserted)
    inserted.append(last)
    deleted = f"<w:del {nsdecls('w')} {author}><w:r><w:delText>sometimes</w:delText></w:r></w:del>"
    inserted.addprevious(parse_xml(deleted))


NAMESPACES = " ".join(
    (
        nsdecls("w"),
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
    )
)
TEXT_BOX = (
    "<w:r {namespaces}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx><w:txbxContent>"
    "<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def save_docx(document: Any) -> bytes:
    """Return a document's bytes, with one date for all parts."""
    properties = document.core_properties
    properties.author, properties.title = "Mara Lindqvist", "Resume"
    properties.created = properties.modified = MADE.replace(tzinfo=None)
    properties.comments = ""
    written, fixed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name != "docProps/thumbnail.jpeg":
                part = zipfile.ZipInfo(name, MADE.timetuple()[:6])
                part.compress_type = zipfile.ZIP_DEFLATED
                content = source.read(name)
                target.writestr(part, content)
    return fixed.getvalue()
