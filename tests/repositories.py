"""A repository of git's, for tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

#: Runs git with arguments in the working directory.
Git = Callable[..., None]


def commit(git: Git, **files: str) -> None:
    """Write files, with _ for the dot of their names, and commit them."""
    for name, text in files.items():
        Path(name.replace("_", ".")).write_text(text, encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "x")
