"""Whole files: the change as a diff, proved by reading it again, written without touching another byte."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bulletlint.core.document import Document
from bulletlint.core.errors import ReadError
from bulletlint.core.finding import Piece
from bulletlint.edit.files import (
    MOST_READINGS,
    Patched,
    patch_document,
    quote_name,
    render_diff,
    select_sound,
    write_file,
)
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


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\r"])
def test_a_diff_has_the_lines_that_patch_has(tmp_path: Path, sign: str) -> None:
    """Word's line breaks and others that Unicode knows stand within a line of a diff."""
    path = tmp_path / "resume.txt"
    path.write_bytes(f"- Built a cache{sign} for all\n- Ran it\n".encode())
    document = read(path)
    difference = render_diff(Patched(document, document.source.replace("Built", "Ran"), (0,), ()))
    assert [line[:1] for line in difference.split("\n")] == ["-", "+", "@", "-", "+", " ", ""]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a b.md", "a b.md"),
        ("Zoë.md", "Zoë.md"),
        ("a\n+++ b", '"a\\012+++ b"'),
        ('a"\\', '"a\\"\\\\"'),
        ("\x1b[2J", '"\\033[2J"'),
        ("b\udcff", '"b\\377"'),
    ],
)
def test_a_diff_names_a_file_as_git_does(name: str, expected: str) -> None:
    """In quotes where it has what would end or change the line."""
    assert quote_name(name) == expected


def test_bullets_that_share_their_source_are_not_both_changed(tmp_path: Path) -> None:
    """Damaged mark-up may put one bullet into another: `#list[a #list[b] c]`."""
    path = tmp_path / "resume.md"
    path.write_text("- Built a cache for all\n", encoding="utf-8")
    document = read(path)
    (bullet,) = document.bullets
    twice = replace(document, bullets=(bullet, bullet))
    pieces = (Piece("Ran a cache for all"),)
    patched = patch_document(twice, {0: pieces, 1: pieces})
    assert (patched.written, patched.left_out) == (
        (), ((0, "the change would damage its mark-up"), (1, "it shares its source with another bullet")),
    )  # fmt: skip


def test_sound_changes_are_found_by_halving() -> None:
    """Those that hold alone and together are kept, and a file is read so often at most."""
    asked: list[tuple[int, ...]] = []

    def holds(part: Sequence[int]) -> bool:
        asked.append(tuple(part))
        return not {3, 7} & set(part)

    assert select_sound(tuple(range(64)), holds) == tuple(
        number for number in range(64) if number not in (3, 7)
    )
    assert len(asked) < 32
    asked.clear()
    assert select_sound(tuple(range(1000)), lambda part: asked.append(tuple(part)) is not None) == ()
    assert len(asked) == MOST_READINGS
    assert select_sound((1, 2), lambda part: len(part) == 1) == (1,)
    assert select_sound((), holds) == ()


class KilledError(BaseException):
    """Stands for a process that is ended in the middle of something."""


@pytest.mark.parametrize("step", ["mkstemp", "fdopen", "fsync", "chmod", "replace"])
@pytest.mark.parametrize("error", [KilledError, OSError(28, "No space left on device")])
def test_a_write_that_ends_at_any_step_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException | type[BaseException]
) -> None:
    """Whole, and with nothing beside it."""

    def fail(*arguments: object, **options: object) -> None:
        raise error

    document = read(path)
    with monkeypatch.context() as patch:
        patch.setattr(f"tempfile.{step}" if step == "mkstemp" else f"os.{step}", fail)
        with pytest.raises((KilledError, ReadError)):
            write_file(path, Patched(document, "new", (0,), ()))
    assert path.read_text(encoding="utf-8") == SOURCE
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    write_file(path, Patched(document, "new", (0,), ()))
    assert path.read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_writer_that_is_killed_leaves_the_old_file(path: Path, step: str) -> None:
    """Nobody is left to tidy up, but the resume is whole."""
    document = read(path)
    pid = os.fork()
    if pid == 0:
        setattr(os, step, lambda *arguments: os.kill(os.getpid(), 9))
        write_file(path, Patched(document, "new", (0,), ()))
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(pid, 0)[1]) == 9
    assert path.read_text(encoding="utf-8") == SOURCE
