"""The action for GitHub: which files it checks, and what its steps run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from action.resumes import choose_resumes

from repositories import Git, make_repository

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}
#: Stands for the program: says what it was asked, and prints for --as-parsed what a file may hold.
FAKE = """#!/bin/sh
printf '[%s]' "$@" >> "$ASKED"
echo >> "$ASKED"
case "$*" in *--as-parsed*) echo '::error::a resume says so';; esac
"""
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    (tmp_path / "repository").mkdir()
    return make_repository(tmp_path / "repository", monkeypatch)


def run_step(tmp_path: Path, name: str, **inputs: str) -> tuple[int, list[str], str, str]:
    """Run a step with a program that says what it was asked; return its exit code, that, and both outputs."""
    programs = tmp_path / "programs"
    programs.mkdir(exist_ok=True)
    (programs / "bulletlint").write_text(FAKE, encoding="utf-8")
    (programs / "bulletlint").chmod(0o755)
    (programs / "python").unlink(missing_ok=True)
    (programs / "python").symlink_to(sys.executable)
    asked = tmp_path / "asked"
    asked.write_text("", encoding="utf-8")
    step = STEPS[name]
    values = {
        key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: inputs.get(match[1], ""), value)
        for key, value in step["env"].items()
    }
    environment = {
        **os.environ, **values, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "ASKED": str(asked),
        "GITHUB_ACTION_PATH": str(ROOT), "RUNNER_TEMP": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path),
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, asked.read_text(encoding="utf-8").splitlines(), done.stdout, done.stderr


@pytest.mark.parametrize(
    ("names", "resumes"),
    [
        (["README.md", "src/main.py", "resume.tex", "cv/jobs.tex"], ["cv/jobs.tex", "resume.tex"]),
        # What was built from a source of the same name is not read twice.
        (["resume.tex", "resume.pdf", "cv.docx", "cv.html"], ["cv.docx", "cv.html", "resume.tex"]),
        (["resume_parser.md", "docs/guide.md"], []),
    ],
)
def test_resumes_are_told_by_their_names(names: list[str], resumes: list[str]) -> None:
    """By those that the pre-commit hook looks for."""
    assert choose_resumes(names) == resumes


@needs_bash
def test_without_paths_the_resumes_are_checked(git: Git, tmp_path: Path) -> None:
    """Not the repository; names with spaces, and those that look like options, are names."""
    for name in ("README.md", "my resume.md", "-cv.md", "notes.md"):
        Path(name).write_text("x", encoding="utf-8")
    git("add", "--", ".")
    code, asked, _, _ = run_step(tmp_path, "Lint", args="--fail-on error")
    assert (code, asked) == (0, ["[check][--format][github][--fail-on][error][--][-cv.md][my resume.md]"])


@needs_bash
def test_without_a_resume_the_step_fails_with_advice(git: Git, tmp_path: Path) -> None:
    """Rather than pass because nothing was read."""
    code, asked, _, err = run_step(tmp_path, "Lint")
    assert (code, asked) == (2, [])
    assert err == "error: no file is named like a resume (resume.tex, cv/main.md); set `paths`\n"


@needs_bash
def test_named_paths_are_taken_as_they_are(git: Git, tmp_path: Path) -> None:
    """A list of words."""
    _, asked, _, _ = run_step(tmp_path, "Lint", paths="cv/ notes.md")
    assert asked == ["[check][--format][github][cv/][notes.md]"]


@needs_bash
def test_a_built_file_is_read_back(git: Git, tmp_path: Path) -> None:
    """Its text is in the log, where it is no command of GitHub's; what a parser trips over is reported."""
    code, asked, out, _ = run_step(tmp_path, "Read what was built", built="out/cv 1.pdf")
    assert (code, asked) == (
        0,
        [
            "[check][--as-parsed][--][out/cv 1.pdf]",
            "[check][--format][github][--select][parse][--][out/cv 1.pdf]",
        ],
    )
    head, stop, said, go, end = out.splitlines()
    assert head == "::group::What a parser may read of out/cv 1.pdf"
    word = stop.removeprefix("::stop-commands::")
    assert re.fullmatch(r"[0-9a-f]{32}", word)
    assert (said, go, end) == ("::error::a resume says so", f"::{word}::", "::endgroup::")
    _, asked, out, _ = run_step(tmp_path, "Read what was built", built="cv.pdf", args="--redact")
    assert (asked, out) == (["[check][--format][github][--select][parse][--redact][--][cv.pdf]"], "")


def test_a_file_is_read_back_only_if_one_is_named() -> None:
    """Also where the first step found something."""
    assert STEPS["Read what was built"]["if"] == "${{ !cancelled() && inputs.built != '' }}"
    assert ACTION["inputs"]["paths"]["default"] == ACTION["inputs"]["built"]["default"] == ""
