"""Bullets named by their place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builders import make_report
from bulletlint.core.document import Place
from bulletlint.core.finding import FileReport
from bulletlint.lint.named_bullets import covers, keep_named, report_named, split_places

WEAK, STRONG = make_report().files[0].bullets


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with two resumes and a file with a colon in its name."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md", "odd:3"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    return tmp_path


def make_file() -> FileReport:
    """A file with bullets on lines 3 to 4 and on line 6."""
    first = replace(WEAK, place=Place(3, 1, 5, 1))
    second = replace(STRONG, place=Place(6, 1, 6, 20))
    return FileReport("a.md", "markdown", None, (first, second), findings=(WEAK.findings[0],))


@pytest.mark.parametrize(
    ("paths", "files", "places"),
    [
        (["a.md:27"], ("a.md",), {"a.md": frozenset({27})}),
        (["a.md:27:3", "./a.md:9", "b.md"], ("a.md", "b.md"), {"a.md": frozenset({9, 27})}),
        (["a.md", "a.md:27"], ("a.md", "a.md"), {}),
        (["odd:3", "-", "."], ("odd:3", "-", "."), {}),
        (["gone.md:3"], ("gone.md:3",), {}),
    ],
)
def test_a_line_is_split_from_its_file(
    folder: Path, paths: list[str], files: tuple[str, ...], places: dict[str, frozenset[int]]
) -> None:
    """Where there is such a file; a file that has the very name is meant itself, and a whole file beats its lines."""
    assert split_places(paths) == (files, places)


def test_only_the_named_bullets_are_left() -> None:
    """Findings about the file as a whole are not asked for."""
    file = make_file()
    kept = keep_named(file, {"a.md": frozenset({4})})
    assert (kept.bullets, kept.findings) == (file.bullets[:1], ())
    assert keep_named(file, {"a.md": frozenset({3, 6})}).bullets == file.bullets
    assert keep_named(file, {"b.md": frozenset({3})}) is file


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (5, "the nearest are on line 3 and 6"),
        (1, "the nearest is on line 3"),
        (9, "the nearest is on line 6"),
    ],
)
def test_a_line_without_a_bullet_is_an_error(line: int, said: str) -> None:
    """It names the nearest that have one."""
    kept = keep_named(make_file(), {"a.md": frozenset({line, 3})})
    assert kept.error == f"a.md:{line}: no bullet stands here; {said}"
    bare = FileReport("a.pdf", "pdf", None)
    assert keep_named(bare, {"a.pdf": frozenset({1})}).error == (
        "a.pdf:1: no bullet stands here; the file has none with a line"
    )


def test_a_paragraph_counts_where_there_are_no_lines() -> None:
    """As reports of DOCX files name it."""
    bullet = replace(WEAK, place=Place(paragraph=12))
    assert (covers(bullet, 12), covers(bullet, 11)) == (True, False)


def test_of_a_bullet_that_is_named_everything_is_said() -> None:
    """Somebody wants to hear it."""
    file = make_file()
    first = file.bullets[0]
    quiet = replace(first, findings=tuple(replace(item, unsaid=True) for item in first.findings))
    quieter = replace(file, bullets=(quiet, *file.bullets[1:]))
    (kept,) = report_named(quieter, {"a.md": frozenset({3})}).bullets
    assert first.findings
    assert kept == first
    assert report_named(quieter, {}) is quieter
