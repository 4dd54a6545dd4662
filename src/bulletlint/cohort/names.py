"""Names that say nothing: digests of paths and words under a key that stays in the output folder.

Without the key nobody can tell whether a name, or a sentence that he guesses, is in the tables.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.writing import write_whole
from bulletlint.core.regular_file import read_settings_file

KEY_FILE = "names.key"
#: Bytes of a key, and of a digest: among ten million, two are equal once in ten thousand million cohorts.
KEY_BYTES, DIGEST_BYTES = 32, 10


@dataclass(frozen=True, slots=True)
class Names:
    """Digests under one key; `key` is never shown."""

    key: bytes

    def name_path(self, path: str) -> str:
        """Return the name of a file in the tables."""
        return self._digest(b"path", os.path.normpath(path).replace(os.sep, "/"))

    def name_words(self, text: str) -> str:
        """Return the digest of a bullet's words; capitals and spaces do not count."""
        return self._digest(b"words", " ".join(text.split()).casefold())

    def name_run(self, *parts: str) -> str:
        """Return a digest of what a run was told."""
        return self._digest(b"run", "\0".join(parts))

    def _digest(self, person: bytes, text: str) -> str:
        content = text.encode("utf-8", "surrogatepass")
        return blake2b(content, digest_size=DIGEST_BYTES, key=self.key, person=person).hexdigest()


def make_names(folder: Path, *, like: Path | None = None) -> Names:
    """Return the names of an output folder; its key is made, or taken over from the folder `like`, if it has none.

    Raises CohortError for a key that cannot be read or written.
    """
    path = folder / KEY_FILE
    if not path.exists():
        key = read_key(like / KEY_FILE) if like is not None and (like / KEY_FILE).exists() else None
        # Many shards may begin at once: all must take the same key, that of the first.
        write_whole(
            path,
            (key or secrets.token_bytes(KEY_BYTES)).hex().encode("ascii") + b"\n",
            private=True,
            first=True,
        )
    return Names(read_key(path))


def read_key(path: Path) -> bytes:
    """Return the key in a file; raises CohortError for anything else."""
    try:
        key = bytes.fromhex(read_settings_file(path).decode("ascii"))
    except OSError as error:
        raise CohortError(f"cannot be read ({error.strerror})", path=str(path)) from None
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise CohortError(
            "is no key of a cohort; take it from the folder that it was made in", path=str(path)
        )
    return key
