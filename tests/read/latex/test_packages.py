"""Classes and packages beside a LaTeX file."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.read import read_file
from bulletlint.read.latex.packages import collect_plain, find_packages


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")


def test_the_classes_and_packages_beside_a_file(tmp_path: Path) -> None:
    """Those in its folder with those that they ask for; none of TeX's own, none elsewhere, none in a comment."""
    write(tmp_path, cv_cls="\\LoadClass{base}\\RequirePackage{icons}", base_cls="", icons_sty="", off_sty="")
    (tmp_path / "in").mkdir()
    source = "\\documentclass[10pt]{cv}\n% \\usepackage{off}\n\\usepackage{geometry, ../cv, icons}"
    found = find_packages(source, tmp_path)
    assert [path.name for path in found] == ["cv.cls", "icons.sty", "base.cls"]
    assert find_packages(source, tmp_path / "in") == ()


def test_packages_that_ask_for_each_other(tmp_path: Path) -> None:
    """Each is looked at once."""
    write(tmp_path, a_sty="\\RequirePackage{b}", b_sty="\\RequirePackage{a}")
    assert [path.name for path in find_packages("\\usepackage{a}", tmp_path)] == ["a.sty", "b.sty"]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        (r"\newcommand{\port}{Port of Oslo}", {"port"}),
        (r"\newcommand{\win}[1]{\item[\checkmark] #1}", {"win"}),
        (r"\newcommand{\head}[1]{\section*{\bfseries #1}}", {"head"}),
        (r"\newcommand{\b}[1]{\a{#1}}\newcommand{\a}[1]{\textbf{#1}}", {"a", "b"}),
        (r"\newcommand{\photo@x}{x}\newcommand{\draw}[1]{\tikz{#1}}", set()),
        (r"\newcommand{\textbf}[1]{no}\newcommand{\cventry}[6]{no}", set()),
        (r"\def\row#1#2{\begin{tabular}{ll}#1 & #2\end{tabular}}", set()),
    ],
)
def test_macros_of_known_words_are_taken(source: str, names: set[str]) -> None:
    """Text, bullets, headings and what is made of them; no program, and nothing that is known already."""
    assert set(collect_plain(source)) == names


def test_a_resume_is_read_with_its_class(tmp_path: Path) -> None:
    """Its words stand in the bullet, at the place of the call; a class that is no text does no harm."""
    write(
        tmp_path,
        cv_tex="\\documentclass{own}\\begin{document}\\section{Work}\n\\win{Led the \\port{} move.}\\end{document}",
        own_cls="\\newcommand{\\port}{Port of Oslo}\\newcommand{\\win}[1]{\\item #1}",
    )
    (document,) = read_file(tmp_path / "cv.tex")
    (bullet,) = document.bullets
    assert bullet.text == "Led the Port of Oslo move."
    (tmp_path / "own.cls").write_bytes(b"\\newcommand{\\port}{\xff\x00 {{{ \\def")
    (document,) = read_file(tmp_path / "cv.tex")
    assert [bullet.text for bullet in document.bullets] == ["Led the move."]
