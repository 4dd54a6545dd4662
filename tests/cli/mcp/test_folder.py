"""Which files an agent may name."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bulletlint.cli.mcp.folder import find_inside
from bulletlint.core.errors import ReadError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cv" / "parts").mkdir(parents=True)
    (tmp_path / "cv" / "resume.md").write_text("- Cut it.\n", encoding="utf-8")
    (tmp_path / "secret.md").write_text("- Cut it.\n", encoding="utf-8")
    return tmp_path / "cv"


def test_a_file_below_the_folder_is_found(folder: Path) -> None:
    assert find_inside(folder, "resume.md") == (folder / "resume.md").resolve()
    assert find_inside(folder, "parts/../resume.md") == (folder / "resume.md").resolve()
    assert find_inside(folder, str(folder / "resume.md")) == (folder / "resume.md").resolve()


@pytest.mark.parametrize(
    "name", ["../secret.md", "/etc/hosts", "parts/../../secret.md", "parts", ".", "a\0b"]
)
def test_what_lies_outside_or_is_no_file_is_refused(name: str, folder: Path) -> None:
    with pytest.raises(ReadError):
        find_inside(folder, name)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_out_of_the_folder_is_refused(folder: Path) -> None:
    (folder / "link.md").symlink_to(folder.parent / "secret.md")
    (folder / "up").symlink_to(folder.parent)
    for name in ("link.md", "up/secret.md"):
        with pytest.raises(ReadError, match="outside"):
            find_inside(folder, name)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_that_run_in_a_circle_are_refused(folder: Path) -> None:
    (folder / "one").symlink_to(folder / "two")
    (folder / "two").symlink_to(folder / "one")
    with pytest.raises(ReadError):
        find_inside(folder, "one").read_bytes()
