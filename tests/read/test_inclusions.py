"""Files that include others: which, and in which section each is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.core.document import Draft
from bulletlint.read import read_file
from bulletlint.read.inclusions import find_inclusions
from bulletlint.read.latex import front

LIST = "\\begin{itemize}\\item Cut the %s bill by half.\\end{itemize}\n"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, source in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")


def find_names(folder: Path, root: str) -> list[str]:
    path = folder / root
    source = path.read_text(encoding="utf-8")
    inclusions = find_inclusions(source, path, "typst" if path.suffix == ".typ" else "latex")
    return [each.path.relative_to(folder.resolve()).as_posix() for each in inclusions]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"cv.tex": r"\import{parts/}{all}", "parts/all.tex": r"\subimport{jobs/}{acme}", "parts/jobs/acme.tex": ""},
         ["parts/all.tex", "parts/jobs/acme.tex"]),
        ({"cv.tex": r"\import{parts/}{all}", "parts/all.tex": r"\input{acme}", "parts/acme.tex": "", "acme.tex": ""},
         ["parts/all.tex", "parts/acme.tex"]),
        ({"cv.tex": r"\makerubric{jobs}\subfile{more}", "jobs.tex": "", "more.tex": ""}, ["jobs.tex", "more.tex"]),
        ({"cv.tex": r"\load{work/acme, work/beta}", "work/acme.tex": ""}, ["work/acme.tex"]),
        ({"cv.tex": r"\textbf{work/acme}", "work/acme.tex": ""}, []),
        ({"cv.tex": r"\input{cv}"}, []),
        ({"cv.typ": '#include "a/jobs.typ"\n// #include "b.typ"', "a/jobs.typ": '#include "acme.typ"', "a/acme.typ": "", "b.typ": ""},
         ["a/jobs.typ", "a/acme.typ"]),
        ({"cv.typ": '#import "content.typ": *\n#import "@preview/x:0.1.0": cv', "content.typ": ""}, ["content.typ"]),
        ({"cv.typ": '#let load(all) = {\n for one in all { include { "parts_en/" + one + ".typ" } }\n}\n#load(("jobs", "none"))',
          "parts_fr/jobs.typ": "", "parts_en/jobs.typ": ""}, ["parts_en/jobs.typ"]),
        ({"cv.typ": '#include "../x.typ"'}, []),
    ],
)  # fmt: skip
def test_inclusions(files: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    """Files named by the ways of each format, below the root's folder only."""
    write(tmp_path, files)
    assert find_names(tmp_path, next(iter(files))) == expected


def test_an_included_file_is_judged_in_the_section_that_includes_it(tmp_path: Path) -> None:
    """Also the one behind it, where the first has opened a section of its own."""
    write(tmp_path, {
        "cv.tex": r"\section{Education}\input{degrees}\section{Experience}\input{acme}\input{map}\input{tram}",
        "degrees.tex": LIST % "paper", "acme.tex": LIST % "storage", "map.tex": r"\section{Projects}" + LIST % "map",
        "tram.tex": LIST % "tram",
    })  # fmt: skip
    bullets = [bullet for document in read_file(tmp_path / "cv.tex") for bullet in document.bullets]
    assert [(bullet.section, bullet.text) for bullet in bullets] == [
        ("Experience", "Cut the storage bill by half."),
        ("Projects", "Cut the map bill by half."),
        ("Projects", "Cut the tram bill by half."),
    ]


def test_a_root_that_only_includes_holds_no_bullets(tmp_path: Path) -> None:
    """Although no heading stands above its lines: it is no list that somebody pasted."""
    write(
        tmp_path,
        {
            "cv.typ": 'Jo Doe, planner of trams in Oslo\n\n#include "jobs.typ"\n',
            "jobs.typ": "= Work\n- Cut cost by half.\n",
        },
    )
    documents = read_file(tmp_path / "cv.typ")
    assert [[bullet.text for bullet in document.bullets] for document in documents] == [
        [],
        ["Cut cost by half."],
    ]


def test_each_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one with a class of its own beside it, and with parts."""
    (tmp_path / "own.cls").write_text(r"\newcommand{\port}{Oslo}", encoding="utf-8")
    (tmp_path / "jobs.tex").write_text(r"\item Led it in \port", encoding="utf-8")
    root = tmp_path / "cv.tex"
    root.write_text("\\documentclass{own}\n\\section{Work}\\input{jobs}", encoding="utf-8")
    sources: list[str] = []
    monkeypatch.setattr(front, "read_latex", lambda source, **more: sources.append(source) or Draft(()))
    read_file(root)
    assert len(sources) == 2
    assert sources == list(dict.fromkeys(sources))


def test_all_files_together_keep_the_limits_of_one(tmp_path: Path) -> None:
    """Each is below them; what is left out is named."""
    parts = {f"p{number}.tex": "\\item Led it.\n" * 4_000 for number in range(4)}
    root = "".join(f"\\input{{{name}}}\n" for name in parts)
    write(tmp_path, {"cv.tex": root, **parts})
    documents = read_file(tmp_path / "cv.tex")
    assert len(documents) == 3
    assert documents[0].notes == tuple(
        f"left out: {tmp_path / name}: all files together have too many lines or marks"
        for name in ("p2.tex", "p3.tex")
    )
