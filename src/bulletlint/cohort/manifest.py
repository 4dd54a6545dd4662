"""What an output folder holds: which run wrote it, and which of its parts are done.

`manifest.json` is written when a run begins and when it ends; `parts.jsonl` gets a line for each part that is done.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.names import Names
from bulletlint.cohort.plan import Shard
from bulletlint.cohort.tables.parts import FORMATS, Format
from bulletlint.cohort.writing import refuse_writing, write_whole
from bulletlint.core.regular_file import read_settings_file
from bulletlint.core.settings import Settings

MANIFEST, JOURNAL = "manifest.json", "parts.jsonl"
SCHEMA = 1
#: Settings that change nothing in the tables.
_WITHOUT_EFFECT = frozenset({"fail_on", "max_warnings", "baseline", "jobs", "origins", "root", "exclude"})
#: Settings that are shown in the manifest.
_SHOWN = ("profile", "select", "ignore")
#: What differs between two runs, in words.
_WORDS = {
    "version": "version of bulletlint", "model": "pipeline", "rules": "set of rules", "settings": "settings",
    "format": "format", "text": "--with-text", "paths": "--with-paths", "key": "key", "named": "files or folders",
    "parts": "number of parts",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counts:
    """What a part, or a cohort, comes to; `bytes` are those of its tables."""

    files: int = 0
    unreadable: int = 0
    bullets: int = 0
    findings: int = 0
    bytes: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(Counts)))


@dataclass(frozen=True, slots=True)
class Identity:
    """All that two runs must share for their parts to belong together.

    `rules`, `key` and `named` are digests: of the rule files, of the key, and of the paths that were named. `parts` is
    their number in the whole cohort.
    """

    version: str
    model: str
    rules: str
    settings: Mapping[str, Any]
    format: Format
    text: bool
    paths: bool
    key: str
    named: str
    parts: int

    def find_difference(self, other: Identity, *, but: str = "") -> tuple[str, Any, Any] | None:
        """Return the first thing but one in which two runs differ, in words, with both values; None for nothing."""
        for name, words in _WORDS.items():
            mine, theirs = getattr(self, name), getattr(other, name)
            if mine != theirs and name != but:
                return words, mine, theirs
        return None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The run that an output folder holds; `listing` is a digest of all files that a shard found."""

    identity: Identity
    shard: Shard
    listing: str = ""
    finished: bool = False
    counts: Counts = Counts()


def describe_settings(settings: Settings, names: Names) -> dict[str, Any]:
    """Return the settings that the tables depend on: those worth a look, and a digest of the others.

    The others may name people, as a pattern of `per-file` does.
    """
    others = {
        each.name: getattr(settings, each.name)
        for each in fields(settings)
        if each.name not in (*_WITHOUT_EFFECT, *_SHOWN, "rule_folders")
    }
    shown: dict[str, Any] = {name: json.loads(json.dumps(getattr(settings, name))) for name in _SHOWN}
    return {**shown, "others": names.name_run(repr(others))}


def digest_rules(folders: tuple[Path, ...]) -> str:
    """Return a digest of the content of all rule files, the same on every machine."""
    digest = blake2b(digest_size=10)
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".yaml", ".yml", ".txt") and path.is_file():
                inside = path.relative_to(folder).as_posix()
                digest.update(inside.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write a folder's manifest; raises CohortError."""
    content = {"schema": SCHEMA, "tool": "bulletlint", **asdict(manifest)}
    write_whole(folder / MANIFEST, (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode("utf-8"))


def read_manifest(folder: Path) -> Manifest | None:
    """Return a folder's manifest, None if it has none; raises CohortError for one that is damaged."""
    path = folder / MANIFEST
    try:
        content = json.loads(read_settings_file(path).decode("utf-8"))
        identity = Identity(**content["identity"])
        shard, counts = Shard(**content["shard"]), Counts(**content["counts"])
        if content["schema"] != SCHEMA or identity.format not in FORMATS:
            raise ValueError
        return Manifest(identity, shard, str(content.get("listing", "")), bool(content["finished"]), counts)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise CohortError(
            "is no manifest of a cohort that this version can read; name another --output, or add --restart",
            path=str(path),
        ) from None


class Journal:
    """The parts of a folder that are done, by number: the digest of their files, and their counts."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / JOURNAL
        self._done: dict[int, tuple[str, Counts]] = {}
        try:
            lines = self._path.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            lines = []
        for line in lines:
            try:
                entry = json.loads(line)
                part, state = entry.pop("part"), entry.pop("state")
                self._done[part] = (state, Counts(**entry))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                continue  # cut short when the run was killed: that part is done again

    def find(self, part: int) -> tuple[str, Counts] | None:
        """Return what is known of a part that is done."""
        return self._done.get(part)

    def add(self, part: int, state: str, counts: Counts) -> None:
        """Note that a part is done; raises CohortError."""
        entry = {"part": part, "state": state, **asdict(counts)}
        try:
            # On a line of its own even where the last one was cut short.
            with self._path.open("a", encoding="utf-8") as file:
                file.write(("\n" if file.tell() else "") + json.dumps(entry))
        except OSError as error:
            refuse_writing(self._path, error)
        self._done[part] = (state, counts)

    def total(self) -> Counts:
        """Return the counts of all parts that are done."""
        return sum((counts for _, counts in self._done.values()), Counts())


def finish(manifest: Manifest, counts: Counts) -> Manifest:
    """Return the manifest of a run that has come to its end."""
    return replace(manifest, finished=True, counts=counts)
