"""The cache: a small database beside the user's other caches, without readable resume text.

An entry is encrypted with the content that it is about: its key is one digest of the content, and its mask is a
stream drawn from another. Without the resume nobody can read what is stored about it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b, shake_256
from pathlib import Path
from threading import Lock
from time import time
from typing import Any
from weakref import finalize

#: Raised when the form of the database changes; older files are left to be deleted by hand.
CACHE_VERSION = 1
#: Days after which an entry is dropped.
KEPT_DAYS = 60
#: Seconds to wait for another process that writes.
_PATIENCE = 2.0
_CHECK_BYTES = 8
#: What SQLite raises for a file that it cannot use; where its own names are damaged, Python cannot decode its message.
_DAMAGED = (sqlite3.DatabaseError, UnicodeDecodeError)


@dataclass(frozen=True, slots=True)
class Key:
    """Where an entry is kept, and the secret that it is sealed with."""

    digest: bytes
    secret: bytes


def make_key(*parts: bytes | str) -> Key:
    """Return the key of an entry that depends on all of the parts."""
    lookup = blake2b(digest_size=16, person=b"key")
    seal = blake2b(digest_size=32, person=b"seal")
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        for digest in (lookup, seal):
            digest.update(len(content).to_bytes(8, "big"))
            digest.update(content)
    return Key(lookup.digest(), seal.digest())


def seal_value(value: Any, key: Key) -> bytes:
    """Return a plain value as bytes that only the key's secret opens."""
    content = zlib.compress(
        json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), 1
    )
    check = blake2b(content, digest_size=_CHECK_BYTES).digest()
    return _mask(check + content, key)


def open_value(sealed: bytes, key: Key) -> Any:
    """Return the value that was sealed; raises ValueError for bytes that the key does not open."""
    content = _mask(sealed, key)
    check, content = content[:_CHECK_BYTES], content[_CHECK_BYTES:]
    if blake2b(content, digest_size=_CHECK_BYTES).digest() != check:
        raise ValueError("this entry is damaged")
    return json.loads(zlib.decompress(content))


def _mask(content: bytes, key: Key) -> bytes:
    stream = shake_256(key.secret).digest(len(content))
    return (int.from_bytes(content, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(content), "big")


def find_cache_folder() -> Path | None:
    """Return the folder of our cache as the platform has it, None if there is no home."""
    named = os.environ.get("BULLETLINT_CACHE_DIR")
    if named:
        return Path(named)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "bulletlint" / "Cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "bulletlint"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "bulletlint"


def is_broken(error: Exception) -> bool:
    """Tell whether an error means that the file is no sound database, not that it is busy, full or out of reach."""
    said = str(error).lower()
    return not any(word in said for word in ("locked", "busy", "full", "readonly", "unable to open"))


class Cache:
    """A store of sealed values, safe under parallel runs; whatever goes wrong with it is a miss, never an error."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / f"cache-{CACHE_VERSION}.sqlite"
        self._lock = Lock()
        self._today = int(time() // 86_400)
        self._pruned = False
        self._connection = self._open(retry=True)

    def _open(self, *, retry: bool) -> sqlite3.Connection | None:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            connection = sqlite3.connect(
                self._path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            # At the end of the process nobody needs to wait for it.
            finalize(self, connection.close).atexit = False
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS entry (digest BLOB PRIMARY KEY, day INTEGER, value BLOB) WITHOUT ROWID"
            )
            return connection
        except _DAMAGED as error:
            if retry and is_broken(error):
                self._delete()
                return self._open(retry=False)
        except OSError:
            pass
        return None

    def _delete(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    def get(self, key: Key) -> Any | None:
        """Return the value that was put under a key, None if there is none."""
        if self._connection is None:
            return None
        try:
            with self._lock:
                row = self._connection.execute(
                    "SELECT value FROM entry WHERE digest = ?", (key.digest,)
                ).fetchone()
            return open_value(row[0], key) if row else None
        except _DAMAGED as error:
            self._rebuild(error)
        except (ValueError, TypeError, zlib.error):
            pass
        return None

    def has(self, key: Key) -> bool:
        """Tell whether there is a value under a key, sound or not."""
        if self._connection is None:
            return False
        try:
            with self._lock:
                row = self._connection.execute(
                    "SELECT 1 FROM entry WHERE digest = ?", (key.digest,)
                ).fetchone()
            return row is not None
        except _DAMAGED as error:
            self._rebuild(error)
            return False

    def put(self, values: Mapping[Key, Any]) -> None:
        """Put values under their keys in one transaction; the first of a day drops what was put long ago."""
        if self._connection is None or not values:
            return
        rows = [(key.digest, self._today, seal_value(value, key)) for key, value in values.items()]
        self._write("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", rows)
        if not self._pruned:
            self._pruned = True
            self._prune()

    def _prune(self) -> None:
        """Drop old entries, at most once a day: it means a look at every entry."""
        if self._connection is None:
            return
        try:
            with self._lock:
                (day,) = self._connection.execute("PRAGMA user_version").fetchone()
        except _DAMAGED as error:
            self._rebuild(error)
            return
        if day < self._today:
            self._write("DELETE FROM entry WHERE day < ?", [(self._today - KEPT_DAYS,)])
            self._write(f"PRAGMA user_version = {self._today}", [()])

    def _write(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        if self._connection is None:
            return
        try:
            with self._lock:
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    self._connection.executemany(statement, rows)
                finally:
                    self._connection.execute("COMMIT")
        except _DAMAGED as error:
            self._rebuild(error)

    def _rebuild(self, error: Exception) -> None:
        """Start again where the file is broken; a file that is only busy or full is left alone."""
        if not is_broken(error):
            return
        self.close()
        self._delete()
        self._connection = self._open(retry=False)

    def close(self) -> None:
        """Let go of the file."""
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                connection.close()
            except sqlite3.Error:
                return
