"""What a linter remembers: unchanged files, under the same settings and rules."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builders import RULE, load_shipped_words, make_pipeline, read_all_simply, write_rule
from bulletlint.check.rule_patterns import compile_rules
from bulletlint.core.finding import Report
from bulletlint.core.settings import Settings
from bulletlint.lint.analysis import Analyser
from bulletlint.lint.cache.memory import make_memory
from bulletlint.lint.cache.store import Cache
from bulletlint.lint.linter import Linter

SETTINGS = Settings(select=("weak-verb", "missing-fallback"))
RESUME = "# Experience\n\n- Built a cache for search.\n- Cut costs by 40 % for shops.\n"


class Run:
    """A run over files with a pipeline that only tokenizes, and the texts that went through it."""

    def __init__(self, folder: Path, settings: Settings = SETTINGS) -> None:
        self.texts: list[str] = []
        self.linter = Linter(settings, memory=make_memory(Cache(folder / "cache"), settings))
        nlp = make_pipeline()

        def gather(docs):  # type: ignore[no-untyped-def]
            self.texts += [doc.text for doc in docs]
            return read_all_simply(docs)

        self.linter._analyser = Analyser(
            nlp, compile_rules(self.linter.rulebook.rules, load_shipped_words()), gather
        )

    def lint(self, path: Path) -> Report:
        return self.linter.lint_paths([path])


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    """A resume with two bullets."""
    path = tmp_path / "resume.md"
    path.write_text(RESUME, encoding="utf-8")
    return path


def test_an_unchanged_file_is_neither_read_nor_parsed_again(
    tmp_path: Path, resume: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report is the same to the last place."""
    first, second = Run(tmp_path), Run(tmp_path)
    report = first.lint(resume)
    monkeypatch.setattr("bulletlint.read.read_file", None)
    assert second.lint(resume) == report
    assert (len(first.texts), second.texts) == (2, [])


def test_a_changed_file_is_read_and_parsed_again(tmp_path: Path, resume: Path) -> None:
    """All of it: a page takes as long with one changed bullet as with none known."""
    Run(tmp_path).lint(resume)
    resume.write_text("Intro.\n\n" + RESUME.replace("a cache", "a queue"), encoding="utf-8")
    run = Run(tmp_path)
    report = run.lint(resume)
    assert run.texts == ["Built a queue for search.", "Cut costs by 40 % for shops."]
    assert [bullet.place.line for bullet in report.files[0].bullets] == [5, 6]


@pytest.mark.parametrize(
    ("change", "parsed"),
    [
        ({"fail_on": "error", "max_warnings": 2, "baseline": Path("b.json")}, 0),
        ({"select": ("weak-verb",)}, 2),
        ({"never_flag": ("cache",)}, 2),
        ({"severities": (("weak-verb", "info"),)}, 2),
        ({"lexicons": (("verbs-outcome", ("derisk",)),)}, 2),
    ],
)
def test_other_settings_are_another_memory(
    tmp_path: Path, resume: Path, change: dict[str, object], parsed: int
) -> None:
    """But for those that only decide the exit code."""
    Run(tmp_path).lint(resume)
    run = Run(tmp_path, replace(SETTINGS, **change))  # type: ignore[arg-type]
    run.lint(resume)
    assert len(run.texts) == parsed


def test_a_changed_rule_is_noticed(tmp_path: Path, resume: Path) -> None:
    """Own rule folders count by the names, sizes and times of their files."""
    folder = tmp_path / "rules"
    folder.mkdir()
    own = RULE.replace("BL101", "ACME001").replace("weak-verb", "acme-verb")
    write_rule(folder, own, name="acme-verb")
    settings = Settings(select=("acme-verb",), rule_folders=(folder,))
    first = Run(tmp_path, settings).lint(resume)
    write_rule(folder, own.replace("says what you worked on", "is weak"), name="acme-verb")
    second = Run(tmp_path, settings).lint(resume)
    messages = [report.files[0].bullets[0].findings[0].message for report in (first, second)]
    assert messages == ['"Built" says what you worked on', '"Built" is weak']


def test_what_is_broken_is_not_remembered(tmp_path: Path) -> None:
    """A file that could not be read is tried again."""
    path = tmp_path / "resume.md"
    assert Run(tmp_path).lint(path).files[0].error is not None
    path.write_text(RESUME, encoding="utf-8")
    assert Run(tmp_path).lint(path).files[0].error is None


def test_a_file_that_pulls_in_others_is_read_each_time(tmp_path: Path) -> None:
    """Its own bytes do not tell that they have changed."""
    (tmp_path / "part.tex").write_text(
        "\\begin{itemize}\\item Built a cache for search.\\end{itemize}\n", encoding="utf-8"
    )
    root = tmp_path / "root.tex"
    root.write_text(
        "\\documentclass{article}\\begin{document}\\section{Experience}\n\\input{part}\\end{document}\n",
        encoding="utf-8",
    )
    first = Run(tmp_path).lint(root)
    (tmp_path / "part.tex").write_text(
        "\\begin{itemize}\\item Made a tool for shops.\\end{itemize}\n", encoding="utf-8"
    )
    run = Run(tmp_path)
    second = run.lint(root)
    assert [bullet.text for file in first.files for bullet in file.bullets] == ["Built a cache for search."]
    assert run.texts == ["Made a tool for shops."]
    assert [bullet.text for file in second.files for bullet in file.bullets] == ["Made a tool for shops."]


def test_a_class_beside_a_file_is_read_again(tmp_path: Path) -> None:
    """A macro of the class may change while the file does not."""
    root = tmp_path / "root.tex"
    root.write_text(
        "\\documentclass{own}\\begin{document}\\section{Experience}\n"
        "\\begin{itemize}\\item Built a \\thing{} for shops.\\end{itemize}\\end{document}\n",
        encoding="utf-8",
    )
    read = []
    for thing in ("cache", "tool"):
        (tmp_path / "own.cls").write_text(f"\\newcommand{{\\thing}}{{{thing}}}\n", encoding="utf-8")
        read += [bullet.text for file in Run(tmp_path).lint(root).files for bullet in file.bullets]
    assert read == ["Built a cache for shops.", "Built a tool for shops."]


def test_the_cache_holds_no_words_of_the_resume(tmp_path: Path, resume: Path) -> None:
    """Reports, messages and rewrites among them."""
    run = Run(tmp_path)
    run.lint(resume)
    stored = b"".join(path.read_bytes() for path in (tmp_path / "cache").iterdir())
    assert [word for word in (b"Built a", b"search", b"shops") if word in stored] == []
