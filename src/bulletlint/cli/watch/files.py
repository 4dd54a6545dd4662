"""Which files a watched run is about: the folders to watch, and the changes in them that count."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletlint.config.files import OWN_NAMES, PYPROJECT
from bulletlint.core.errors import ReadError
from bulletlint.read import find_format, read_file
from bulletlint.read.discovery import Excluded, belongs_to_project, find_sources
from bulletlint.read.parts import INCLUDING

_SETTINGS_NAMES = frozenset((*OWN_NAMES, PYPROJECT))


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched: absolute paths of files, and folders in which every resume counts.

    `places` are the folders in which something may change. `outputs` are files that the run itself writes.
    """

    files: frozenset[str]
    folders: tuple[str, ...]
    rule_folders: tuple[str, ...]
    places: frozenset[str]
    outputs: frozenset[str]

    @property
    def recursive(self) -> bool:
        """Tell whether folders in folders are watched."""
        return bool(self.folders or self.rule_folders)

    def counts(self, path: str) -> bool:
        """Tell whether a change of a file is a reason to check again."""
        if path in self.outputs:
            return False
        name = os.path.basename(path)
        if path in self.files or name in _SETTINGS_NAMES or is_below(path, self.rule_folders):
            return True
        return is_below(path, self.folders) and find_format(name) is not None and not belongs_to_project(name)


def find_watched(
    paths: Sequence[str],
    *,
    settings_files: Iterable[Path],
    rule_folders: Iterable[Path],
    outputs: Iterable[str],
    excluded: Excluded,
) -> Watched:
    """Return what to watch for a run over some paths; a path that is missing is waited for."""
    files = {os.path.abspath(path) for path in settings_files}
    for source in find_sources(paths, excluded=excluded):
        if isinstance(source, ReadError):
            files.add(os.path.abspath(source.path or ""))
        elif isinstance(source, Path):
            files.update(map(os.path.abspath, list_read_files(source)))
    folders = tuple(os.path.abspath(path) for path in paths if os.path.isdir(path))
    rules = tuple(os.path.abspath(folder) for folder in rule_folders)
    places = {os.path.dirname(file) for file in files} | {*folders, *rules}
    return Watched(
        frozenset(files),
        folders,
        rules,
        frozenset(place for place in places if os.path.isdir(place)),
        frozenset(map(os.path.abspath, outputs)),
    )


def list_read_files(path: Path) -> list[str]:
    """Return a file and those that it includes, as far as it can be read."""
    if find_format(path.name) not in INCLUDING:
        return [str(path)]
    try:
        return [document.path for document in read_file(path)]
    except ReadError:
        return [str(path)]


def is_below(path: str, folders: Sequence[str]) -> bool:
    """Tell whether a path is in one of some folders, or in one in it."""
    return any(path.startswith(os.path.join(folder, "")) for folder in folders)
