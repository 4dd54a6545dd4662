"""Files and folders that a user names."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.core.errors import ReadError
from bulletlint.read.discovery import Excluded, find_sources


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
        "gone.md: no such file or folder; check the path",
        "empty: no file in this folder has a supported format; `bulletlint check --help` lists them",
        "a.md",
    ]


def test_what_the_settings_exclude_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder and by name, with the patterns of .gitignore; a folder with nothing else in it is no error."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "a-old.md", "drafts/b.md", "cv/drafts/c.md", "cv/d.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    excluded = Excluded(["/drafts/", "*-old.md", "cv/*", "!cv/d.md"], tmp_path)

    def show(*paths: str) -> list[str]:
        return [str(found) for found in find_sources(paths, excluded=excluded)]

    assert show(".") == ["a.md", "cv/d.md"]
    assert show("a-old.md", "a.md", "drafts/b.md", "cv") == ["a.md", "cv/d.md"]
    assert show("drafts") == show("cv/drafts") == []
    assert show(str(tmp_path / "a.md"), "../" + tmp_path.name + "/a-old.md") == [str(tmp_path / "a.md")]


def test_what_git_ignores_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the files of the repository above the folder and of those inside; the nearest decides, and a name still counts."""
    monkeypatch.chdir(tmp_path)
    files = {
        ".git/HEAD": "",
        ".gitignore": "*.pdf\n/cv/old/\n!cv/final.pdf\n",
        "cv/.gitignore": "draft*\n!draft-2.md\n",
        "cv/resume.md": "x",
        "cv/resume.pdf": "x",
        "cv/final.pdf": "x",
        "cv/old/resume.md": "x",
        "cv/draft-1.md": "x",
        "cv/draft-2.md": "x",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert show_found(["cv"]) == ["cv/draft-2.md", "cv/final.pdf", "cv/resume.md"]
    assert show_found([".", "cv/draft-1.md"]) == [
        "cv/draft-2.md", "cv/final.pdf", "cv/resume.md", "cv/draft-1.md",
    ]  # fmt: skip


def test_a_gitignore_outside_of_a_repository_counts_in_its_folder(tmp_path: Path) -> None:
    """One above a folder that is in no repository says nothing of it."""
    (tmp_path / ".gitignore").write_text("*.md\n", encoding="utf-8")
    (tmp_path / "cv").mkdir()
    (tmp_path / "cv" / ".gitignore").write_text("old.md\n", encoding="utf-8")
    for name in ("old.md", "new.md"):
        (tmp_path / "cv" / name).write_text("x", encoding="utf-8")
    assert show_found([str(tmp_path / "cv")]) == [str(tmp_path / "cv" / "new.md")]
