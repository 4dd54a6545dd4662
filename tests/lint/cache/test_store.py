"""The cache: sealed, safe in parallel, and never more than a miss when something is wrong with it."""

from __future__ import annotations

import gc
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletlint.lint.cache.store import Cache, find_cache_folder, make_key, open_value, seal_value

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(JSON, st.text())
def test_a_sealed_value_opens_with_its_key_only(value: object, text: str) -> None:
    """Another content gives another key, which does not open it."""
    sealed = seal_value(value, make_key("bullet", text))
    assert open_value(sealed, make_key("bullet", text)) == value
    with pytest.raises(ValueError, match="this entry is damaged"):
        open_value(sealed, make_key("bullet", text + "x"))


def test_parts_of_a_key_do_not_run_together() -> None:
    """Where one part ends matters; the secret is not the digest."""
    assert make_key("ab", "c") != make_key("a", "bc")
    key = make_key("a")
    assert key.secret[:16] != key.digest


def test_what_was_put_is_there_for_the_next_run(tmp_path: Path) -> None:
    """An unknown key is a miss."""
    key = make_key("bullet", "Built a cache.")
    Cache(tmp_path).put({key: ["Built", 1]})
    assert Cache(tmp_path).get(key) == ["Built", 1]
    assert Cache(tmp_path).has(key)
    assert Cache(tmp_path).get(make_key("bullet", "other")) is None
    assert not Cache(tmp_path).has(make_key("bullet", "other"))


def test_folders_above_are_made_too(tmp_path: Path) -> None:
    """A new account has no cache folder."""
    Cache(tmp_path / "none" / "yet").put({make_key("a"): 1})
    assert Cache(tmp_path / "none" / "yet").get(make_key("a")) == 1


def test_nothing_in_the_file_can_be_read(tmp_path: Path) -> None:
    """Neither the content nor what was found in it."""
    cache = Cache(tmp_path)
    cache.put({make_key("file", "Reduced churn at Acme by 40 %"): {"text": "Reduced churn at Acme by 40 %"}})
    cache.close()
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"Acme" not in stored
    assert b"churn" not in stored
    if os.name == "posix":
        assert (tmp_path / "new").exists() is False
        Cache(tmp_path / "new")
        assert (tmp_path / "new").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_broken_file_is_rebuilt_in_silence(tmp_path: Path, content: bytes) -> None:
    """The next run finds what this one puts."""
    key = make_key("a")
    before = Cache(tmp_path)
    before.put({key: 1})
    before.close()
    (path,) = tmp_path.glob("*.sqlite")
    path.write_bytes(content)
    cache = Cache(tmp_path)
    assert cache.get(key) is None
    cache.put({key: 2})
    assert Cache(tmp_path).get(key) == 2


def test_an_entry_that_was_tampered_with_is_a_miss(tmp_path: Path) -> None:
    """Its check no longer fits."""
    key = make_key("a")
    cache = Cache(tmp_path)
    cache.put({key: 1})
    cache._write("UPDATE entry SET value = ? WHERE 1", [(b"\x00" * 30,)])
    assert cache.get(key) is None
    cache._write("UPDATE entry SET value = ? WHERE 1", [("text",)])
    assert cache.get(key) is None


def test_a_folder_that_cannot_be_used_means_no_cache(tmp_path: Path) -> None:
    """A file where the folder should be: nothing is kept, nothing fails."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    cache = Cache(tmp_path / "file")
    cache.put({make_key("a"): 1})
    assert cache.get(make_key("a")) is None
    assert not cache.has(make_key("a"))


def test_old_entries_are_dropped(tmp_path: Path) -> None:
    """After sixty days, by the first run of a day that has something to keep."""
    old, new = make_key("old"), make_key("new")
    Cache(tmp_path).put({old: 1})
    for days, kept in ((60, 1), (61, None)):
        cache = Cache(tmp_path)
        cache._today += days
        cache.put({})
        assert cache.get(old) == 1
        cache.put({new: 1})
        assert (cache.get(old), cache.get(new)) == (kept, 1)


def test_processes_write_at_the_same_time(tmp_path: Path) -> None:
    """Nothing of any of them is lost."""
    code = (
        "import sys; from pathlib import Path; from bulletlint.lint.cache.store import Cache, make_key\n"
        "cache = Cache(Path(sys.argv[1]))\n"
        "for number in range(50): cache.put({make_key(sys.argv[2], str(number)): number})\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(run)]) for run in range(4)]
    assert [run.wait() for run in runs] == [0] * 4
    cache = Cache(tmp_path)
    assert all(
        cache.get(make_key(str(run), str(number))) == number for run in range(4) for number in range(50)
    )


def test_the_folder_is_the_platforms(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Our own variable wins over it."""
    monkeypatch.delenv("BULLETLINT_CACHE_DIR", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert find_cache_folder() == tmp_path / ".cache" / "bulletlint"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert find_cache_folder() == tmp_path / "xdg" / "bulletlint"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert find_cache_folder() == tmp_path / "Library" / "Caches" / "bulletlint"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    assert find_cache_folder() == tmp_path / "AppData" / "Local" / "bulletlint" / "Cache"
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert find_cache_folder() == tmp_path / "local" / "bulletlint" / "Cache"
    monkeypatch.setenv("BULLETLINT_CACHE_DIR", str(tmp_path / "own"))
    assert find_cache_folder() == tmp_path / "own"


def test_a_cache_that_is_no_longer_used_closes_its_file(tmp_path: Path) -> None:
    """Python 3.13 warns of a connection that is dropped open."""
    cache = Cache(tmp_path)
    connection = cache._connection
    assert connection is not None
    del cache
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT 1")


def test_no_damaged_byte_gives_another_value(tmp_path: Path) -> None:
    """Bytes all over the file turned over, one at a time: what comes back is what was put, or nothing."""
    key = make_key("bullet", "Built a cache.")
    cache = Cache(tmp_path)
    cache.put({key: ["Built", 1]})
    cache.close()
    path = next(entry for entry in tmp_path.iterdir() if entry.suffix == ".sqlite")
    sound = path.read_bytes()
    written = [place for place, byte in enumerate(sound) if byte]
    written = [*written[:60], *written[60::17], *range(100, len(sound), 1021)]
    for place in written:
        for stale in tmp_path.iterdir():
            stale.unlink()
        path.write_bytes(sound[:place] + bytes([sound[place] ^ 0xFF]) + sound[place + 1 :])
        damaged = Cache(tmp_path)
        assert damaged.get(key) in (["Built", 1], None), place
        damaged.put({key: ["Built", 2]})
        assert damaged.get(key) in (["Built", 1], ["Built", 2], None), place
        damaged.close()


def test_no_damaged_byte_opens_a_sealed_value() -> None:
    """The check comes first, so that nothing damaged is unpacked."""
    key = make_key("bullet", "Built a cache.")
    sealed = seal_value({"text": "Built a cache.", "score": 3}, key)
    for place in range(len(sealed)):
        for bit in range(8):
            broken = sealed[:place] + bytes([sealed[place] ^ (1 << bit)]) + sealed[place + 1 :]
            with pytest.raises(ValueError, match="this entry is damaged"):
                open_value(broken, key)
    for length in range(len(sealed)):
        with pytest.raises(ValueError, match="this entry is damaged"):
            open_value(sealed[:length], key)


def test_threads_share_a_cache(tmp_path: Path) -> None:
    """A server answers in several."""
    cache, found = Cache(tmp_path), []
    cache.put({make_key("a"): 1})
    thread = Thread(target=lambda: found.append(cache.get(make_key("a"))))
    thread.start()
    thread.join()
    assert found == [1]
