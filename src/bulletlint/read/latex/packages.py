r"""The classes and packages that lie beside a LaTeX file, and which of their macros its text can be read with.

A class is a program; most of it says how a page looks. Taken from it are macros that are text, a bullet or a heading
made of nothing but known words. For all others the shapes of their arguments tell more than their definitions do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from bulletlint.core.regular_file import find_below, read_regular
from bulletlint.read.latex.definitions import Definition, collect_definitions
from bulletlint.read.latex.macros import (
    ARGUMENTS,
    GLYPHS,
    LARGE,
    LAYOUTS,
    SPACES,
    SYMBOLS,
    TEMPLATES,
)
from bulletlint.read.latex.table import TokenTable
from bulletlint.read.latex.tokens import read_tokens

_NAMED = re.compile(
    r"\\(?P<kind>documentclass|LoadClass|usepackage|RequirePackage)(?:\s*\[[^\]]{0,500}\])?\s*\{(?P<names>[^{}]{1,500})\}"
)
_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
#: Files that are looked at, the bytes of each at most, and how deep one may ask for another.
_MOST_FILES, _LARGEST, _DEEPEST = 20, 200_000, 3
#: Tokens of a macro that is taken, at most, and rounds in which those made of others are found.
_LONGEST, _ROUNDS = 120, 3
_FONTS = frozenset(
    "bfseries mdseries itshape slshape scshape upshape rmfamily sffamily ttfamily normalfont bf it sc em tiny"
    " scriptsize footnotesize small normalsize item color textcolor href section subsection subsubsection".split()
)
_PLAIN = (
    _FONTS
    | GLYPHS
    | LARGE
    | SPACES
    | frozenset(SYMBOLS)
    | frozenset(TEMPLATES)
    | frozenset(word for word, arguments in ARGUMENTS.items() if arguments in ("t", ""))
)


def find_packages(source: str, folder: Path) -> tuple[Path, ...]:
    """Return the classes and packages that a source asks for and that lie in its folder, with those they ask for."""
    root = folder.resolve()
    found: list[Path] = []
    waiting = [(1, source)]
    while waiting and len(found) < _MOST_FILES:
        depth, text = waiting.pop()
        for named in _NAMED.finditer(_COMMENT.sub("", text)):
            suffix = ".cls" if "lass" in named["kind"] else ".sty"
            for name in named["names"].split(","):
                path = find_below(root / f"{name.strip()}{suffix}", root, _LARGEST)
                if path is None or path in found or len(found) == _MOST_FILES:
                    continue
                found.append(path)
                if depth < _DEEPEST:
                    waiting.append((depth + 1, read_package(path)))
    return tuple(found)


def read_package(path: Path) -> str:
    """Return the text of a class or package, "" for one that cannot be read."""
    try:
        return read_regular(path, _LARGEST).decode("utf-8", errors="replace")
    except OSError:
        return ""


@lru_cache(maxsize=8)
def collect_plain(source: str) -> Mapping[str, Definition]:
    """Return the macros of classes and packages whose text is made of known words alone; keep it as it is."""
    tokens = read_tokens(source)[0]
    defined = {
        name: definition._replace(own=False)
        for name, definition in collect_definitions(tokens, TokenTable(tokens).matches)[0].items()
        if "@" not in name
        and name not in _PLAIN
        and name not in ARGUMENTS
        and name not in LAYOUTS
        and len(definition.body) <= _LONGEST
    }
    plain: dict[str, Definition] = {}
    for _ in range(_ROUNDS):  # a macro may be made of another one of them
        for name, definition in defined.items():
            words = {token.text for token in definition.body if token.kind == "word"}
            if name not in plain and all(word in _PLAIN or word in plain for word in words):
                plain[name] = definition
    return plain
