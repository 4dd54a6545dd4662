"""LaTeX and Typst files that are part of another one which is linted too, so that each bullet is reported once.

A section file is read with the file that includes it, since that defines its macros. Walked as a file of its own too,
it would be there twice, and the second time without them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from bulletlint.core.errors import ReadError
from bulletlint.core.regular_file import read_regular
from bulletlint.read import find_format
from bulletlint.read.decode import decode_text

#: Formats of files that may include others, and the bytes up to which one is looked at.
INCLUDING = ("latex", "typst")
_LARGEST = 1_000_000
#: The last part of whatever may be the name of a file: in braces, in quotes, or bare behind the command.
_NAMES = re.compile(
    r"(?:[{/\",]|\\input\s)\s*\"?([^{}/\\\"\s,]+?)(?:\.tex|\.typ)?\"?\s*(?=[},\s\"]|$)", re.MULTILINE
)


def find_parts(paths: Sequence[Path]) -> frozenset[Path]:
    """Return those of the files that another one of them includes; of files that include each other, not the first."""
    files = {path.resolve(): path for path in paths if find_format(path.name) in INCLUDING}
    if len(files) < 2:
        return frozenset()
    stems = {stem for path in files for stem in (path.stem, path.name)}
    includes: dict[Path, frozenset[Path]] = {}
    for file, path in files.items():
        source = _read_source(path)
        # Nearly every file includes something, such as a list of glyphs; only a file's name is worth a proper look.
        if source and not stems.isdisjoint({*_NAMES.findall(source)} - {path.stem, path.name}):
            from bulletlint.read.inclusions import find_inclusions

            named = find_inclusions(source, file, find_format(path.name) or "")
            includes[file] = frozenset(each.path for each in named)
    order = {file: number for number, file in enumerate(files)}
    included = {
        part
        for root, parts in includes.items()
        for part in parts
        if part in files and not (root in includes.get(part, ()) and order[part] < order[root])
    }
    # A part is read with a file that is itself read by its own name, or not at all.
    read = frozenset(part for root, parts in includes.items() if root not in included for part in parts)
    return frozenset(files[part] for part in included & read)


def _read_source(path: Path) -> str:
    """Return the text of a file, "" for one that will not be read."""
    try:
        if os.path.getsize(path) > _LARGEST:
            return ""
        return decode_text(read_regular(path, _LARGEST)).text
    except (OSError, ReadError):
        return ""
