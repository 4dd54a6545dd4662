r"""The files that a LaTeX resume is put together from (``\input{sections/experience}``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bulletlint.read.latex.definitions import collect_definitions
from bulletlint.read.latex.table import TokenTable
from bulletlint.read.latex.tokens import Token, read_tokens

_INPUT = frozenset("input include subfile subfileinclude loadsection".split())
_IMPORT = frozenset("import subimport includefrom subincludefrom inputfrom subinputfrom".split())
#: Files that one root may pull in, how deep they may pull in others, and the bytes of each that are looked at.
_MOST_FILES = 100
_DEEPEST = 5
_LARGEST = 4_000_000


def find_inputs(source: str, folder: Path) -> tuple[Path, ...]:
    """Return the LaTeX files that a source includes, in reading order, each once, with those that they include.

    Only files that exist below `folder`, the folder of the root file, are given: a path that leads out of it, also by
    a symbolic link, is passed over, as is one of the TeX distribution (``glyphtounicode``).
    """
    root = folder.resolve()
    found: dict[Path, None] = {}
    waiting = [(path, 1) for path in _find_named(source, root)]
    waiting.reverse()
    while waiting and len(found) < _MOST_FILES:
        path, depth = waiting.pop()
        if path in found:
            continue
        found[path] = None
        if depth < _DEEPEST:
            nested = [(inner, depth + 1) for inner in _find_named(_read_source(path), root)]
            waiting += reversed(nested)
    return tuple(found)


def _find_named(source: str, root: Path) -> Iterator[Path]:
    """Yield the existing files below `root` that a source names."""
    table = TokenTable(read_tokens(source)[0])
    definitions, _ = collect_definitions(table.tokens, table.matches)
    texts = {name: "".join(part.text for part in each.body) for name, each in definitions.items()}
    for index, token in enumerate(table.tokens):
        if token.kind != "word" or token.text not in _INPUT | _IMPORT:
            continue
        count = 2 if token.text in _IMPORT else 1
        groups = table.find_groups(index + 1, len(table.tokens), count)
        names = [
            "".join(_read_name(part, texts) for part in table.tokens[first:end]) for first, end in groups
        ]
        if not names and table.is_kind(index + 1, "space") and table.is_kind(index + 2, "text"):
            names = _read_bare_name(table, index + 2)
        if len(names) == count and (path := _find_file("/".join(names), root)):
            yield path


def _read_name(token: Token, texts: Mapping[str, str]) -> str:
    r"""Return what a token stands for in a file name, such as a ``\sectiondir`` that the file defines."""
    return texts.get(token.text, "\0") if token.kind == "word" else token.text


def _read_bare_name(table: TokenTable, index: int) -> list[str]:
    r"""Return the name behind ``\input`` without braces, which ends with white space."""
    parts = []
    while index < len(table.tokens) and table.tokens[index].kind in {"text", "active", "ligature"}:
        parts.append(table.tokens[index].text)
        index += 1
    return ["".join(parts)]


def _find_file(name: str, root: Path) -> Path | None:
    name = name.strip().strip('"')
    for candidate in (f"{name}.tex", name):
        try:
            path = (root / candidate).resolve()
            if path.is_relative_to(root) and path.is_file() and path.stat().st_size <= _LARGEST:
                return path
        except (OSError, ValueError, RuntimeError):  # a name too long, with a zero byte, a loop of links
            continue
    return None


def _read_source(path: Path) -> str:
    """Return a file's source well enough to find the names in it; reading it for its bullets decodes it properly."""
    try:
        return path.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return ""
