"""The files that a resume is put together from, in formats in which one file can include another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from bulletlint.core.regular_file import find_below, read_regular

#: Files that one root may pull in, how deep they may pull in others, and the bytes of each that are looked at.
_MOST_FILES = 100
_DEEPEST = 5
_LARGEST = 4_000_000

#: By format: the module whose `find_named` yields what a source names.
_MODULES = {"latex": "latex.inputs", "typst": "typst.inputs"}


class Named(NamedTuple):
    """A file that a source names at a character offset, relative to one of some folders, the first in which it is.

    `folder` is the one in which that file in turn looks for files, beside the root's.
    """

    offset: int
    candidates: tuple[Path, ...]
    folder: Path | None = None


class Inclusion(NamedTuple):
    """A file, the one that includes it, and the character offset in that one at which it does."""

    path: Path
    by: Path
    offset: int


#: Takes a source, the folder of the root file, and that of the file being read where it was imported from elsewhere.
NameFinder = Callable[[str, Path, "Path | None"], Iterable[Named]]


def find_inclusions(source: str, path: Path, format_name: str) -> tuple[Inclusion, ...]:
    """Return the files that a root file's source includes, in reading order, each once, with those that they include.

    Only files that exist below the folder of the root file are given: a path that leads out of it, also by a symbolic
    link, is passed over.
    """
    if format_name not in _MODULES:
        return ()
    find_named: NameFinder = import_module(f"bulletlint.read.{_MODULES[format_name]}").find_named
    root = path.parent.resolve()
    found: dict[Path, Inclusion] = {}
    waiting = [(1, *each) for each in _resolve(find_named(source, root, None), root, path.resolve())]
    waiting.reverse()
    while waiting and len(found) < _MOST_FILES:
        depth, inclusion, folder = waiting.pop()
        if inclusion.path in found or inclusion.path == path.resolve():
            continue
        found[inclusion.path] = inclusion
        if depth < _DEEPEST:
            names = find_named(_read_source(inclusion.path), root, folder)
            inner = [(depth + 1, *each) for each in _resolve(names, root, inclusion.path)]
            waiting += reversed(inner)
    return tuple(found.values())


def _resolve(names: Iterable[Named], root: Path, by: Path) -> list[tuple[Inclusion, Path | None]]:
    """Return the existing files below `root` among those that a file names."""
    found = []
    for named in names:
        path = next((one for each in named.candidates if (one := find_below(each, root, _LARGEST))), None)
        if path is not None:
            found.append((Inclusion(path, by, named.offset), named.folder))
    return found


def _read_source(path: Path) -> str:
    """Return a file's source well enough to find the names in it; reading it for its bullets decodes it properly."""
    try:
        return read_regular(path, _LARGEST).decode("utf-8", errors="replace")
    except OSError:
        return ""
