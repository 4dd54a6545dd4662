"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.writing import remove_drafts, write_whole


def test_a_file_is_written_into_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    """And nothing else is left beside it."""
    write_whole(tmp_path / "a" / "b.txt", b"new")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"new"


@pytest.mark.parametrize("links", [True, False])
def test_the_first_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    """On a disk that knows links or none."""

    def refuse(*paths: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    if not links:
        monkeypatch.setattr(os, "link", refuse)
    for content in (b"first", b"second"):
        write_whole(tmp_path / "k", content, first=True)
    assert (tmp_path / "k").read_bytes() == b"first"
    assert [each.name for each in tmp_path.iterdir()] == ["k"]


def test_drafts_of_a_killed_run_are_removed(tmp_path: Path) -> None:
    """And nothing else."""
    for name in (".part-00000.csv.12ab34cd.new", "part-00000.csv", ".lock"):
        (tmp_path / name).write_bytes(b"x")
    remove_drafts(tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == [".lock", "part-00000.csv"]


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to do."""
    path = tmp_path / "b.txt"
    path.write_bytes(b"old")

    def fill(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fill)
    with pytest.raises(CohortError) as raised:
        write_whole(path, b"new")
    assert str(raised.value) == (
        f"{path}: cannot be written (No space left on device); what was written before is whole: "
        "make room or mend its rights, and run the same command again"
    )
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["b.txt"]
