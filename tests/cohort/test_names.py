"""Digests under a key of the output folder."""

from __future__ import annotations

import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.names import KEY_FILE, Names, make_names, read_key
from cohorts import NAMES


def test_a_path_has_one_name_however_it_is_written() -> None:
    """And it holds nothing of the path."""
    assert NAMES.name_path("r/./sam.md") == NAMES.name_path("r/sam.md")
    assert NAMES.name_path("r/sam.md") != NAMES.name_path("r/kim.md")
    assert len(NAMES.name_path("r/sam.md")) == 20


def test_words_are_the_same_in_capitals_and_with_other_spaces() -> None:
    """So that a bullet copied from another format is known."""
    assert NAMES.name_words("Cut  costs\nby 4 %") == NAMES.name_words("cut costs by 4 %")
    assert NAMES.name_words("a") != NAMES.name_path("a")


def test_another_key_gives_other_names() -> None:
    """Nobody can try names without it."""
    assert Names(bytes(32)).name_path("sam.md") != NAMES.name_path("sam.md")


def test_a_folder_keeps_its_key(tmp_path: Path) -> None:
    """It is made once, for its owner only."""
    first = make_names(tmp_path)
    assert make_names(tmp_path) == first
    assert len(first.key) == 32
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == 0o600


def test_many_that_begin_at_once_have_the_same_key(tmp_path: Path) -> None:
    """As the shards of a cluster do; no draft is left."""
    with ThreadPoolExecutor(16) as pool:
        keys = list(pool.map(lambda _: make_names(tmp_path).key, range(64)))
    assert len(set(keys)) == 1
    assert [path.name for path in tmp_path.iterdir()] == [KEY_FILE]


def test_a_key_is_taken_over_from_last_term(tmp_path: Path) -> None:
    """So that a file that has not moved has the same name."""
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    assert make_names(new, like=old) != make_names(old)
    assert make_names(tmp_path / "newer", like=old) == make_names(old)


@pytest.mark.parametrize("content", [b"", b"00ff\n", b"no key", b"\xff\xfe"])
def test_a_damaged_key_is_refused(tmp_path: Path, content: bytes) -> None:
    """A run with half a key would give other names."""
    path = tmp_path / KEY_FILE
    path.write_bytes(content)
    with pytest.raises(CohortError, match=r"names\.key: is no key of a cohort"):
        read_key(path)
