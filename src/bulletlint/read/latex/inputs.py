r"""The files that a LaTeX source names (``\input{sections/experience}``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from bulletlint.read.inclusions import Named
from bulletlint.read.latex.definitions import collect_definitions
from bulletlint.read.latex.macros import ARGUMENTS, LAYOUTS
from bulletlint.read.latex.table import TokenTable
from bulletlint.read.latex.tokens import Token, read_tokens

_INPUT = frozenset("input include subfile subfileinclude loadsection makerubric".split())
_IMPORT = frozenset("import subimport includefrom subincludefrom inputfrom subinputfrom".split())
#: What may be the names of files in the only argument of a macro that nobody has told us of (``\load{work/acme}``).
_NAMES = re.compile(r"[\w.-]+(?:/[\w.-]+)+(?:\s*,\s*[\w./-]+)*")


def find_named(source: str, root: Path, folder: Path | None = None) -> Iterator[Named]:
    """Yield the files that a source names; `folder` is that of the file, if it was imported from there."""
    table = TokenTable(read_tokens(source)[0])
    definitions, _ = collect_definitions(table.tokens, table.matches)
    texts = {name: "".join(part.text for part in each.body) for name, each in definitions.items()}
    for index, token in enumerate(table.tokens):
        if token.kind != "word":
            continue
        imports = token.text in _IMPORT
        if not imports and token.text not in _INPUT:
            if token.text not in LAYOUTS and token.text not in ARGUMENTS:
                yield from _find_loaded(table, index, root)
            continue
        count = 2 if imports else 1
        names = [
            "".join(_read_name(part, texts) for part in table.tokens[first:end])
            for first, end in table.find_groups(index + 1, len(table.tokens), count)
        ]
        if not names and table.is_kind(index + 1, "space") and table.is_kind(index + 2, "text"):
            names = _read_bare_name(table, index + 2)
        if len(names) == count:
            name = "/".join(part.strip().strip('"') for part in names)
            folders = [folder, root] if folder is not None else [root]
            candidates = [place / each for place in folders for each in (f"{name}.tex", name)]
            within = (folder if token.text.startswith("sub") and folder is not None else root) / names[
                0
            ].strip()
            yield Named(token.start, tuple(candidates), within if imports else folder)


def _find_loaded(table: TokenTable, index: int, root: Path) -> Iterator[Named]:
    """Yield the files that the only argument of a macro names by paths, one or several with commas between them."""
    groups = table.find_groups(index + 1, len(table.tokens), 2)
    if len(groups) != 1 or groups[0][1] - groups[0][0] > 80:
        return
    text = "".join(part.text for part in table.tokens[groups[0][0] : groups[0][1]]).strip()
    if _NAMES.fullmatch(text):
        for name in text.split(","):
            yield Named(table.tokens[index].start, (root / f"{name.strip()}.tex",))


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
