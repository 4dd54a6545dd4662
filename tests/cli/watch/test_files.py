"""What a watched run is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.cli.watch.files import Watched, find_watched
from bulletlint.read.discovery import NOTHING_EXCLUDED

BULLET = "- Cut tickets by 22 %.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("cvs/old", "parts", "rules"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "cvs/a.md").write_text(BULLET, encoding="utf-8")
    (tmp_path / "cv.tex").write_text(
        "\\documentclass{article}\\begin{document}\\input{parts/jobs}\\end{document}", encoding="utf-8"
    )
    (tmp_path / "parts/jobs.tex").write_text(
        "\\begin{itemize}\\item Cut tickets.\\end{itemize}", encoding="utf-8"
    )
    return tmp_path


def find(*paths: str, outputs: tuple[str, ...] = ()) -> Watched:
    return find_watched(
        paths,
        settings_files=[Path("known.json")],
        rule_folders=[Path("rules")],
        outputs=outputs,
        excluded=NOTHING_EXCLUDED,
    )


def test_a_file_is_watched_with_what_it_includes(folder: Path) -> None:
    """And what lies beside it is not."""
    watched = find("cv.tex")
    changes = ("cv.tex", "parts/jobs.tex", "known.json", "bulletlint.toml", "rules/a.yaml")
    assert [watched.counts(str(folder / name)) for name in changes] == [True] * 5
    others = ("cvs/a.md", "parts/other.tex", "cv.pdf", ".cv.tex.swp", "notes.json")
    assert [watched.counts(str(folder / name)) for name in others] == [False] * 5
    assert watched.places == {str(folder / name) for name in ("", "parts", "rules")} - {f"{folder}/"} | {
        str(folder)
    }


def test_a_folder_is_watched_for_new_resumes(folder: Path) -> None:
    """In folders in it, too; but not for what belongs to a project or to an editor."""
    watched = find("cvs")
    assert watched.recursive
    assert [watched.counts(str(folder / name)) for name in ("cvs/a.md", "cvs/new.md", "cvs/old/b.tex")] == [
        True
    ] * 3
    others = ("cvs/README.md", "cvs/.a.md.swp", "cvs/a.png", "b.md")
    assert [watched.counts(str(folder / name)) for name in others] == [False] * 4


def test_what_the_run_writes_is_no_change(folder: Path) -> None:
    """Else it would check for ever."""
    assert not find("cvs", outputs=("cvs/report.html",)).counts(str(folder / "cvs/report.html"))


def test_a_missing_file_is_waited_for(folder: Path) -> None:
    """In its folder, if there is one."""
    watched = find("cvs/soon.md", "nowhere/cv.md")
    assert watched.counts(str(folder / "cvs/soon.md"))
    assert str(folder / "nowhere") not in watched.places
