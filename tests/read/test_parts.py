"""LaTeX files that are part of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter
from bulletlint.read.discovery import find_sources
from bulletlint.read.parts import find_parts

ROOT = "\\documentclass{article}\\begin{document}\\section{Experience}\n%s\n\\end{document}\n"
LIST = "\\begin{itemize}\\item Built a cache for %s.\\end{itemize}\n"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, source in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "read"),
    [
        ({"cv.tex": r"\input{work}", "work.tex": ""}, ["cv.tex"]),
        ({"a/work.tex": "", "cv.tex": r"\input{a/work.tex}"}, ["cv.tex"]),
        ({"cv.tex": r"\newcommand{\parts}{parts}\input{\parts/work}", "parts/work.tex": ""}, ["cv.tex"]),
        ({"cv.tex": "\\input work\n", "work.tex": ""}, ["cv.tex"]),
        ({"cv.tex": r"\input{glyphtounicode}", "work.tex": ""}, ["cv.tex", "work.tex"]),
        ({"cv.tex": r"% \input{work}", "work.tex": ""}, ["cv.tex", "work.tex"]),
        ({"long.tex": r"\input{work}", "short.tex": r"\input{work}", "work.tex": ""}, ["long.tex", "short.tex"]),
        ({"a.tex": r"\input{b}", "b.tex": r"\input{a}"}, ["a.tex"]),
        ({"cv.tex": r"\input{a/b}", "a/b.tex": r"\input{c}", "a/c.tex": ""}, ["a/c.tex", "cv.tex"]),
        ({"cv.tex": "\x00\\input{work}", "work.tex": ""}, ["cv.tex", "work.tex"]),
    ],
    ids=["beside", "below", "named by a macro", "bare", "not there", "in a comment", "of two", "of each other",
         "of a part that looks elsewhere", "of a file that cannot be read"],
)  # fmt: skip
def test_a_part_is_read_with_the_file_that_includes_it(
    files: dict[str, str], read: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not once more by its own name; what no file that is read includes is read by its own name."""
    write(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    assert [str(source) for source in find_sources(["."])] == read


def test_a_part_that_is_named_alone_is_read(tmp_path: Path) -> None:
    """As a hook does that is given only the files that changed."""
    write(tmp_path, {"cv.tex": r"\input{work}", "work.tex": ""})
    assert find_sources([str(tmp_path / "work.tex")]) == (tmp_path / "work.tex",)
    assert find_parts([tmp_path / "work.tex", tmp_path / "cv.tex"]) == {tmp_path / "work.tex"}


def test_a_part_of_two_files_is_reported_once(tmp_path: Path) -> None:
    """With the first of them."""
    write(tmp_path, {
        "long.tex": ROOT % "\\input{work}\\input{more}", "short.tex": ROOT % r"\input{work}",
        "work.tex": LIST % "search", "more.tex": LIST % "shops",
    })  # fmt: skip
    report = Linter(Settings(select=("BL101",))).lint_paths([tmp_path])
    assert [(Path(file.path).name, len(file.bullets)) for file in report.files] == [
        ("long.tex", 0), ("work.tex", 1), ("more.tex", 1), ("short.tex", 0),
    ]  # fmt: skip
