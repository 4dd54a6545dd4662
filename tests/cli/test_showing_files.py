"""`check --show-files`."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    """Return a run's exit code, the lines of standard output, and standard error."""
    with pytest.raises(SystemExit) as caught:
        main(["check", "--show-files", *arguments])
    captured = capsys.readouterr()
    assert isinstance(caught.value.code, int)
    return caught.value.code, captured.out.splitlines(), captured.err


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    files = {
        ".git/HEAD": "",
        ".gitignore": "old/\n",
        "bulletlint.toml": 'exclude = ["drafts/"]\n',
        "cv.md": "x",
        "cv.tex": "\\documentclass{article}\\begin{document}\\input{jobs}\\end{document}",
        "jobs.tex": "x",
        "README.md": "x",
        "data.json": "{}",
        "a.png": "",
        "b.png": "",
        "LICENSE": "",
        ".hidden.md": "x",
        "drafts/a.md": "x",
        "node_modules/b.md": "x",
        "old/c.md": "x",
        "deep/resume.json": '{"basics": {}, "work": []}',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_every_file_of_a_folder_is_accounted_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is read with its format, the rest with the reason; other formats are counted."""
    code, lines, err = run(capsys, ".")
    assert (code, err) == (0, "")
    assert lines == [
        "cv.md  read: markdown",
        "cv.tex  read: latex",
        "deep/resume.json  read: json",
        ".git  not read: hidden",
        ".hidden.md  not read: hidden",
        "README.md  not read: about a project; name it to have it read",
        "data.json  not read: has no keys of a resume",
        "drafts  not read: left out by `exclude`",
        "jobs.tex  not read: read with the file that includes it",
        "node_modules  not read: a folder of programs, or of a second copy",
        "old  not read: named in .gitignore",
        "5 files in no format that is read: .png 2, no suffix 2, .toml 1 (-v lists them)",
    ]
    _, lines, _ = run(capsys, ".", "-v")
    assert "a.png  not read: no format that is read" in lines
    assert not [line for line in lines if line.endswith("(-v lists them)")]


def test_named_files_are_read_but_for_what_is_excluded(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing one is an error beside the others."""
    assert run(capsys, "README.md", "LICENSE", "drafts/a.md", "gone.md", "cv.md:3", "-") == (
        2,
        [
            "-  read: standard input",
            "README.md  read: markdown",
            "LICENSE  read: by its content",
            "cv.md  read: markdown",
            "drafts/a.md  not read: left out by `exclude`",
        ],
        "error: gone.md: no such file or folder; check the path\n",
    )
