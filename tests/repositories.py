"""A repository of git's, for tests."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

#: Runs git with arguments in the working directory.
Git = Callable[..., None]


def make_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Make a folder a repository and the working directory, and return what runs git in it."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    monkeypatch.chdir(folder)

    def run(*arguments: str) -> None:
        who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main")
        subprocess.run(["git", *who, *arguments], check=True, capture_output=True)

    run("init", "-q")
    return run


def commit(git: Git, **files: str) -> None:
    """Write files, with _ for the dot of their names, and commit them."""
    for name, text in files.items():
        Path(name.replace("_", ".")).write_text(text, encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "x")
