"""Whole files: the change as a diff, proved by reading it again, written without touching another byte."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from bulletlint.core.document import Document
from bulletlint.core.errors import ReadError
from bulletlint.core.finding import Piece
from bulletlint.edit.files import Patched, patch_document, render_diff, write_file
from bulletlint.read import read_file

SOURCE = "## Experience\n\n- Built a **cache**\n- Wrote tests\n"
PIECES = (
    Piece("Cut waits by 5 h", None, None),
    Piece(" "),
    Piece("by"),
    Piece(" "),
    Piece("building", 0, 5),
    Piece(" a cache", 5, 13),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "resume.md"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def read(path: Path) -> Document:
    (document,) = read_file(path)
    return document


def test_a_change_is_a_unified_diff(path: Path) -> None:
    """With the file's own mark-up."""
    patched = patch_document(read(path), {0: PIECES})
    assert render_diff(patched, context=0) == (
        f"--- {path}\n+++ {path}\n@@ -3 +3 @@\n"
        "-- Built a **cache**\n+- Cut waits by 5 h by building a **cache**\n"
    )
    assert (patched.written, patched.left_out) == ((0,), ())


def test_no_rewrite_no_diff(path: Path) -> None:
    """Nothing is printed for a clean file."""
    assert render_diff(patch_document(read(path), {})) == ""


def test_a_rewrite_that_does_not_read_back_is_left_out(path: Path) -> None:
    """The other rewrites of the file go on."""
    wrong = (Piece("Cut waits\n\n# Now a heading", None, None),)
    good = (Piece("Halved failures by writing", 0, 5), Piece(" tests", 5, 11))
    patched = patch_document(read(path), {0: wrong, 1: good})
    assert patched.source == SOURCE.replace("Wrote tests", "Halved failures by writing tests")
    assert patched.left_out == ((0, "the change would damage its mark-up"),)


def test_a_pdf_is_refused_with_the_reason(path: Path) -> None:
    """Its letters stand at fixed places."""
    document = Document("resume.pdf", "pdf", "", ())
    with pytest.raises(ReadError, match=r"resume\.pdf: a PDF cannot be rewritten"):
        patch_document(document, {})


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"\xef\xbb\xbf", "utf-8"), (b"", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"", "cp1252"),
    ],
)  # fmt: skip
def test_every_other_byte_is_kept(content: bytes, encoding: str, tmp_path: Path) -> None:
    """Byte order mark, encoding, line ends, trailing blanks and mode."""
    path = tmp_path / "resume.md"
    text = SOURCE.replace("\n", "\r\n") + "Zoë  \r\n" * (encoding != "utf-16-le")
    path.write_bytes(content + text.encode(encoding))
    path.chmod(0o640)
    document = read(path)
    patched = patch_document(document, {0: PIECES})
    write_file(path, patched)
    assert path.read_bytes() == content + text.replace(
        "Built a **cache**", "Cut waits by 5 h by building a **cache**"
    ).encode(encoding)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["resume.md"]


def test_a_file_that_changed_in_the_meantime_is_not_written(path: Path) -> None:
    """The writer's newer words win."""
    document = read(path)
    path.write_text("# Other\n", encoding="utf-8")
    with pytest.raises(ReadError, match="has changed since it was read"):
        write_file(path, Patched(document, "new", (0,), ()))
    assert path.read_text(encoding="utf-8") == "# Other\n"


def test_a_sign_that_the_encoding_lacks_is_an_error(tmp_path: Path) -> None:
    """Nothing is written then."""
    path = tmp_path / "resume.md"
    path.write_bytes("- Zoë built a cache\n".encode("cp1252"))
    document = read(path)
    with pytest.raises(ReadError, match="its encoding cp1252 has no `₹`"):
        write_file(path, Patched(document, document.source + "₹5", (0,), ()))
    assert path.read_bytes() == "- Zoë built a cache\n".encode("cp1252")


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_without_leave_is_an_error(path: Path) -> None:
    """In one line."""
    document = read(path)
    path.parent.chmod(0o500)
    try:
        with pytest.raises(ReadError, match="cannot be written"):
            write_file(path, Patched(document, "new", (0,), ()))
    finally:
        path.parent.chmod(0o700)


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    """The file that it points to is replaced."""
    link = tmp_path / "link.md"
    link.symlink_to(path)
    document = read(link)
    write_file(link, Patched(document, SOURCE + "- Ran it\n", (0,), ()))
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == SOURCE + "- Ran it\n"
