"""Files as they were at a revision, asked of a real git."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bulletlint.core.errors import ConfigError, ReadError
from bulletlint.read import revision
from bulletlint.read.revision import find_revision
from repositories import Git, commit, make_repository


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    return make_repository(tmp_path, monkeypatch)


def test_the_old_content_is_read(git: Git) -> None:
    """By branch, tag, relative name and number; None for a file that was not there."""
    commit(git, cv_md="one")
    git("tag", "v1")
    commit(git, cv_md="two")
    Path("cv.md").write_text("three", encoding="utf-8")
    Path("new.md").write_text("new", encoding="utf-8")
    for name, content in (("HEAD", b"two"), ("HEAD~1", b"one"), ("v1", b"one"), ("main", b"two")):
        assert find_revision(name, Path()).read_old(Path("cv.md")) == content
    assert find_revision("HEAD", Path()).read_old(Path("new.md")) is None
    assert find_revision("HEAD", Path()).read_old(Path("/etc/hosts")) is None


def test_git_tells_what_is_unchanged(git: Git) -> None:
    """Not what was changed, renamed or added since, staged or not, nor what lies outside."""
    commit(git, a_md="one", b_md="one", c_md="two" * 99, d_md="one")
    Path("b.md").write_text("two", encoding="utf-8")
    git("mv", "c.md", "e.md")
    Path("d.md").write_text("two", encoding="utf-8")
    git("add", "d.md")
    Path("f.md").write_text("new", encoding="utf-8")
    names = ("a.md", "b.md", "d.md", "e.md", "f.md", "/etc/hosts")
    head = find_revision("HEAD", Path())
    assert [name for name in names if head.is_unchanged(Path(name))] == ["a.md"]
    assert head.read_old(Path("e.md")) == b"two" * 99


def test_a_renamed_file_is_found_by_its_old_name(git: Git) -> None:
    """Also one that was changed on the way, with spaces and accents in its name."""
    text = "".join(f"line {number}\n" for number in range(30))
    commit(git, cv_md=text)
    Path("sub folder").mkdir()
    git("mv", "cv.md", "sub folder/résumé 2.md")
    Path("sub folder/résumé 2.md").write_text(text + "more\n", encoding="utf-8")
    assert find_revision("HEAD", Path("sub folder")).read_old(Path("sub folder/résumé 2.md")) == text.encode()


def test_names_that_git_takes_for_patterns_are_names(git: Git) -> None:
    """A file called *.md is not every file."""
    commit(git, cv_md="one")
    Path("[c]v.md").write_text("other", encoding="utf-8")
    Path(":cv.md").write_text("other", encoding="utf-8")
    assert find_revision("HEAD", Path()).read_old(Path("[c]v.md")) is None
    assert find_revision("HEAD", Path()).read_old(Path(":cv.md")) is None


def test_a_link_and_a_submodule_have_no_content(git: Git) -> None:
    """What a link leads to was never part of the revision."""
    os.symlink("/etc/hosts", "cv.md")
    git("add", "-A")
    git("commit", "-q", "-m", "x")
    assert find_revision("HEAD", Path()).read_old(Path("cv.md")) is None


def test_in_a_repository_without_a_commit_everything_is_new(git: Git) -> None:
    """A hook runs before the first one."""
    Path("cv.md").write_text("one", encoding="utf-8")
    assert find_revision("HEAD", Path()).read_old(Path("cv.md")) is None


def test_a_file_in_large_file_storage_cannot_be_read(git: Git) -> None:
    """Its pointer is not its content."""
    commit(git, cv_pdf="version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n")
    with pytest.raises(ReadError, match=r"cv\.pdf: is kept in Git LFS"):
        find_revision("HEAD", Path()).read_old(Path("cv.pdf"))


@pytest.mark.parametrize("name", ["nowhere", "--all", "-h", "HEAD~9", "", "HEAD:cv.md", "a\nb"])
def test_an_unknown_revision_is_one_line(git: Git, name: str) -> None:
    """A word that looks like an option is none."""
    commit(git, cv_md="one")
    with pytest.raises(ConfigError, match="git knows no revision") as caught:
        find_revision(name, Path())
    assert "\n" not in str(caught.value)


def test_a_shallow_clone_says_so(git: Git, tmp_path: Path) -> None:
    """What is not in it may well exist."""
    commit(git, cv_md="one")
    commit(git, cv_md="two")
    git("clone", "-q", "--depth", "1", f"file://{tmp_path}", "shallow")
    with pytest.raises(
        ConfigError, match="this clone is shallow and may lack it: run `git fetch --unshallow`"
    ):
        find_revision("HEAD~1", Path("shallow"))


def test_outside_of_a_repository_git_says_why(
    git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line, with what git says."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "out").mkdir()
    with pytest.raises(ConfigError, match="needs a git repository; git says: not a git repository"):
        find_revision("HEAD", tmp_path / "out")


def test_git_that_is_missing_or_hangs_is_one_line(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for ever."""
    monkeypatch.setattr(revision, "_GIT", (sys.executable, "-c", "import time; time.sleep(60)"))
    monkeypatch.setattr(revision, "PATIENCE", 0.2)
    with pytest.raises(ConfigError, match="git took more than 0 s"):
        find_revision("HEAD", Path())
    monkeypatch.setattr(revision, "_GIT", ("no-such-git",))
    with pytest.raises(ConfigError, match="git cannot be started"):
        find_revision("HEAD", Path())


def test_the_repository_of_a_hook_is_used(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git names it in the environment, relative to where the hook runs."""
    Path("sub").mkdir()
    Path("sub/cv.md").write_text("one", encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "x")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert find_revision("HEAD", Path("sub")).read_old(Path("sub/cv.md")) == b"one"


def test_no_program_of_the_repository_is_started(git: Git, tmp_path: Path) -> None:
    """Its configuration may name some for git to run."""
    commit(git, cv_md="one\n" * 30, _gitattributes="*.md diff=evil filter=evil\n")
    mark = tmp_path / "started"
    script = tmp_path / "evil.sh"
    script.write_text(f"#!/bin/sh\ntouch {mark}\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "diff.evil.textconv", "diff.evil.command"):
        git("config", key, str(script))
    Path("cv.md").rename("other.md")
    assert find_revision("HEAD", Path()).read_old(Path("other.md")) is None
    assert not mark.exists()
