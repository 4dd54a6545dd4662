"""Rewrites in the runs of a DOCX file: words keep their looks and links, everything else its bytes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document as NewDocument

from bulletlint.core.document import Document
from bulletlint.core.finding import Piece
from bulletlint.edit.docx_patch import patch_package, read_paragraph, replace_part
from bulletlint.edit.files import Patched, patch_document, render_diff, write_file
from bulletlint.read import read_file

TEXT = "Built a fast cache, cutting waits by 5 h."


def make_pieces(text: str) -> list[Piece]:
    """Return "Cut waits by 5 h by building a fast cache."."""

    def cut(words: str, new: str | None = None) -> Piece:
        start = text.index(words)
        return Piece(new or words, start, start + len(words))

    return [
        cut("cutting", "Cut"), cut(" waits by 5 h"), Piece(" "), Piece("by"), Piece(" "), cut("Built", "building"),
        cut(" a fast cache"), cut("."),
    ]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A resume whose one bullet has a bold word, an italic figure and two runs in one word."""
    new = NewDocument()
    new.add_heading("Experience", level=1)
    item = new.add_paragraph(style="List Bullet")
    item.add_run("Built a ")
    item.add_run("fast").bold = True
    item.add_run(" ca")
    item.add_run("che, cutting waits by ")
    item.add_run("5 h").italic = True
    item.add_run(".")
    path = tmp_path / "resume.docx"
    new.save(str(path))
    return path


def read(path: Path) -> Document:
    (document,) = read_file(path)
    return document


def list_runs(path: Path) -> list[tuple[str, bool, bool]]:
    paragraph = next(item for item in NewDocument(str(path)).paragraphs if item.style.name == "List Bullet")
    return [(run.text, bool(run.bold), bool(run.italic)) for run in paragraph.runs]


def test_words_keep_their_runs(path: Path) -> None:
    """Bold stays on its word and italics on its figure."""
    document = read(path)
    assert [bullet.text for bullet in document.bullets] == [TEXT]
    write_file(path, patch_document(document, {0: make_pieces(TEXT)}))
    runs = list_runs(path)
    assert "".join(text for text, _, _ in runs) == "Cut waits by 5 h by building a fast cache."
    assert [text for text, bold, _ in runs if bold] == ["fast"]
    assert [text for text, _, italic in runs if italic] == ["5 h"]


def test_the_diff_shows_bullets_as_lines(path: Path) -> None:
    """A DOCX file has no lines of its own."""
    patched = patch_document(read(path), {0: make_pieces(TEXT)})
    assert render_diff(patched) == (
        f"--- {path}\n+++ {path}\n@@ -1 +1 @@\n-{TEXT}\n+Cut waits by 5 h by building a fast cache.\n"
    )


def test_every_other_part_is_kept(path: Path) -> None:
    """Only the document part of the archive changes."""
    before = path.read_bytes()
    after, faults = patch_package(before, read(path), {0: make_pieces(TEXT)})
    assert faults == {}
    with ZipFile(BytesIO(before)) as old, ZipFile(BytesIO(after)) as new:
        assert [info.filename for info in old.infolist()] == [info.filename for info in new.infolist()]
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert [info.date_time for info in old.infolist()] == [info.date_time for info in new.infolist()]
    assert changed == ["word/document.xml"]


@pytest.mark.parametrize("element", ["w:ins", "w:fldSimple", "w:drawing"])
def test_what_cannot_be_kept_is_not_touched(element: str, path: Path) -> None:
    """Tracked changes, fields and pictures stay, and the user hears of it."""
    content = path.read_bytes()
    with ZipFile(BytesIO(content)) as archive:
        xml = archive.read("word/document.xml").decode()
    strange = f"<{element} w:id='1'></{element}>"
    xml = xml.replace("<w:r><w:t>.</w:t></w:r>", f"<w:r><w:t>.</w:t></w:r>{strange}")
    path.write_bytes(replace_part(content, "word/document.xml", xml.encode()))
    document = read(path)
    patched = patch_document(document, {0: make_pieces(TEXT)})
    assert patched.left_out == ((0, "its paragraph has tracked changes, fields or pictures"),)


def test_a_file_that_changed_is_not_written(path: Path) -> None:
    """The newer bytes win."""
    patched = patch_document(read(path), {0: make_pieces(TEXT)})
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(Exception, match="has changed since it was read"):
        write_file(path, patched)


def test_links_are_written_whole() -> None:
    """The run inside a link knows it."""
    xml = (
        '<w:p><w:r><w:t>a </w:t></w:r><w:hyperlink r:id="rId1"><w:r><w:rPr><w:b/></w:rPr><w:t>b&amp;c</w:t></w:r>'
        "</w:hyperlink></w:p>"
    )
    paragraph = read_paragraph(xml)
    assert [(sign.text, sign.source, sign.run) for sign in paragraph.signs] == [
        ("a", "a", 0), (" ", " ", 0), ("b", "b", 1), ("&", "&amp;", 1), ("c", "c", 1),
    ]  # fmt: skip
    assert [run.link for run in paragraph.runs] == [-1, 0]


def test_a_patched_value_says_what_was_written(path: Path) -> None:
    """By the number of the bullet."""
    patched: Patched = patch_document(read(path), {0: make_pieces(TEXT)})
    assert (patched.written, patched.left_out, patched.texts) == (
        (0,), (), ("Cut waits by 5 h by building a fast cache.",),
    )  # fmt: skip


def test_a_paragraph_is_found_beside_deleted_words(path: Path) -> None:
    """It is left alone because of its tracked changes, and that is what the user hears."""
    with ZipFile(path) as package:
        xml = package.read("word/document.xml").decode("utf-8")
    deleted = '<w:del w:id="7" w:author="A"><w:r><w:delText>very </w:delText></w:r></w:del>'
    at = xml.index("Built a ")
    at = xml.index("</w:r>", at) + len("</w:r>")
    path.write_bytes(
        replace_part(path.read_bytes(), "word/document.xml", (xml[:at] + deleted + xml[at:]).encode("utf-8"))
    )
    document = read(path)
    assert document.bullets[0].text == TEXT
    patched = patch_document(document, {0: make_pieces(TEXT)})
    assert patched.left_out == ((0, "its paragraph has tracked changes, fields or pictures"),)
