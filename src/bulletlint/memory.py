"""What a linter remembers of earlier runs under the same settings: rules, files, bullets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bulletlint.cache import Cache, Key, make_key
from bulletlint.codec import decode, describe_layout, encode
from bulletlint.document import Place
from bulletlint.finding import BulletReport, FileReport
from bulletlint.settings import Settings
from bulletlint.stamp import stamp_installation

if TYPE_CHECKING:
    from bulletlint.analysis import Job
    from bulletlint.profile import Profile
    from bulletlint.rule import Rule

#: Bytes from which on a file is read and linted anew each time.
LARGEST_FILE = 4_000_000
#: A file that pulls in others may change while its own bytes do not.
_PULLS_IN = re.compile(rb"\\(?:input|include|subfile|import|subimport)\b")


@dataclass(frozen=True, slots=True)
class Memory:
    """A cache seen through one set of settings; `context` is a digest of all that a result depends on besides text.

    `seen` holds the keys of the files that were looked up, until their reports are kept.
    """

    cache: Cache
    context: bytes
    seen: dict[str, Key] = field(default_factory=dict)

    def has_rules(self) -> bool:
        """Tell whether the rules have passed every check under these settings."""
        return self.cache.has(make_key("rules", self.context))

    def recall_rules(self) -> tuple[tuple[Rule, ...], dict[str, Profile]] | None:
        """Return the rules and profiles that were loaded from these very files, None if they were not."""
        from bulletlint.profile import Profile
        from bulletlint.rule import Rule
        from bulletlint.rule_layout import RULE_LAYOUT

        row: Any = self.cache.get(make_key("rules", self.context))
        try:
            rules = tuple(decode(Rule, rule, RULE_LAYOUT) for rule in row["rules"])
            profiles = row["profiles"].items()
            return rules, {name: decode(Profile, profile, RULE_LAYOUT) for name, profile in profiles}
        except (TypeError, ValueError, KeyError):
            return None

    def keep_rules(self, rules: Sequence[Rule], profiles: Mapping[str, Profile]) -> None:
        """Keep rules and profiles that have passed every check."""
        row = {
            "rules": [encode(rule) for rule in rules],
            "profiles": {name: encode(profile) for name, profile in profiles.items()},
        }
        self.cache.put({make_key("rules", self.context): row})

    def recall_file(self, path: Path) -> FileReport | None:
        """Return the report of a file whose bytes have not changed, None if there is none."""
        try:
            if path.stat().st_size > LARGEST_FILE:
                return None
            content = path.read_bytes()
        except OSError:
            return None
        if _PULLS_IN.search(content):
            return None
        key = make_key("file", self.context, str(path), content)
        self.seen[str(path)] = key
        row = self.cache.get(key)
        return None if row is None else _decode_or_none(FileReport, row)

    def keep_files(self, files: Sequence[FileReport]) -> None:
        """Keep the reports of files that were looked up before; errors are tried anew each time."""
        rows: dict[Key, Any] = {}
        for file in files:
            key = self.seen.pop(file.path, None)
            if key is not None and file.error is None:
                rows[key] = encode(file)
        self.cache.put(rows)

    def recall_bullets(self, jobs: Sequence[Job]) -> list[BulletReport | None]:
        """Return for each job the report of a bullet with its words under its rules, None where there is none."""
        rows = (self.cache.get(key) for key in self._make_keys(jobs))
        return [None if row is None else _decode_or_none(BulletReport, row) for row in rows]

    def keep_bullets(self, jobs: Sequence[Job], reports: Sequence[BulletReport]) -> None:
        """Keep bullets' reports without their places."""
        rows = [encode(replace(report, place=Place(), section=None)) for report in reports]
        self.cache.put(dict(zip(self._make_keys(jobs), rows, strict=True)))

    def _make_keys(self, jobs: Sequence[Job]) -> list[Key]:
        digests: dict[int, bytes] = {}
        for job in jobs:
            if id(job.rules) not in digests:
                digests[id(job.rules)] = blake2b(repr(job.rules).encode(), digest_size=16).digest()
        return [
            make_key("bullet", self.context, digests[id(job.rules)], repr(job.ended), job.text)
            for job in jobs
        ]


def make_memory(cache: Cache, settings: Settings) -> Memory:
    """Return the memory of a cache under settings; what only decides the exit code is no part of them."""
    counted = replace(settings, fail_on="warning", max_warnings=None, baseline=None, jobs=0)
    layout = describe_layout()
    digest = blake2b(repr(counted).encode() + layout.encode() + stamp_installation(settings), digest_size=16)
    return Memory(cache, digest.digest())


def _decode_or_none(kind: type, row: Any) -> Any:
    try:
        return decode(kind, row)
    except (TypeError, ValueError, KeyError):
        return None
