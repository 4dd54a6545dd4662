"""Files that are none are refused before a byte is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bulletlint.core import regular_file
from bulletlint.core.regular_file import NotRegularError, find_below, read_regular, read_settings_file


def test_no_more_is_read_than_was_asked_for(tmp_path: Path) -> None:
    """One byte more says that there is more."""
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert [read_regular(path, most) for most in (3, 5, 9)] == [b"1234", b"12345", b"12345"]
    with pytest.raises(FileNotFoundError):
        read_regular(tmp_path / "b", 3)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    """Opening one waits for somebody who writes into it, which may be never."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotRegularError):
        read_regular(tmp_path / "pipe", 3)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no such device")
def test_a_device_is_refused() -> None:
    """Some have no end."""
    with pytest.raises(NotRegularError):
        read_regular(Path("/dev/zero"), 3)


def test_settings_have_a_size_that_people_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody writes megabytes of settings by hand."""
    monkeypatch.setattr(regular_file, "SETTINGS_LIMIT", 4)
    path = tmp_path / "a"
    path.write_bytes(b"1234")
    assert read_settings_file(path) == b"1234"
    path.write_bytes(b"12345")
    with pytest.raises(OSError, match="more than"):
        read_settings_file(path)


def test_a_file_is_found_only_below_its_folder(tmp_path: Path) -> None:
    """Nor a folder, one that is too large, one outside by a link, or a name that no file can have."""
    root = tmp_path / "root"
    root.mkdir()
    (root / "a.tex").write_bytes(b"12345")
    (tmp_path / "b.tex").write_bytes(b"1")
    (root / "out.tex").symlink_to(tmp_path / "b.tex")
    (root / "loop.tex").symlink_to(root / "loop.tex")
    assert find_below(root / "a.tex", root, 5) == (root / "a.tex").resolve()
    assert find_below(root / "a.tex", root, 4) is None
    names = ("../b.tex", "out.tex", "loop.tex", ".", "none.tex", "a\0", "x" * 5000)
    assert [find_below(root / name, root, 5) for name in names] == [None] * len(names)
