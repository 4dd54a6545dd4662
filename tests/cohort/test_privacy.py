"""No word of a resume, and no name of a file, is in any output unless that is asked for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

#: Stands in every field of every file, in the names of the files, and in nothing of ours.
MARK = "Zyxwort"
BULLET = (
    f"{MARK}ed {MARK} caching for {MARK}, cutting {MARK} latency by 40 %, at $90 a month, {MARK} as fallback."
)

MARKDOWN = f"""\
---
title: {MARK}
---
# {MARK} {MARK}
{MARK}@{MARK}.example.org | +1 555 010 0100 | Date of birth: 1 January 1990, {MARK}

## Experience {MARK}

### {MARK} Engineer, {MARK} Inc, 2019 - 2021

- {BULLET}
- Responsible for {MARK} reports and for the {MARK} of {MARK}.
- I led my {MARK} team, helped with {MARK} [TBD {MARK}].
- {BULLET}
<!-- bulletlint: ignore {MARK} because {MARK} -->

## Skills

{MARK}, Python, {MARK}
"""
LATEX = f"""\
\\documentclass{{article}}
\\begin{{document}}
\\section{{Experience {MARK}}}
\\begin{{itemize}}
\\item {BULLET.replace("%", chr(92) + "%").replace("$", chr(92) + "$")}
\\end{{itemize}}
\\input{{{MARK}-included}}
\\end{{document}}
"""
FILES = {
    f"{MARK}.md": MARKDOWN,
    f"{MARK}.tex": LATEX,
    f"{MARK}-included.tex": f"\\begin{{itemize}}\n\\item {BULLET}\n\\end{{itemize}}\n",
    f"{MARK}.json": json.dumps(
        {
            "basics": {"name": MARK, "summary": MARK},
            "work": [{"name": MARK, "position": MARK, "highlights": [BULLET, f"Helped with {MARK}."]}],
            MARK: {MARK: [MARK]},
        }
    ),
    f"{MARK}.yaml": f"cv:\n  name: {MARK}\n  sections:\n    {MARK}:\n      - company: {MARK}\n        highlights:\n"
    f"          - '{BULLET}'\n",
    f"{MARK}-broken.json": f'{{"basics": "{MARK}", {MARK}}}',
    f"{MARK}-broken.yaml": f"cv:\n  sections: {{{MARK}: [{MARK}\n  {MARK}: '{MARK}",
    f"{MARK}-broken.docx": f"PK\x03\x04{MARK}",
    f"{MARK}-broken.pdf": f"%PDF-1.4 {MARK}",
    f"{MARK}.txt": "",
}  # fmt: skip


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bulletlint", "cohort", *arguments], capture_output=True, check=False
    )


def list_telling(folder: Path) -> list[str]:
    """Return the files of an output that hold the mark, in their name or their content, compressed or not."""
    import pyarrow.parquet as pq

    telling = []
    for path in sorted(folder.rglob("*")):
        content = f"{path.relative_to(folder)}\n".encode()
        if path.suffix == ".parquet":
            content += repr(pq.read_table(path).to_pylist()).encode()
        if path.is_file():
            content += path.read_bytes()
        if MARK.lower().encode() in content.lower():
            telling.append(path.relative_to(folder).parts[0])
    return telling


@pytest.fixture(scope="module")
def resumes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("resumes")
    for name, content in FILES.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.mark.parametrize("format", ["parquet", "csv"])
def test_no_word_and_no_name_is_in_any_file(resumes: Path, tmp_path: Path, format: str) -> None:
    """Nor in what the command says: tables, pages, hand-outs, lists, manifest, journal, and their names."""
    out, people = tmp_path / "out", tmp_path / "people.csv"
    paths = sorted(map(str, resumes.iterdir()))
    rows = "".join(f"{path},{at},{MARK},CS,kd\n" for at, path in enumerate(paths))
    people.write_text(f"path,id,name,programme,advisor\n{rows}", encoding="utf-8")
    options = ("--id-csv", str(people), "--format", format, "--handouts")
    assert run(*paths, "--output", str(tmp_path / "then"), *options).returncode == 0
    done = run(*paths, "--output", str(out), *options, "--since", str(tmp_path / "then"))
    assert done.returncode == 0
    assert len(list((out / "handouts").iterdir())) == 5
    assert "handed in the same bullets" in (out / "index.html").read_text(encoding="utf-8")
    assert b"9 resumes" in done.stdout
    assert b"4 files could not be read" in done.stdout
    assert MARK.lower().encode() not in (done.stdout + done.stderr).lower()
    assert list_telling(out) == []


def test_words_and_names_are_there_where_each_is_asked_for(resumes: Path, tmp_path: Path) -> None:
    """So that the test above can fail."""
    text, paths = tmp_path / "text", tmp_path / "paths"
    assert run(str(resumes), "--output", str(text), "--with-text").returncode == 0
    assert set(list_telling(text)) >= {"bullets", "findings"}
    assert run(str(resumes), "--output", str(paths), "--with-paths").returncode == 0
    assert list_telling(paths) == ["resumes"]
