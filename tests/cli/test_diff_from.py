"""`check --diff-from`, from a repository to exit codes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from bulletlint.cli import main
from repositories import Git, commit, make_repository

HEAD = "# Sam Field\n\n## Experience\n\n"
WEAK = "- Implemented a caching layer for search.\n"
WORSE = "- Responsible for the on-call rota.\n"


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    return make_repository(tmp_path, monkeypatch)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Return a run's exit code, standard output and standard error."""
    with pytest.raises(SystemExit) as caught:
        main(["check", *arguments])
    captured = capsys.readouterr()
    assert isinstance(caught.value.code, int)
    return caught.value.code, captured.out, captured.err


def test_only_changed_bullets_are_reported_and_fail(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    """Several files; one without a changed bullet is not said to have none."""
    commit(git, cv_md=HEAD + WEAK, other_md=HEAD + WEAK)
    assert run(capsys, "cv.md", "other.md", "--diff-from", "HEAD", "--format", "concise") == (
        0,
        "2 files, 0 bullets: no bullets found\n",
        "note: 0 of 2 bullets changed since HEAD\n",
    )
    Path("cv.md").write_text(HEAD + WEAK + WORSE, encoding="utf-8")
    code, out, err = run(capsys, "cv.md", "other.md", "--diff-from", "HEAD", "--format", "json")
    report = json.loads(out)
    assert [[bullet["line"] for bullet in file["bullets"]] for file in report["files"]] == [[6], []]
    assert (code, err) == (1, "note: 1 of 3 bullets changed since HEAD\n")
    assert run(capsys, "cv.md", "--diff-from", "HEAD", "-q", "--format", "json")[2] == ""


def test_standard_input_is_compared_with_the_file_of_its_name(
    git: Git, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an editor asks; without a name there is nothing to compare with."""
    commit(git, cv_md=HEAD + WEAK)
    content = (HEAD + WORSE + WEAK).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    code, out, _ = run(capsys, "-", "--stdin-filename", "cv.md", "--diff-from", "HEAD", "--format", "jsonl")
    assert code == 1
    assert "on-call" in out
    assert "caching" not in out
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    code, out, err = run(capsys, "-", "--diff-from", "HEAD")
    assert (code, out) == (2, "")
    assert err.startswith("error: --diff-from needs --stdin-filename")


def test_a_baseline_and_named_lines_go_with_it(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    """But no baseline is written of a part of a file, nor called out of date."""
    commit(git, cv_md=HEAD + WEAK)
    assert run(capsys, "cv.md", "--baseline", "known.json", "--update-baseline")[0] == 0
    Path("cv.md").write_text(HEAD + WEAK + WORSE + WORSE, encoding="utf-8")
    code, _, err = run(capsys, "cv.md", "--baseline", "known.json", "--diff-from", "HEAD")
    assert code == 1
    assert "match nothing" not in err
    code, out, _ = run(capsys, "cv.md:6", "--diff-from", "HEAD", "--format", "jsonl")
    assert code == 1
    assert out.count("on-call") >= 1
    code, _, err = run(
        capsys, "cv.md", "--baseline", "known.json", "--update-baseline", "--diff-from", "HEAD"
    )
    assert (code, err) == (
        2,
        "error: a baseline holds whole files; name them without --diff-from\n",
    )


def test_a_wrong_revision_is_one_line(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, and no report."""
    commit(git, cv_md=HEAD + WEAK)
    code, out, err = run(capsys, "cv.md", "--diff-from", "nowhere")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "git knows no revision `nowhere`" in err


@pytest.mark.slow
def test_it_works_in_a_hook_of_git(git: Git, tmp_path: Path) -> None:
    """Where git names its repository and index in the environment, also before the first commit."""
    hook = tmp_path / ".git" / "hooks" / "pre-commit"
    hook.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m bulletlint check cv.md --diff-from HEAD --format concise\n',
        encoding="utf-8",
    )
    hook.chmod(0o755)
    Path("cv.md").write_text(HEAD + WEAK, encoding="utf-8")
    git("add", "cv.md")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        git("commit", "-q", "-m", "x")
    assert b"BL101" in refused.value.stderr + refused.value.stdout
    git("commit", "-q", "-m", "x", "--no-verify")
    text = "- Cut search latency by 40 % for 2M users at $90 a month, with the database as fallback.\n"
    Path("cv.md").write_text(HEAD + text + WEAK, encoding="utf-8")
    git("commit", "-q", "-a", "-m", "x")
