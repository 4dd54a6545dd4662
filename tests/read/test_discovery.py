"""Files and folders that a user names."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.core.errors import ReadError
from bulletlint.read.discovery import find_sources


def show_found(paths: list[str]) -> list[str]:
    """Return the paths found, errors as their line."""
    return [str(found) for found in find_sources(paths)]


def test_a_folder_gives_its_resumes_sorted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Readable suffixes at any depth, in order; hidden folders, installed packages and a project's own pages are not."""
    monkeypatch.chdir(tmp_path)
    names = "b/cv.tex a.md a.png .git/x.md node_modules/x.md README.md notes.docx.bak b/cv.PDF ~$a.docx c/data.json"
    for name in names.split():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("{}")
    (tmp_path / "c/resume.json").write_text('{"basics": {}, "work": []}')
    assert show_found(["."]) == ["a.md", "b/cv.PDF", "b/cv.tex", "c/resume.json"]


def test_named_files_keep_their_order_and_come_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file named twice, or named and in a folder, is read once; any name that is given is taken."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.md", "a.md", "README.md"):
        (tmp_path / name).write_text("x")
    assert show_found(["b.md", ".", "./b.md", "README.md"]) == ["b.md", "a.md", "README.md"]


def test_missing_paths_and_empty_folders_are_errors_beside_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be read stands in the result as an error, and the others go on."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.md").write_text("x")
    found = find_sources(["gone.md", "empty", "a.md"])
    assert [type(item) for item in found[:2]] == [ReadError, ReadError]
    assert show_found(["gone.md", "empty", "a.md"]) == [
        "gone.md: no such file or folder",
        "empty: this folder holds no file in a format that is read",
        "a.md",
    ]
