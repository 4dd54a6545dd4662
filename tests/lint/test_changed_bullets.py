"""Bullets that changed since a revision."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bulletlint.core.errors import ConfigError
from bulletlint.core.finding import FileReport
from bulletlint.core.settings import Settings
from bulletlint.lint.changed_bullets import ChangedBullets, is_covered
from bulletlint.lint.linter import Linter
from bulletlint.read.options import DEFAULTS
from repositories import Git, commit, make_repository

HEAD = "# Sam Field\n\n## Experience\n\n"
CACHE = "- Implemented a caching layer for search.\n"
ROTA = "- Responsible for the on-call rota.\n"


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    return make_repository(tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(rewrites=False))


def keep(linter: Linter, *paths: str, since: str = "HEAD") -> tuple[Sequence[FileReport], ChangedBullets]:
    """Return the reports of files with the changed bullets, and the counts."""
    changes = ChangedBullets(since, [Path(path) for path in paths], DEFAULTS)
    sources = [Path(path) for path in paths]
    kept = [file for files in linter.lint_sources(sources) for file in changes.keep_changed(files)]
    return kept, changes


def texts(files: Sequence[FileReport]) -> list[str]:
    return [bullet.text for file in files for bullet in file.bullets]


def test_only_new_words_are_kept(git: Git, linter: Linter) -> None:
    """Not what was moved, wrapped or written in other mark-up; a second copy is new."""
    commit(git, cv_md=HEAD + CACHE + ROTA)
    wrapped = "- **Implemented** a caching\n  layer for search.\n"
    Path("cv.md").write_text(HEAD + ROTA + wrapped + "- Implemented two caches.\n" + ROTA, encoding="utf-8")
    files, changes = keep(linter, "cv.md")
    assert texts(files) == ["Implemented two caches.", "Responsible for the on-call rota."]
    assert (changes.bullets, changes.changed) == (4, 2)


def test_findings_about_the_file_stay_with_changed_bullets(git: Git, linter: Linter) -> None:
    """The others are not of this change."""
    commit(git, cv_md=HEAD + CACHE + CACHE)
    Path("cv.md").write_text(HEAD + CACHE + CACHE + ROTA + ROTA, encoding="utf-8")
    (file,), _ = keep(linter, "cv.md")
    found = [(finding.code, finding.place.line) for finding in file.findings]
    assert ("BL608", 8) in found
    assert [line for _, line in found if line not in (7, 8)] == []


def test_a_new_file_is_kept_whole_and_an_old_one_left_empty(git: Git, linter: Linter) -> None:
    """Several files in one run."""
    commit(git, cv_md=HEAD + CACHE)
    Path("new.md").write_text(HEAD + ROTA, encoding="utf-8")
    files, changes = keep(linter, "cv.md", "new.md")
    assert [(file.path, len(file.bullets)) for file in files] == [("cv.md", 0), ("new.md", 1)]
    assert (changes.bullets, changes.changed) == (2, 1)


def test_a_file_that_was_put_together_is_compared_part_by_part(git: Git, linter: Linter) -> None:
    """A macro of the main file is known in its parts, and a bullet may go from one to the other."""
    main = "\\documentclass{{article}}\n\\newcommand{{\\did}}[1]{{\\item #1}}\n\\begin{{document}}\n\\section{{Experience}}\n\\begin{{itemize}}\n{}\\input{{jobs}}\n\\end{{itemize}}\n\\end{{document}}\n"
    jobs = "\\did{Implemented a caching layer for search.}\n\\did{Responsible for the on-call rota.}\n"
    commit(git, cv_tex=main.format(""), jobs_tex=jobs)
    first, second = jobs.splitlines(keepends=True)
    Path("cv.tex").write_text(main.format(first), encoding="utf-8")
    Path("jobs.tex").write_text(second + "\\did{Implemented two caches.}\n", encoding="utf-8")
    files, _ = keep(linter, "cv.tex")
    assert [(file.path, texts([file])) for file in files] == [
        ("cv.tex", []),
        ("jobs.tex", ["Implemented two caches."]),
    ]


def test_an_old_version_that_cannot_be_read_is_a_note(git: Git, linter: Linter) -> None:
    """Every bullet counts as changed then."""
    Path("cv.md").write_bytes(bytes(range(256)) * 40)
    git("add", "-A")
    git("commit", "-q", "-m", "x")
    Path("cv.md").write_text(HEAD + CACHE, encoding="utf-8")
    (file,), _ = keep(linter, "cv.md")
    assert len(file.bullets) == 1
    assert [note.endswith("; every bullet counts as changed") for note in file.notes] == [True]
    assert file.notes[0].startswith("cv.md of HEAD ")


def test_personal_data_that_is_covered_has_not_changed(git: Git, linter: Linter) -> None:
    """The report does not show it, and so it cannot be compared."""
    line = "- Cut the time to answer mail to sam@example.org by 40 %, born 3 May 1990.\n"
    commit(git, cv_md=HEAD + line)
    files, changes = keep(linter, "cv.md")
    assert (texts(files), changes.bullets) == ([], 1)
    assert is_covered("sam@x.org", "███@x.org")
    assert not is_covered("sam@x.com", "███@x.org")


def test_a_wrong_revision_is_said_before_anything_is_linted(git: Git) -> None:
    """Once, however many files there are."""
    commit(git, cv_md=HEAD + CACHE)
    with pytest.raises(ConfigError, match="git knows no revision `nowhere`"):
        ChangedBullets("nowhere", [Path("cv.md")], DEFAULTS)
