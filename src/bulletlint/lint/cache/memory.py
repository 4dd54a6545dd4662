"""The reports of whole files that earlier runs under the same settings kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from bulletlint.core.finding import FileReport
from bulletlint.core.regular_file import read_regular
from bulletlint.core.rows import decode, describe_layout, encode
from bulletlint.core.settings import Settings
from bulletlint.lint.cache.fingerprint import fingerprint_installation
from bulletlint.lint.cache.rows import REPORT_LAYOUT
from bulletlint.lint.cache.store import Cache, Key, make_key

#: Bytes from which on a file is read and linted again each time.
LARGEST_FILE = 4_000_000
#: A file that pulls in others may change while its own bytes do not.
_PULLS_IN = re.compile(
    rb"\\(?:(?:sub)?(?:input|include|file|import|fileinclude)(?:from)?|loadsection|makerubric)\b"
    rb"|\b(?:include|import)\b[^\n]{0,80}\.typ\""
)
_ASKS_FOR = re.compile(rb"\\(?:documentclass|usepackage)\b")


@dataclass(frozen=True, slots=True)
class Memory:
    """A cache seen through one set of settings; `context` is a digest of all that a result depends on besides text.

    `seen` holds the keys of the files that were looked up, until their reports are kept.
    """

    cache: Cache
    context: bytes
    seen: dict[str, Key] = field(default_factory=dict)

    def knows_rules(self) -> bool:
        """Tell whether the rules have passed every check under these settings."""
        return self.cache.has(make_key("rules", self.context))

    def mark_rules(self) -> None:
        """Note that the rules have passed every check under these settings."""
        self.cache.put({make_key("rules", self.context): True})

    def recall_file(self, path: Path) -> FileReport | None:
        """Return the report of a file whose bytes have not changed, None if there is none."""
        try:
            content = read_regular(path, LARGEST_FILE)
        except OSError:
            return None
        if len(content) > LARGEST_FILE or _PULLS_IN.search(content) or _has_packages(path, content):
            return None
        key = make_key("file", self.context, str(path), content)
        self.seen[str(path)] = key
        row = self.cache.get(key)
        if row is None:
            return None
        try:
            file: FileReport = decode(FileReport, row, REPORT_LAYOUT)
        except (TypeError, ValueError, KeyError):
            return None
        return file

    def keep_files(self, files: Sequence[FileReport]) -> None:
        """Keep the reports of files that were looked up before; errors are tried again each time."""
        rows: dict[Key, Any] = {}
        for file in files:
            key = self.seen.pop(file.path, None)
            if key is not None and file.error is None:
                rows[key] = encode(file)
        self.cache.put(rows)


def _has_packages(path: Path, content: bytes) -> bool:
    """Tell whether classes or packages lie beside a LaTeX file, which may change while it does not."""
    if not _ASKS_FOR.search(content):
        return False
    from bulletlint.read.latex.packages import find_packages

    return bool(find_packages(content.decode("utf-8", errors="replace"), path.parent))


def make_memory(cache: Cache, settings: Settings) -> Memory:
    """Return the memory of a cache under settings, without those that only decide the exit code."""
    counted = replace(settings, fail_on="warning", max_warnings=None, baseline=None, jobs=0)
    layout = describe_layout(REPORT_LAYOUT)
    digest = blake2b(
        repr(counted).encode() + layout.encode() + fingerprint_installation(settings), digest_size=16
    )
    return Memory(cache, digest.digest())
