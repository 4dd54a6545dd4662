"""The files that a Typst source names (``#include "experience.typ"``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bulletlint.read.inclusions import Named

_INCLUDE = re.compile(r"\b(?:include|import)\s*\(?\s*\"([^\"@\n]+\.typ)\"")
#: An include whose path is put together: the file is then named, without its suffix, by whatever calls it.
_PUT_TOGETHER = re.compile(r"\binclude\s*[({]?\s*\{?\s*(?!\"[^\"\n]+\.typ\"\s*\)?\s*(?:\n|$))[^\n]*\.typ\"")
_STEM = re.compile(r"\"([\w-]{2,40})\"")
_COMMENT = re.compile(r"(?<!:)//[^\n]*|/\*.*?\*/", re.DOTALL)
#: Names that are looked for, at most.
_MOST_NAMES = 60


def find_named(source: str, root: Path, folder: Path | None = None) -> Iterator[Named]:
    """Yield the files that a source names; `folder` is that of the file, the root's if None."""
    source = _COMMENT.sub(lambda found: " " * len(found[0]), source)
    here = folder or root
    for found in _INCLUDE.finditer(source):
        path = (root if found[1].startswith("/") else here) / found[1].lstrip("/")
        yield Named(found.start(), (path,), path.parent)
    if _PUT_TOGETHER.search(source):
        for found in list(_STEM.finditer(source))[:_MOST_NAMES]:
            name = f"{found[1]}.typ"
            within = sorted(
                here.glob(f"*/{name}"), key=lambda path: (not path.parent.name.endswith("en"), path)
            )
            yield Named(found.start(), (*within, here / name), within[0].parent if within else here)
