"""The resumes among the files and folders that a user names."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bulletlint.core.errors import ReadError
from bulletlint.core.ignore_patterns import compile_patterns
from bulletlint.core.regular_file import read_regular, read_settings_file
from bulletlint.read import find_format
from bulletlint.read.parts import find_parts
from bulletlint.read.recognise import HEAD, looks_like_resume_data

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

#: Folders that hold no resume, or a second copy of it.
_SKIPPED_FOLDERS = frozenset(
    {"__pycache__", "node_modules", "site-packages", "venv", "env", "build", "dist", "target", "vendor",
     "_site", "public"}
)  # fmt: skip
#: Files of these names are about a project, and files of these formats mostly settings: only naming them reads them.
_SKIPPED_NAMES = frozenset(
    {"readme", "license", "licence", "changelog", "contributing", "code_of_conduct", "security", "requirements",
     "package", "package-lock", "tsconfig", "composer", "_config", "docker-compose", "mkdocs", "renovate", "manifest"}
)  # fmt: skip


#: Why a file that is in a folder is not read.
HIDDEN, IGNORED, EXCLUDED = "hidden", "named in .gitignore", "left out by `exclude`"
NO_FORMAT = "no format that is read"


@dataclass(frozen=True, slots=True)
class Pasted:
    """Standard input, already read, and the name that tells its format."""

    content: bytes
    name: str


#: What can be read.
Source = Path | Pasted


class Excluded:
    """The files that settings leave out: patterns in the words of .gitignore, relative to a folder."""

    def __init__(self, patterns: Sequence[str], root: Path | None = None) -> None:
        self._root = root or Path()
        self._spec: GitIgnoreSpec | None = None
        if patterns:
            self._root = self._root.absolute()
            self._spec = compile_patterns(patterns)

    def covers(self, path: Path, *, folder: bool = False) -> bool:
        """Tell whether a path is left out."""
        if self._spec is None:
            return False
        place = Path(os.path.normpath(path.absolute()))
        if not place.is_relative_to(self._root) or place == self._root:
            return False
        return self._spec.match_file(place.relative_to(self._root).as_posix() + ("/" if folder else ""))


NOTHING_EXCLUDED = Excluded(())


def find_sources(
    paths: Sequence[str], stdin: Pasted | None = None, *, excluded: Excluded = NOTHING_EXCLUDED
) -> tuple[Source | ReadError, ...]:
    """Return what to read, in the order of `paths`, each once; a folder gives its resumes sorted by path.

    A LaTeX file that another of them includes is read with that one. "-" stands for `stdin`, if there is one. A path
    that is missing, and a folder without a file in a supported format, are in the result as the ReadError that says so;
    the other paths go on.
    """
    found: dict[str, Source | ReadError] = {}
    for name in paths:
        path = Path(name)
        if name == "-" and stdin is not None:
            found[name] = stdin
        elif excluded.covers(path, folder=path.is_dir()):
            continue
        elif path.is_dir():
            files = sorted(_walk_folder(path, excluded))
            if not files and not (excluded is not NOTHING_EXCLUDED and any(_walk_folder(path))):
                found.setdefault(
                    name,
                    ReadError(
                        "no file in this folder has a supported format; `bulletlint check --help` lists them",
                        path=name,
                    ),
                )
            for file in files:
                found.setdefault(os.path.normpath(file), file)
        elif path.exists():
            found.setdefault(os.path.normpath(path), path)
        else:
            found.setdefault(
                os.path.normpath(path), ReadError("no such file or folder; check the path", path=name)
            )
    parts = find_parts([source for source in found.values() if isinstance(source, Path)])
    return tuple(source for source in found.values() if source not in parts)


def belongs_to_project(name: str) -> bool:
    """Tell whether a file of this name is about a project, or hidden, and read only where somebody names it."""
    return name.startswith((".", "~")) or name.split(".", 1)[0].lower() in _SKIPPED_NAMES


class Seen(NamedTuple):
    """A file or a folder in a folder that is looked through, and why it is not read; "" for a file that is."""

    path: Path
    reason: str


def _walk_folder(folder: Path, excluded: Excluded = NOTHING_EXCLUDED) -> Iterator[Path]:
    """Yield the files in a folder that a reader takes."""
    return (path for path, reason in survey_folder(folder, excluded) if not reason)


def survey_folder(folder: Path, excluded: Excluded = NOTHING_EXCLUDED) -> Iterator[Seen]:
    """Yield the files in a folder, and its folders that are not looked into, each with why it is not read.

    Left out are hidden files, links out of the folder, what belongs to a project, what its .gitignore files name, and
    what the settings exclude.
    """
    ignored = IgnoredPaths(folder)
    for root, folders, names in os.walk(folder, followlinks=False):
        ignored.enter(Path(root))
        inside = [(name, Path(root, name)) for name in folders]
        reasons = {name: _explain_folder(path, ignored, excluded) for name, path in inside}
        yield from (Seen(path, reasons[name]) for name, path in inside if reasons[name])
        folders[:] = [name for name in folders if not reasons[name]]
        for name in names:
            path = Path(root, name)
            yield Seen(path, _explain_file(path, ignored, excluded))


def _explain_folder(path: Path, ignored: IgnoredPaths, excluded: Excluded) -> str:
    if path.name.startswith((".", "~")):
        return HIDDEN
    if path.name in _SKIPPED_FOLDERS:
        return "a folder of programs, or of a second copy"
    if ignored.covers(path, folder=True):
        return IGNORED
    return EXCLUDED if excluded.covers(path, folder=True) else ""


def _explain_file(path: Path, ignored: IgnoredPaths, excluded: Excluded) -> str:
    format_name = find_format(path.name)
    if format_name is None:
        return NO_FORMAT
    if belongs_to_project(path.name):
        return HIDDEN if path.name.startswith((".", "~")) else "about a project; name it to have it read"
    if excluded.covers(path):
        return EXCLUDED
    if ignored.covers(path):
        return IGNORED
    if format_name in ("json", "yaml") and not _holds_resume(path):
        return "has no keys of a resume"
    return ""


class IgnoredPaths:
    """What the .gitignore files of a repository leave out: those above a folder, and those that a walk comes by."""

    def __init__(self, folder: Path) -> None:
        self._specs: dict[Path, GitIgnoreSpec] = {}
        places = (folder.absolute(), *folder.absolute().parents)
        top = next((number for number, place in enumerate(places) if (place / ".git").exists()), 0)
        for place in places[1 : top + 1]:
            self.enter(place)

    def enter(self, place: Path) -> None:
        """Take note of the .gitignore of a folder, if it has one that can be read."""
        try:
            lines = read_settings_file(place / ".gitignore").decode("utf-8", errors="replace").splitlines()
        except OSError:
            return
        self._specs[place.absolute()] = compile_patterns(lines)

    def covers(self, path: Path, *, folder: bool = False) -> bool:
        """Tell whether a path is left out; the .gitignore nearest to it decides first, as in git."""
        if not self._specs:
            return False
        absolute = path.absolute()
        for place in absolute.parents:
            if place in self._specs:
                inside = absolute.relative_to(place).as_posix() + ("/" if folder else "")
                decided = self._specs[place].check_file(inside).include
                if decided is not None:
                    return decided
        return False


def _holds_resume(path: Path) -> bool:
    """Tell whether a data file is a resume, by its first keys; one that cannot be read is left to its reader."""
    try:
        head = read_regular(path, HEAD).decode("utf-8", errors="replace")
    except OSError:
        return True
    return looks_like_resume_data(head)
