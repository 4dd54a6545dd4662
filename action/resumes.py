"""Print the resumes of a repository, as far as their names tell, each after a zero byte: what the action checks.

The names are those that the pre-commit hook looks for. Beside a source of the same name a PDF, Word or HTML file was
built from it, and is left out.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath

import yaml

HOOKS = Path(__file__).resolve().parent.parent / ".pre-commit-hooks.yaml"
#: Suffixes of files that are often built from another one.
BUILT = frozenset({".pdf", ".docx", ".html", ".htm"})


def choose_resumes(names: Iterable[str]) -> list[str]:
    """Return the names of resumes among the files of a repository, in order."""
    (hook,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    wanted, unwanted = re.compile(hook["files"]), re.compile(hook["exclude"])
    found = sorted(name for name in set(names) if wanted.search(name) and not unwanted.search(name))
    sources = {
        str(PurePath(name).with_suffix("")) for name in found if PurePath(name).suffix.lower() not in BUILT
    }
    return [
        name
        for name in found
        if PurePath(name).suffix.lower() not in BUILT or str(PurePath(name).with_suffix("")) not in sources
    ]


def main() -> int:
    """Print the names, or say that there are none; return the exit code."""
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, check=False)
    if listed.returncode:
        print("error: no git repository here; run actions/checkout first, or set `paths`", file=sys.stderr)
        return 2
    names = choose_resumes(os.fsdecode(name) for name in listed.stdout.split(b"\0") if name)
    if not names:
        print("error: no file is named like a resume (resume.tex, cv/main.md); set `paths`", file=sys.stderr)
        return 2
    sys.stdout.buffer.write(b"".join(os.fsencode(name) + b"\0" for name in names))
    return 0


if __name__ == "__main__":
    sys.exit(main())
