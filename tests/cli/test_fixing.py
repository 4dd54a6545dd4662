"""`check --fix` and `--diff`, from files to exit codes."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from bulletlint.cli import main
from repositories import Git, commit, make_repository

HEAD = "# Sam Field\n\n## Experience\n\n"
WEAK = "- I cut search latency by 40 % for 2M users at  $90 a month, with the database as fallback\n"
FIXED = "- Cut search latency by 40 % for 2M users at $90 a month, with the database as fallback\n"
OTHER = "- I launched a help panel for 2M users\n"
DIFF = f"--- cv.md\n+++ cv.md\n@@ -4,2 +4,2 @@\n \n-{WEAK}+{FIXED}"


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


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cv.md").write_text(HEAD + WEAK, encoding="utf-8")
    return tmp_path / "cv.md"


def test_diff_shows_and_writes_nothing(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 where there is something to fix, and 0 where there is not."""
    assert run(capsys, "cv.md", "--diff") == (1, DIFF, "")
    assert path.read_text(encoding="utf-8") == HEAD + WEAK
    path.write_text(HEAD + FIXED, encoding="utf-8")
    assert run(capsys, "cv.md", "--diff") == (0, "", "")


def test_fix_shows_writes_and_checks_what_is_left(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file keeps its mode; a second run changes nothing."""
    path.chmod(0o640)
    code, out, err = run(capsys, "cv.md", "--fix", "--format", "concise")
    assert (code, err) == (0, f"{DIFF}cv.md: 1 bullet fixed\n")
    assert "BL603" not in out
    assert path.read_text(encoding="utf-8") == HEAD + FIXED
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert run(capsys, "cv.md", "--fix", "--format", "concise") == (0, out, "")
    path.write_text(HEAD + WEAK, encoding="utf-8")
    assert run(capsys, "cv.md", "--fix", "--format", "concise", "-q")[2] == ""


def test_only_what_is_reported_is_fixed(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not what another rule is about, what is silenced or known, nor a bullet that was not named."""
    assert run(capsys, "cv.md", "--diff", "--select", "BL606") == (0, "", "")
    assert (
        "+- Cut search latency by 40 % for 2M users at  $90"
        in run(capsys, "cv.md", "--diff", "--select", "BL603")[1]
    )
    run(capsys, "cv.md", "--baseline", "known.json", "--update-baseline")
    _, out, _ = run(capsys, "cv.md", "--diff", "--baseline", "known.json")
    assert "+- I cut search latency by 40 % for 2M users at $90" in out
    path.write_text(HEAD + WEAK + OTHER, encoding="utf-8")
    _, out, _ = run(capsys, "cv.md:6", "--diff")
    assert [line for line in out.splitlines() if line.startswith("+-")] == [
        "+- Launched a help panel for 2M users"
    ]
    silent = OTHER.rstrip("\n") + " <!-- bulletlint: ignore BL603 my voice -->\n"
    path.write_text(HEAD + silent, encoding="utf-8")
    assert run(capsys, "cv.md", "--diff") == (0, "", "")


def test_only_bullets_that_changed_are_fixed(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    """With --diff-from, as a hook does."""
    commit(git, cv_md=HEAD + OTHER)
    Path("cv.md").write_text(HEAD + OTHER + WEAK, encoding="utf-8")
    run(capsys, "cv.md", "--fix", "--diff-from", "HEAD")
    assert Path("cv.md").read_text(encoding="utf-8") == HEAD + OTHER + FIXED


def test_a_file_that_cannot_be_written_is_an_error(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file stays as it was, the check goes on, and the run exits 2."""

    def refuse(*arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    code, out, err = run(capsys, "cv.md", "--fix", "--format", "concise", "--no-cache")
    assert code == 2
    assert err.endswith("error: cv.md: cannot be written (Permission denied); nothing was changed\n")
    assert "BL603" in out
    assert path.read_text(encoding="utf-8") == HEAD + WEAK
    assert sorted(item.name for item in path.parent.iterdir()) == ["cv.md"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-", "--fix"), "--fix and --diff are about files"),
        (("cv.md", "--diff", "--redact"), "--fix and --diff are about files"),
        (("gone.md", "--diff"), "error: gone.md: no such file or folder"),
        (("gone.md", "--fix"), "error: gone.md: no such file or folder"),
    ],
)
def test_wrong_usage_and_missing_files_exit_2(
    arguments: tuple[str, ...], message: str, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And are said once."""
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert err.count(message) == 1


def test_a_pdf_is_not_fixed_and_says_so(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error with --diff, which has nothing else to say; a note with --fix, which goes on to the check."""
    sample = Path(__file__).parents[2] / "samples" / "resume.pdf"
    Path("cv.pdf").write_bytes(sample.read_bytes())
    code, out, err = run(capsys, "cv.pdf", "--diff")
    assert (code, out) == (2, "")
    said = "cv.pdf: not fixed: a PDF cannot be rewritten; rewrite the file it was made from\n"
    assert err == f"error: {said}"
    code, out, err = run(capsys, "cv.pdf", "--fix", "--fail-on", "never", "--format", "concise")
    assert (code, err) == (0, f"note: {said}")
    assert out != ""


def test_a_bullet_that_cannot_be_fixed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A part of a resume whose macro another file defines is not safe to change by itself."""
    monkeypatch.chdir(tmp_path)
    main = "\\documentclass{article}\n\\newcommand{\\did}[1]{\\item #1}\n\\begin{document}\n\\section{Experience}\n\\begin{itemize}\n\\input{jobs}\n\\end{itemize}\n\\end{document}\n"
    jobs = "\\did{I cut tickets by 22 \\% in a year.}\n\\item Successfully sold \\$40k of cakes.\n"
    Path("cv.tex").write_text(main, encoding="utf-8")
    Path("jobs.tex").write_text(jobs, encoding="utf-8")
    code, out, err = run(capsys, "cv.tex", "--diff")
    assert (code, out) == (0, "")
    assert err.startswith("note: jobs.tex:1: not fixed: ")
    assert Path("jobs.tex").read_text(encoding="utf-8") == jobs


def test_a_part_of_two_resumes_is_fixed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is read with both."""
    monkeypatch.chdir(tmp_path)
    main = (
        "\\documentclass{article}\n\\begin{document}\n\\section{Experience}\n\\input{jobs}\n\\end{document}\n"
    )
    jobs = "\\begin{itemize}\n\\item I cut tickets by 22 \\% in a year.\n\\end{itemize}\n"
    for name, text in (("a.tex", main), ("b.tex", main), ("jobs.tex", jobs)):
        Path(name).write_text(text, encoding="utf-8")
    code, _, err = run(capsys, "a.tex", "b.tex", "--fix", "--fail-on", "never")
    assert code == 0
    assert err.count("jobs.tex: 1 bullet fixed\n") == err.count("fixed\n") == 1
    assert "error" not in err
    assert Path("jobs.tex").read_text(encoding="utf-8") == jobs.replace("I cut", "Cut")
