"""Files and bytes to documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.core.document import Place
from bulletlint.core.errors import ReadError
from bulletlint.core.places import find_line_starts, find_place
from bulletlint.read import find_format, read_bytes, read_file


def test_a_file_becomes_a_document(tmp_path: Path) -> None:
    """A Markdown file gives its bullets with section, dates, place and what was left out."""
    file = tmp_path / "cv.md"
    file.write_bytes(
        b"\xef\xbb\xbf# A B\r\n\r\n## Experience\r\n\r\n### Acme, 2019-2021\r\n\r\n- Cut **costs**\r\n  by 4%\r\n\r\n## Skills\r\n\r\n- Go\r\n"
    )
    (document,) = read_file(file)
    (bullet,) = document.bullets
    place = find_place(bullet, find_line_starts(document.source), 0, len(bullet.text))
    assert (document.format, document.encoding, document.headings) == (
        "markdown",
        "utf-8",
        ("A B", "Experience", "Acme, 2019-2021", "Skills"),
    )
    assert (bullet.text, bullet.section, bullet.ended, place) == (
        "Cut costs by 4%",
        "Experience",
        True,
        Place(line=7, column=3, end_line=8, end_column=8),
    )
    assert [(left.text, left.reason, left.place.line, left.listed) for left in document.left_out] == [
        ("A B", "heading", 1, False),
        ("Experience", "heading", 3, False),
        ("Acme, 2019-2021", "heading", 5, False),
        ("Skills", "heading", 10, False),
        ("Go", "skills section", 12, True),
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\0\1\2\3", "cv.md: is not a text file"),
        (b"x" * 2_000_000, "cv.md: has 2 MB, more than the limit of 1 MB for a resume; shorten it"),
        (b"{\\rtf1 x}", "cv.md: is an RTF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "cv.md: is an old Word file"),
        (b"\x89PNG\r\n", "cv.md: is a picture"),
        (b"PK\x03\x04aaaa", "cv.md: is a zip archive"),
    ],
)
def test_what_cannot_be_read_is_one_line(content: bytes, message: str) -> None:
    """Unreadable input is a ReadError of one line that begins with the file's name and says what to do."""
    with pytest.raises(ReadError) as raised:
        read_bytes(content, name="cv.md")
    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)


def test_a_latex_root_is_followed_by_what_it_includes(tmp_path: Path) -> None:
    """Included files are documents under their own paths; one that cannot be read is noted, one above is not opened."""
    (tmp_path / "cv").mkdir()
    (tmp_path / "up.tex").write_text("\\item Wrote the thing above")
    (tmp_path / "cv/bad.tex").write_bytes(b"\0\1\2")
    (tmp_path / "cv/work.tex").write_text(
        "\\section{Experience}\\begin{itemize}\\point{Cut costs by 4\\%}\\end{itemize}"
    )
    root = tmp_path / "cv/main.tex"
    root.write_text(
        "\\documentclass{article}\\newcommand{\\point}[1]{\\item #1}\\begin{document}"
        "\\input{work}\\input{bad}\\input{../up}\\end{document}"
    )
    main, work = read_file(root)
    assert (main.path, main.bullets, len(main.notes)) == (str(root), (), 1)
    assert main.notes[0].startswith(f"left out: {tmp_path / 'cv/bad.tex'}: is not a text file")
    assert (work.path, [bullet.text for bullet in work.bullets]) == (
        str(tmp_path / "cv/work.tex"),
        ["Cut costs by 4%"],
    )


def test_missing_files_and_folders_are_read_errors(tmp_path: Path) -> None:
    """A path that is no file is a ReadError with the path."""
    for path in (tmp_path, tmp_path / "gone.md"):
        with pytest.raises(ReadError) as raised:
            read_file(path)
        assert str(raised.value).startswith(f"{path}: ")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.MD", "markdown"), ("x/cv.Pdf", "pdf"), ("cv", None), ("cv.doc", None), ("-", None)],
)
def test_suffixes_tell_the_format(name: str, expected: str | None) -> None:
    """The suffix counts whatever its case."""
    assert find_format(name) == expected
