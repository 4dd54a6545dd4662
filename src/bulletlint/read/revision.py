"""Files as they were at a revision: git is asked as a program, with a limit of time and no network."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bulletlint.core.errors import ConfigError, ReadError
from bulletlint.read import SIZE_LIMITS

#: Seconds that git may take for one answer.
PATIENCE = 30.0
#: What git is told each time: to wait for no lock, to take names as they are, and to start no other program.
_GIT = ("git", "--no-optional-locks", "--literal-pathspecs", "-c", "core.fsmonitor=false")
#: How a file begins that holds only the name of its content.
_POINTER = b"version https://git-lfs.github.com/spec/"


@dataclass(frozen=True)
class Revision:
    """A revision of a repository; `commit` is None where the repository has no commit yet.

    `top` is the folder that git calls the top of the working tree, `name` what the user wrote.
    """

    name: str
    top: Path
    commit: str | None

    def read_old(self, path: Path) -> bytes | None:
        """Return a file's content at the revision, None if it was not there under this name or an earlier one.

        Raises ReadError for one that cannot be read, and ConfigError if git does not answer.
        """
        if self.commit is None:
            return None
        inside = self._find_inside(path)
        blob = self._blobs.get(inside) or self._blobs.get(self._differences.get(inside) or "")
        if blob is None:
            return None
        size = ask_git(self.top, "cat-file", "-s", blob).stdout.strip()
        if int(size or 0) > SIZE_LIMITS["bytes"]:
            raise ReadError(f"has {int(size) / 1e6:.0f} MB there", path=str(path))
        answer = ask_git(self.top, "cat-file", "blob", blob)
        if answer.returncode:
            raise ReadError(f"is not in this clone ({say_first_line(answer.stderr)})", path=str(path))
        if answer.stdout.startswith(_POINTER):
            raise ReadError("is kept in Git LFS", path=str(path))
        return answer.stdout

    def is_unchanged(self, path: Path) -> bool:
        """Tell whether a file is as it was at the revision, of which git is sure without reading it."""
        if self.commit is None:
            return False
        inside = self._find_inside(path)
        return inside in self._blobs and inside not in self._differences

    def _find_inside(self, path: Path) -> str:
        """Return a file's path from the top of the working tree, "" for one outside of it."""
        place = path.parent.resolve() / path.name
        return place.relative_to(self.top).as_posix() if place.is_relative_to(self.top) else ""

    @cached_property
    def _blobs(self) -> Mapping[str, str]:
        """The names of the contents of all files at the revision, but for links and submodules, by their paths."""
        answer = ask_git(self.top, "ls-tree", "-r", "-z", "--full-tree", self.commit or "")
        blobs = {}
        for entry in answer.stdout.split(b"\0"):
            kind, _, name = entry.partition(b"\t")
            fields = kind.split()
            if len(fields) == 3 and fields[1] == b"blob" and fields[0] != b"120000":
                blobs[os.fsdecode(name)] = fields[2].decode("ascii")
        return blobs

    @cached_property
    def _differences(self) -> Mapping[str, str | None]:
        """The files that differ since, by their present paths, and the former path of each that was renamed."""
        arguments = ("--name-status", "-z", "-M", "--no-ext-diff", "--no-textconv", "--ignore-submodules")
        answer = ask_git(self.top, "diff", *arguments, self.commit or "", "--")
        fields = iter([os.fsdecode(field) for field in answer.stdout.split(b"\0")])
        found: dict[str, str | None] = {}
        for status in fields:
            if status:
                former = next(fields, "")
                renamed = status[0] in "RC"
                found[next(fields, "") if renamed else former] = former if renamed else None
        return found


def find_revision(name: str, folder: Path) -> Revision:
    """Return a revision of the repository that a folder is in.

    Raises ConfigError if there is no repository, no such revision, or no git that answers.
    """
    answer = ask_git(folder, "rev-parse", "--show-toplevel")
    if answer.returncode:
        said = say_first_line(answer.stderr)
        raise ConfigError(f"a revision needs a git repository; git says: {said}", path=str(folder))
    top = Path(os.fsdecode(answer.stdout.rstrip(b"\n"))).resolve()
    # A word that begins with a dash would be an option of git's.
    known = (
        None
        if name.startswith("-")
        else ask_git(top, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    )
    if known is not None and known.returncode == 0:
        return Revision(name, top, known.stdout.decode("ascii").strip())
    if name == "HEAD" and ask_git(top, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
        return Revision(name, top, None)
    shallow = ask_git(top, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    advice = (
        "this clone is shallow and may lack it: run `git fetch --unshallow`, or fetch with depth 0 in CI"
        if shallow
        else "`git log --oneline` and `git branch -a` list what there is"
    )
    raise ConfigError(f"git knows no revision `{name}`; {advice}", path=str(top))


def ask_git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Return git's answer in a folder; raises ConfigError if git is missing or takes too long."""
    # In a hook git names its repository relative to the folder in which the hook runs.
    inside = None if "GIT_DIR" in os.environ else folder
    environment = os.environ | {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    try:
        return subprocess.run(
            [*_GIT, *arguments],
            cwd=inside,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ConfigError(f"git took more than {PATIENCE:.0f} s (git {arguments[0]}); try again") from None
    except OSError as error:
        raise ConfigError(f"git cannot be started ({error.strerror}); install it") from None


def say_first_line(words: bytes) -> str:
    """Return the first line that git says, without its mark."""
    lines = words.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "nothing"
