"""No output is written over a resume of the run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bulletlint.cli.overwriting import refuse_overwriting
from bulletlint.core.errors import ConfigError
from bulletlint.read.discovery import Pasted, find_sources


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md", "root.tex", "part.tex", "told.txt"):
        (tmp_path / name).write_text(
            "\\input{part}\n\\input{told.txt}\n" if name == "root.tex" else "- Led it.\n"
        )
    os.link("a.md", "link.json")
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "output", "refused"),
    [
        (["a.md"], "a.md", True),
        (["a.md"], "./a.md", True),
        (["a.md"], "link.json", True),
        (["."], "b.md", True),
        (["a.md"], "b.md", False),
        (["a.md"], "new.md", False),
        (["."], "part.tex", True),
        (["root.tex"], "part.tex", True),
        (["a.md"], "part.tex", False),
        (["root.tex"], "told.txt", True),
        (["a.md"], "told.txt", False),
    ],
)
def test_an_output_that_is_read_is_refused(
    folder: Path, paths: list[str], output: str, refused: bool
) -> None:
    """By which file it is, not by its name; a LaTeX file may be read as part of another."""
    sources = find_sources(paths)
    if refused:
        with pytest.raises(ConfigError, match=f"{output}: --output would write over a resume"):
            refuse_overwriting(sources, [("--output", "new.json"), ("--output", output)])
    else:
        refuse_overwriting(sources, [("--output", output)])


def test_what_cannot_be_read_holds_no_output_up(folder: Path) -> None:
    """A name that is no file's has no format either."""
    refuse_overwriting(find_sources(["gone.tex"]), [("--output", "part.tex")])
    refuse_overwriting((Pasted(b"", "root.tex"),), [("--output", "part.tex")])


def test_only_formats_that_include_files_are_asked_for_them(folder: Path) -> None:
    """Markdown that shows LaTeX includes nothing."""
    (folder / "a.md").write_text("- Led it.\n\n\\input{told.txt}\n")
    refuse_overwriting(find_sources(["a.md"]), [("--output", "told.txt")])


def test_standard_input_may_be_a_resume_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`check - < a.md --output a.md` writes over what it read."""
    with (folder / "a.md").open(encoding="utf-8") as file:
        monkeypatch.setattr("sys.stdin", file)
        with pytest.raises(ConfigError):
            refuse_overwriting((Pasted(b"", "-"),), [("--output", "a.md")])
        refuse_overwriting((Pasted(b"", "-"),), [("--output", "b.md")])
